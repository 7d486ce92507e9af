import { QueryClientProvider, useMutation, useQuery, useSuspenseQuery } from "@tanstack/react-query";
import { Suspense, useEffect, useState, type ReactElement, type ReactNode } from "react";
import { ErrorBoundary } from "react-error-boundary";
import type { Locale } from "../../src/core.js";
import { ErrorNotice, ErrorNoticeRegion, ReauthPrompt, TencentErrorProvider } from "../../src/index.js";
import { recoveryWorld, type RecoveryWorld } from "./recoveryWorld.js";

/** The content of one story's page. */
export type RecoveryPart = (props: { readonly world: RecoveryWorld }) => ReactElement;

interface RecoveryPageProps {
  readonly locale: Locale;
  /** An order to the servers after the first sign-in, before the page fetches. */
  readonly arrange: (world: RecoveryWorld) => void;
  readonly Part: RecoveryPart;
}

/** A page with the prompt and the region, on a sandbox of its own. */
export function RecoveryPage({ locale, arrange, Part }: RecoveryPageProps): ReactNode {
  const [world] = useState(recoveryWorld);
  const [isOpen, setOpen] = useState(false);
  useEffect(() => {
    void world.open().then(() => {
      arrange(world);
      setOpen(true);
    });
  }, [world, arrange]);
  return (
    <QueryClientProvider client={world.queryClient}>
      <TencentErrorProvider client={world.client} locale={locale}>
        {isOpen ? <Part world={world} /> : null}
        <ReauthPrompt />
      </TencentErrorProvider>
    </QueryClientProvider>
  );
}

/** Forty calls at once, and one region for what fails. */
export function FortyCalls({ world }: { readonly world: RecoveryWorld }): ReactElement {
  return (
    <>
      <ErrorNoticeRegion />
      <ul className="friends">
        {Array.from({ length: 40 }, (_, index) => (
          <Call key={index} world={world} index={index} />
        ))}
      </ul>
    </>
  );
}

function Call({ world, index }: { readonly world: RecoveryWorld; readonly index: number }): ReactElement {
  const { data } = useQuery({ queryKey: ["profile", index], queryFn: world.api.profile });
  return <li>{data?.nickname ?? "…"}</li>;
}

/** A list with a button that refetches it. */
export function FriendsList({ world }: { readonly world: RecoveryWorld }): ReactElement {
  const friends = useQuery({ queryKey: ["friends"], queryFn: world.api.friends });
  return (
    <>
      <ErrorNotice error={friends} />
      <ul className="friends">
        {friends.data?.map(({ nickname }) => (
          <li key={nickname}>{nickname}</li>
        ))}
      </ul>
      <button type="button" onClick={() => void friends.refetch()}>
        Reload
      </button>
    </>
  );
}

/** A form whose change the server runs once for each key, so that it may be sent again without asking. */
export function SafeChange({ world }: { readonly world: RecoveryWorld }): ReactElement {
  return <Change world={world} replay="auto" />;
}

/** A form whose change is sent again only when the person says so. */
export function UnmarkedChange({ world }: { readonly world: RecoveryWorld }): ReactElement {
  return <Change world={world} replay="confirm" />;
}

function Change({
  world,
  replay,
}: {
  readonly world: RecoveryWorld;
  readonly replay: "auto" | "confirm";
}): ReactElement {
  const [mutationFn] = useState(() => world.client.guard(world.api.addFriend, { replay }));
  const change = useMutation({ mutationFn });
  return (
    <>
      <button type="button" onClick={() => change.mutate({ name: "Grace", key: crypto.randomUUID() })}>
        Add Grace
      </button>
      <p>{change.status}</p>
      <ErrorNotice error={change} />
    </>
  );
}

/** A page under Suspense that throws to a boundary, whose fallback is the notice. */
export function Bounded({ world }: { readonly world: RecoveryWorld }): ReactElement {
  return (
    <ErrorBoundary FallbackComponent={ErrorNotice}>
      <Suspense fallback={<p>…</p>}>
        <Profile world={world} />
      </Suspense>
    </ErrorBoundary>
  );
}

function Profile({ world }: { readonly world: RecoveryWorld }): ReactElement {
  const { data } = useSuspenseQuery({ queryKey: ["profile"], queryFn: world.api.profile });
  return <p>{data.nickname}</p>;
}
