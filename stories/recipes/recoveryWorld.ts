import { QueryClient } from "@tanstack/react-query";
import { createTencentErrorClient, type TencentErrorClient } from "../../src/core.js";
import { attachTencentErrors, tencentRetry, tencentRetryDelay } from "../../src/query.js";
import { createSandbox, type Sandbox } from "../../src/testing.js";
import { friendsApi, type FriendsApi } from "./friendsApi.js";

/** An app on TanStack Query whose servers, the sandbox, are in the page itself. */
export interface RecoveryWorld {
  readonly sandbox: Sandbox;
  readonly api: FriendsApi;
  readonly client: TencentErrorClient;
  readonly queryClient: QueryClient;
  /** The account that signs in at the prompt. */
  nextAccount: string;
  /** Opens the first session. */
  open(): Promise<void>;
}

/** Creates a sandbox. The window at QQ is simulated: a sign-in succeeds when it starts. */
export function recoveryWorld(): RecoveryWorld {
  const sandbox = createSandbox();
  let accountId: string | undefined;
  const client = createTencentErrorClient({
    accountId: () => accountId,
    onAccountChange: ({ next }) => void (accountId = next),
    reauth: { kind: "pretended", start: () => ({ outcome: signIn() }) },
  });
  const api = friendsApi({ call }, client.unwrap);
  const queries = { retry: tencentRetry(client), retryDelay: tencentRetryDelay(client) };
  const world: RecoveryWorld = {
    sandbox,
    api,
    client,
    queryClient: new QueryClient({ defaultOptions: { queries } }),
    nextAccount: "account-a",
    async open() {
      ({ accountId } = await api.signIn());
    },
  };

  async function call(
    path: string,
    init?: RequestInit,
  ): Promise<{ readonly text: string; readonly response: Response }> {
    const response = await sandbox.fetch(new Request(`http://localhost${path}`, init));
    return { text: await response.text(), response };
  }

  async function signIn(): Promise<{ readonly status: "succeeded"; readonly accountId: string }> {
    const opened = await api.signIn(world.nextAccount);
    return { status: "succeeded", accountId: opened.accountId };
  }

  attachTencentErrors(world.queryClient, client);
  return world;
}
