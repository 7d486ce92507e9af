import { dehydrate, HydrationBoundary } from "@tanstack/react-query";
import { cookies } from "next/headers";
import { ask, type Friends } from "../lib/platform";
import { friendsQuery } from "../lib/queries";
import { getQueryClient } from "../lib/queryClient";
import { FriendList } from "./friend-list";
import { Welcome } from "./welcome";

export default async function Page() {
  if (!(await cookies()).has("te_session")) return <Welcome />;
  const queryClient = getQueryClient();
  await queryClient.prefetchQuery({ ...friendsQuery, queryFn: () => ask<Friends>("/app/api/friends") });
  return (
    <HydrationBoundary state={dehydrate(queryClient)}>
      <FriendList />
    </HydrationBoundary>
  );
}
