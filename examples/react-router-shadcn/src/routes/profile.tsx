import { useQuery } from "@tanstack/react-query";
import { useLoaderData } from "react-router-dom";
import { Card, CardContent, CardHeader, CardTitle } from "@/components/ui/card";
import { profileQuery, queryClient } from "@/lib/queries";

export const profileLoader = () => queryClient.fetchQuery(profileQuery);

export function ProfilePage() {
  const initialData = useLoaderData() as Awaited<ReturnType<typeof profileLoader>>;
  const { data } = useQuery({ ...profileQuery, initialData });
  return (
    <Card>
      <CardHeader>
        <CardTitle>我的资料</CardTitle>
      </CardHeader>
      <CardContent className="grid gap-2 text-sm">
        <p>昵称：{data.nickname}</p>
        <p>性别：{data.gender}</p>
      </CardContent>
    </Card>
  );
}
