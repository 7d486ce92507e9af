// @bench group=silent label="every queryFn refreshes for itself, then retries (no single flight)"
export const silent = true;
export function create({ QueryClient, server }) {
  return {
    client: new QueryClient(),
    queryFn: (i) =>
      server.get(i).catch(async (e) => {
        if (e.status !== 401) throw e;
        await server.refresh();
        return server.get(i);
      }),
  };
}
