// @bench group=silent label="tencent-error-kit: client.guard with a flow that needs no person"
import { clientOf } from "../../lib/kit.jsx";
export const silent = true;
export function create({ QueryClient, server }) {
  const { client } = clientOf(() => server.refresh());
  client.reauth.subscribe(() => {
    if (client.reauth.getSnapshot().status === "required") client.reauth.start();
  });
  const queryFn = client.guard((i) => server.get(i), { replay: "auto" });
  return { client: new QueryClient(), queryFn };
}
