// @bench group=visible label="bare TanStack Query, 20 calls under way at a time"
const most = 20;
export function create({ QueryClient }) {
  const client = new QueryClient();
  async function recover() {
    const left = client.getQueryCache().findAll({ type: "active" });
    const next = async () => {
      for (let query = left.shift(); query; query = left.shift()) await query.fetch().catch(() => undefined);
    };
    await Promise.all(Array.from({ length: most }, next));
  }
  return { client, recover };
}
