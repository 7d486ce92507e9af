// @bench group=silent label="hand-written single flight"
import { singleFlight } from "../../floor/query.js";
export const silent = true;
export function create({ QueryClient, server }) {
  const guard = singleFlight(() => server.refresh());
  return { client: new QueryClient(), queryFn: (i) => guard(() => server.get(i)) };
}
