"use client";
import { Button, Card, CardActions, CardContent, List, ListItem, Typography } from "@mui/material";
import { useCallback, useEffect, useState } from "react";
import { ErrorNotice, ReauthPrompt, TencentErrorProvider } from "tencent-error-kit";
import { user as ja } from "tencent-error-kit/locales/ja";
import { client, friends, signIn, type Friend } from "./api";

export function Friends() {
  const [data, setData] = useState<readonly Friend[]>([]);
  const [error, setError] = useState<unknown>(null);
  const load = useCallback(async () => {
    try {
      setData(await friends());
      setError(null);
    } catch (reason) {
      setError(reason);
    }
  }, []);
  useEffect(() => void signIn().then(load, setError), [load]);
  return (
    <TencentErrorProvider client={client} locale={ja}>
      <Card variant="outlined">
        <CardContent>
          <Typography variant="h5" component="h1">
            友だち
          </Typography>
          <ErrorNotice error={error} onRetry={() => void load()} />
          <List>
            {data.map(({ nickname }) => (
              <ListItem key={nickname}>{nickname}</ListItem>
            ))}
          </List>
        </CardContent>
        <CardActions>
          <Button onClick={() => void load()}>再読み込み</Button>
        </CardActions>
      </Card>
      <ReauthPrompt />
    </TencentErrorProvider>
  );
}
