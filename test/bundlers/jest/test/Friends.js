import { QueryClient, QueryClientProvider, useQuery } from "@tanstack/react-query";
import { ErrorNotice, ReauthPrompt, TencentErrorProvider } from "tencent-error-kit";
import { createTencentErrorClient } from "tencent-error-kit/core";
import { createTencentFetch } from "tencent-error-kit/fetch";
import en from "tencent-error-kit/locales/en";
import { attachTencentErrors, tencentQueryDefaults } from "tencent-error-kit/query";
import "tencent-error-kit/styles.css";

/** The app, with the sign-in that its page or its test gives. */
export function createApp(reauth) {
  const client = createTencentErrorClient({ reauth, isTencent: ({ url = "" }) => url.includes("/api/qq/") });
  const tencentFetch = createTencentFetch(client);
  const queryClient = new QueryClient({ defaultOptions: { queries: tencentQueryDefaults(client) } });
  attachTencentErrors(queryClient, client);
  return function App() {
    return (
      <QueryClientProvider client={queryClient}>
        <TencentErrorProvider client={client} locale={en}>
          <Friends read={() => tencentFetch("/api/qq/friends")} />
          <ReauthPrompt />
        </TencentErrorProvider>
      </QueryClientProvider>
    );
  };
}

function Friends({ read }) {
  const friends = useQuery({ queryKey: ["friends"], queryFn: read });
  return (
    <main>
      <ErrorNotice error={friends} />
      {friends.data?.friends.map((name) => <p key={name}>{name}</p>)}
    </main>
  );
}
