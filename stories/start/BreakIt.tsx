import { useEffect, useId, useState, type ReactElement } from "react";
import type { Locale } from "../../src/core.js";
import type { FriendsAppModules } from "../recipes/createFriendsApp.js";
import { breaks, type Break, type BreakId } from "./breaks.js";
import { startWords } from "./startWords.js";

interface BreakItProps {
  readonly app: FriendsAppModules;
  readonly locale: Locale;
}

/** Buttons for the failures that matter. Not part of the app. */
export function BreakIt({ app, locale }: BreakItProps): ReactElement {
  const id = useId();
  const words = startWords(locale);
  const [last, setLast] = useState<BreakId | null>(null);
  const { world, queryClient } = app;
  useEffect(() => () => world.setOffline(false), [world]);

  const pull = ({ id, command, isFirst }: Break): void => {
    const ask = (): void => {
      if (isFirst) void queryClient.resetQueries({ queryKey: ["friends"] });
      else void queryClient.refetchQueries({ type: "active" });
    };
    const isOffline = command === undefined && last === id;
    setLast(isOffline ? null : id);
    world.setOffline(command === undefined && !isOffline);
    if (command === undefined) ask();
    else void command(world).then(ask);
  };
  return (
    <section className="panel break-it" aria-labelledby={id}>
      <h2 id={id}>{words.breakIt.title}</h2>
      <p>{words.breakIt.hint}</p>
      <ul>
        {breaks.map((each) => (
          <li key={each.id}>
            <button type="button" aria-pressed={last === each.id} onClick={() => pull(each)}>
              <span>
                {each.id === "offline" && last === "offline" ? words.backOnline : words.breaks[each.id].label}
              </span>
              <code>{each.code}</code>
              {last === each.id ? <small>{words.breaks[each.id].hint}</small> : null}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
