import { QueryClient, QueryClientProvider, useQuery } from "@tanstack/react-query";
import { createElement as h, useState } from "react";
import { Button, Line, Screen } from "./parts.js";

const queryClient = new QueryClient();

function Friends() {
  const [isWanted, setWanted] = useState(false);
  const queryFn = async () => (await Response.json({ friends: ["李雷"] })).json();
  const friends = useQuery({ queryKey: ["friends"], queryFn, enabled: isWanted });
  return h(
    Screen,
    null,
    h(Button, { label: "Load", onPress: () => setWanted(true) }),
    h(Line, null, friends.data?.friends[0]),
  );
}

export function App() {
  return h(QueryClientProvider, { client: queryClient }, h(Friends));
}
