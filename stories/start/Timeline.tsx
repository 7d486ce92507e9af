import { useId, type ReactElement } from "react";
import { diagnose, resolve, type KitEvent, type Locale } from "../../src/core.js";
import type { FriendsAppModules } from "../recipes/createFriendsApp.js";
import { startWords, type StartWords } from "./startWords.js";
import type { Run, StepName } from "./timeline.js";
import { useRun } from "./useRun.js";

interface TimelineProps {
  readonly app: FriendsAppModules;
  readonly locale: Locale;
}

/** The way of the last failure, step by step, and the events that tell it. */
export function Timeline({ app, locale }: TimelineProps): ReactElement {
  const id = useId();
  const { run, events } = useRun(app);
  const words = startWords(locale);
  const facts = run === null ? {} : factsOf(run, app, locale, words);
  const steps = run?.steps ?? emptyWay.map((name) => ({ name, state: "todo" as const }));
  return (
    <section className="panel timeline" aria-labelledby={id}>
      <h2 id={id}>{words.timeline.title}</h2>
      <ol>
        {steps.map(({ name, state }) => (
          <li key={name} data-state={state} aria-current={state === "now" ? "step" : undefined}>
            <strong>{words.steps[name]}</strong>
            <span>{state === "todo" ? "" : facts[name]}</span>
          </li>
        ))}
      </ol>
      <details>
        <summary>{words.timeline.events}</summary>
        {events.length === 0 ? <p>{words.timeline.none}</p> : <EventList events={events} />}
      </details>
    </section>
  );
}

const emptyWay: readonly StepName[] = ["failed", "notice", "prompt", "qq", "healed"];

/** What is known at each step. */
function factsOf(
  { failure, steps, tookMs }: Run,
  { client }: FriendsAppModules,
  locale: Locale,
  { facts }: StartWords,
): Partial<Record<StepName, string>> {
  const { status, reason, affected } = client.reauth.getSnapshot();
  const isSignedIn = steps.some(({ name, state }) => name === "qq" && state === "done");
  const why = reason === null ? locale.words.prompt.cancelled.title : locale.words.reasons[reason];
  return {
    failed: [failure.code, failure.fingerprint?.replace(/^\w+:/, "").replace(":", " ")].join(" "),
    notice: titleOf(failure, locale),
    prompt: affected > 0 ? facts.waits(affected) : "",
    qq: isSignedIn ? facts.signedIn : status === "failed" || status === "cancelled" ? why : facts.yours,
    retry: facts.retryBy,
    report: facts.report,
    healed: tookMs === null ? "" : facts.seconds((tookMs / 1000).toFixed(1)),
  };
}

/** As the notice has it. The client's own `diagnose` would tell another event. */
function titleOf({ code, category = "unknown" }: KitEvent, locale: Locale): string {
  if (typeof code !== "number") return locale.words.categories[category].title;
  const isOAuth = code >= 100000 && code < 200000;
  return resolve(diagnose(isOAuth ? { error: code } : { ret: code, msg: "" }), locale, { audience: "user" }).title;
}

function EventList({ events }: { readonly events: readonly KitEvent[] }): ReactElement {
  return (
    <ol reversed lang="en">
      {events
        .map((event, index) => (
          <li key={index}>
            <time>{new Date(event.at).toLocaleTimeString("en-GB")}</time> <code>{event.type}</code>{" "}
            {[event.code ?? [], event.reason ?? [], event.count ?? []].flat().join(" · ")}
          </li>
        ))
        .toReversed()}
    </ol>
  );
}
