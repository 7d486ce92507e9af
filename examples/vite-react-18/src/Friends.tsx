import { useQuery } from "@tanstack/react-query";
import { Button, Card, List } from "tdesign-react";
import { ErrorNotice } from "tencent-error-kit";
import { friends } from "./api";

export function Friends() {
  const query = useQuery({ queryKey: ["friends"], queryFn: friends });
  return (
    <Card title="好友" actions={<Button onClick={() => void query.refetch()}>刷新</Button>}>
      <ErrorNotice error={query} />
      <List>
        {query.data?.map(({ nickname }) => (
          <List.ListItem key={nickname}>{nickname}</List.ListItem>
        ))}
      </List>
    </Card>
  );
}
