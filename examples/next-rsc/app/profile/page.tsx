import { dehydrate, HydrationBoundary } from "@tanstack/react-query";
import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import { ask, type Profile as Data } from "../../lib/platform";
import { profileQuery } from "../../lib/queries";
import { getQueryClient } from "../../lib/queryClient";
import { Profile } from "./profile";

export default async function Page() {
  if (!(await cookies()).has("te_session")) redirect("/");
  const queryClient = getQueryClient();
  await queryClient.prefetchQuery({ ...profileQuery, queryFn: () => ask<Data>("/app/api/profile") });
  return (
    <HydrationBoundary state={dehydrate(queryClient)}>
      <Profile />
    </HydrationBoundary>
  );
}
