// @bench group=silent label="QueryCache.onError -> refresh().then(invalidateQueries), per error"
import { QueryCache } from "@tanstack/react-query";
export const silent = true;
export function create({ QueryClient, server }) {
  const client = new QueryClient({
    queryCache: new QueryCache({ onError: () => server.refresh().then(() => client.invalidateQueries()) }),
  });
  return { client };
}
export const maxN = 1000;
