/** As long as `expect.poll` and `vi.waitFor` wait: a busy machine may be slow. */
export const patience = { timeout: 20_000 };
