import {
  keepPreviousData,
  QueryClientProvider,
  useInfiniteQuery,
  useMutation,
  useQueries,
  useQuery,
  useQueryClient,
  useSuspenseQuery,
} from "@tanstack/react-query";
import { Suspense, useState, type ReactElement } from "react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { cleanup, render } from "vitest-browser-react";
import { queryPage } from "./queryPage.js";
import { patience } from "../patience.js";

beforeEach(
  () =>
    void vi.useFakeTimers({
      toFake: ["setTimeout", "clearTimeout", "setInterval", "clearInterval", "performance", "Date"],
    }),
);
afterEach(async () => {
  await cleanup();
  vi.useRealTimers();
});

type Page = ReturnType<typeof queryPage>;
interface Props {
  readonly at: Page;
}

function Initial({ at }: Props): ReactElement {
  const { data } = useQuery({
    queryKey: ["me"],
    queryFn: () => at.server.call("me"),
    initialData: "me:1",
    staleTime: Infinity,
  });
  return <p>{data.toUpperCase()}</p>;
}

function Kept({ at }: Props): ReactElement {
  const [number, setNumber] = useState(1);
  const { data } = useQuery({
    queryKey: ["page", number],
    queryFn: () => at.server.call(`page ${number}`, 100),
    placeholderData: keepPreviousData,
    select: (found) => found.toUpperCase(),
  });
  return (
    <>
      <button onClick={() => setNumber((was) => was + 1)}>next</button>
      <p>{data}</p>
    </>
  );
}

function Suspended({ at }: Props): ReactElement {
  const { data } = useSuspenseQuery({ queryKey: ["album"], queryFn: () => at.server.call("album") });
  return <p>{data.toUpperCase()}</p>;
}

function Pages({ at }: Props): ReactElement {
  const { data } = useInfiniteQuery({
    queryKey: ["pages"],
    queryFn: ({ pageParam }) => at.server.call(`list ${pageParam}`),
    initialPageParam: 1,
    getNextPageParam: () => null,
  });
  return <p>{data?.pages.join().toUpperCase()}</p>;
}

function Many({ at }: Props): ReactElement {
  const found = useQueries({
    queries: ["x", "y"].map((name) => ({ queryKey: ["many", name], queryFn: () => at.server.call(name) })),
    combine: (results) => results.map(({ data }) => data).join(),
  });
  return <p>{found.toUpperCase()}</p>;
}

function Optimistic({ at }: Props): ReactElement {
  const queryClient = useQueryClient();
  const { data } = useQuery({ queryKey: ["todos"], queryFn: () => at.server.call("todos") });
  const add = useMutation({
    mutationFn: (_todo: string) => at.server.call("add"),
    retry: 3,
    retryDelay: 300,
    onMutate: (todo) => {
      const previous = queryClient.getQueryData(["todos"]);
      queryClient.setQueryData(["todos"], (old: unknown) => `${String(old)}+${todo}`);
      return { previous };
    },
    onError: (_error, _todo, context) => void queryClient.setQueryData(["todos"], context?.previous),
  });
  return (
    <>
      <button onClick={() => add.mutate("milk")}>add</button>
      <p>{data?.toUpperCase()}</p>
      <p>{add.variables}</p>
    </>
  );
}

test("no component shows what the former account read, and each is fetched anew once the other account is chosen", async () => {
  const at = queryPage();
  await render(
    <QueryClientProvider client={at.queryClient}>
      <Initial at={at} />
      <Kept at={at} />
      <Suspense fallback={<p>…</p>}>
        <Suspended at={at} />
      </Suspense>
      <Pages at={at} />
      <Many at={at} />
      <Optimistic at={at} />
    </QueryClientProvider>,
  );
  const seen = (): string => document.body.innerText;
  await at.wait(200);
  await vi.waitFor(() => expect(seen()).toContain("ALBUM:1"), patience);
  for (const text of ["ME:1", "PAGE 1:1", "LIST 1:1", "X:1,Y:1", "TODOS:1"]) expect(seen()).toContain(text);
  at.server.revoke();
  for (const button of document.querySelectorAll("button")) button.click();
  await at.wait(50);
  await vi.waitFor(() => expect(seen()).toContain("TODOS:1+MILK"), patience);
  expect(seen()).toContain("PAGE 1:1");
  await at.signIn("bob");
  // what the app itself gave as initial data stands until the first answer
  await vi.waitFor(() => expect(seen().replace("ME:1", "")).not.toMatch(/:1|MILK/), patience);
  for (let ms = 0; ms < 5000; ms += 250) {
    await at.wait(250);
    await vi.waitFor(() => expect(seen()).not.toMatch(/:1|MILK/i), patience);
  }
  await vi.waitFor(() => expect(seen()).toContain("ALBUM:2"), patience);
  for (const text of ["ME:2", "PAGE 2:2", "LIST 1:2", "X:2,Y:2", "TODOS:2"]) expect(seen()).toContain(text);
  expect(at.server.countOf("add")).toBe(1);
});
