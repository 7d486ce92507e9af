import Head from "next/head";
import { Button, Card, Input, List } from "antd";
import { useState } from "react";
import useSWR from "swr";
import http from "@/lib/http";

interface Friends {
  friends: { nickname: string }[];
}

export default function Home() {
  const { data, error, isLoading, mutate } = useSWR<Friends>("/friends", (url: string) => http.get(url) as Promise<never>);
  const [name, setName] = useState("");
  const add = async () => {
    await http.post("/friends", { nickname: name });
    await mutate();
  };
  return (
    <>
      <Head>
        <title>好友</title>
        <link rel="icon" href="data:," />
      </Head>
      <Card title="好友" extra={<Button onClick={() => mutate()}>Reload</Button>}>
        {error ? <p>加载失败</p> : null}
        <List loading={isLoading} dataSource={data?.friends ?? []} renderItem={(friend) => <List.Item>{friend.nickname}</List.Item>} />
        <Input aria-label="Name" value={name} onChange={(event) => setName(event.target.value)} />
        <Button onClick={add}>Add</Button>
      </Card>
    </>
  );
}
