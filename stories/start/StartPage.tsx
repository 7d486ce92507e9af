import { useEffect, useState, type ReactElement } from "react";
import type { Locale } from "../../src/core.js";
import { createFriendsApp, type FriendsAppModules, type Way } from "../recipes/createFriendsApp.js";
import { FriendsApp } from "../recipes/FriendsApp.js";
import { BreakIt } from "./BreakIt.js";
import "./start.css";
import { startWords } from "./startWords.js";
import { Timeline } from "./Timeline.js";

interface StartPageProps {
  readonly world: string;
  readonly way: Way;
  readonly locale: Locale;
  /** The toolbar's choices, for the links. */
  readonly globals: string;
}

/** The first page: an app, live, beside what breaks it and what then happens. */
export function StartPage({ world, way, locale, globals }: StartPageProps): ReactElement {
  const app = useApp(world, way, locale.tag);
  const words = startWords(locale);
  const to = (path: string): string => `./?path=${path}&globals=${globals}`;
  return (
    // its own words are Chinese or English, whatever the kit's are
    <main className="start" lang={locale.tag.startsWith("zh") ? locale.tag : "en"} dir="ltr">
      <header>
        <h1>
          {words.lead.map((part) => (
            <span key={part}>{part}</span>
          ))}
        </h1>
        <p>{words.text}</p>
        <nav>
          <a className="primary" target="_top" href={to("/docs/getting-started--docs")}>
            {words.links.start}
          </a>
          <a target="_top" href={to("/story/reference--codes")}>
            {words.links.reference}
          </a>
          <a target="_top" href={to("/story/gallery--for-users")}>
            {words.links.gallery}
          </a>
        </nav>
      </header>
      <div className="browser">
        <div className="bar">
          <i />
          <i />
          <i />
          <span dir="ltr">friends.example</span>
        </div>
        <FriendsApp app={app} locale={locale} />
      </div>
      <BreakIt app={app} locale={locale} />
      <Timeline app={app} locale={locale} />
      <footer>
        {words.ways.title}:{" "}
        {(["popup", "redirect"] as const).map((each) => (
          <a key={each} target="_top" aria-current={each === way ? "page" : undefined} href={to(storyOf[each])}>
            {words.ways[each]}
          </a>
        ))}
      </footer>
    </main>
  );
}

const storyOf: Readonly<Record<Way, string>> = {
  popup: "/story/recipes-friends--friends",
  redirect: "/story/recipes-friends--friends-by-redirect",
};

/** Apps of renders that have not been seen yet. */
const begun = new Map<string, FriendsAppModules>();

/** An app that is made once, as an app's modules are: a render that React begins again must not take a sign-in's answer twice. */
function useApp(world: string, way: Way, language: string): FriendsAppModules {
  const key = `${world} ${way}`;
  const [app] = useState(() => {
    const made = begun.get(key) ?? createFriendsApp(world, way, language);
    begun.set(key, made);
    return made;
  });
  useEffect(() => void begun.delete(key), [key]);
  return app;
}
