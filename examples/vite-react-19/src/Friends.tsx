import { Button, Card } from "antd";
import { useCallback, useEffect, useState } from "react";
import { ErrorNotice } from "tencent-error-kit";
import { friends, type Friend } from "./api";

export function Friends() {
  const [data, setData] = useState<readonly Friend[]>([]);
  const [error, setError] = useState<unknown>(null);
  const load = useCallback(() => {
    friends().then(
      (found) => {
        setData(found);
        setError(null);
      },
      (reason: unknown) => setError(reason),
    );
  }, []);
  useEffect(load, [load]);
  return (
    <Card title="Friends" extra={<Button onClick={load}>Reload</Button>}>
      <ErrorNotice error={error} onRetry={load} />
      <ul>
        {data.map(({ nickname }) => (
          <li key={nickname}>{nickname}</li>
        ))}
      </ul>
    </Card>
  );
}
