import { queryOptions } from "@tanstack/react-query";
import type { Friends, Profile } from "./platform";
import { tencentFetch } from "./tencent";

export const friendsQuery = queryOptions({
  queryKey: ["friends"],
  queryFn: () => tencentFetch<Friends>("/api/friends"),
});

export const profileQuery = queryOptions({
  queryKey: ["profile"],
  queryFn: () => tencentFetch<Profile>("/api/profile"),
});
