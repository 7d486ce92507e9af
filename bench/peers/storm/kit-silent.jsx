// @bench group=silent label="tencent-error-kit: client.guard around the query's function, and a client that renews its session"
import { createTencentErrorClient } from "tencent-error-kit/core";
export const silent = true;
export function create({ QueryClient, server }) {
  const client = createTencentErrorClient({ renew: () => server.refresh(), accountId: () => "7" });
  const read = client.guard(({ queryKey: [, i] }) => server.get(i));
  return { client: new QueryClient(), queryFn: (_i, context) => read(context) };
}
