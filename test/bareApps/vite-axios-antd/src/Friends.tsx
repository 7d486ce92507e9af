import { Button, Card, List } from "antd";
import { useCallback, useEffect, useState } from "react";
import { queryFriends, type Friend } from "./services/friends";

export function Friends() {
  const [data, setData] = useState<Friend[]>([]);
  const [loading, setLoading] = useState(false);
  const load = useCallback(async () => {
    setLoading(true);
    try {
      setData(await queryFriends());
    } finally {
      setLoading(false);
    }
  }, []);
  useEffect(() => {
    load();
  }, [load]);
  return (
    <Card title="好友" extra={<Button onClick={load}>Reload</Button>}>
      <List
        loading={loading}
        dataSource={data}
        renderItem={(item) => <List.Item>{item.nickname}</List.Item>}
      />
    </Card>
  );
}
