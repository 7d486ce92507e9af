// @bench group=silent label="axios + axios-auth-refresh with deduplicateRefresh:false (works; the default does not)"
import axios, { AxiosError } from "axios";
import { createAuthRefresh } from "axios-auth-refresh";
export const silent = true;
export function make({ QueryClient, server }, options) {
  const http = axios.create({
    adapter: (config) =>
      server.get(+config.url).then(
        (data) => ({ data, status: 200, statusText: "OK", headers: {}, config, request: {} }),
        (e) => {
          const response = { data: e.data, status: 401, statusText: "", headers: {}, config, request: {} };
          throw new AxiosError(e.message, "ERR_BAD_REQUEST", config, {}, response);
        },
      ),
  });
  createAuthRefresh(http, () => server.refresh(), options);
  return { client: new QueryClient(), queryFn: (i) => http.get(String(i)).then((r) => r.data) };
}
export const create = (env) => make(env, { deduplicateRefresh: false });
