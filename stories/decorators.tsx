import type { Decorator } from "@storybook/react-vite";
import { useState, type ReactElement, type ReactNode } from "react";
import { createTencentErrorClient, type Audience, type Locale, type TencentErrorClient } from "../src/core.js";
import { TencentErrorProvider } from "../src/index.js";
import english from "../src/locales/en.js";
import { pseudoLocale } from "../src/testing.js";
import "../src/styles/styles.css";
import { HostFrame } from "./hosts/HostFrame.js";
import "./page.css";

const modules = import.meta.glob<{ default: Locale }>("../src/locales/*.ts", { eager: true });

/** All languages of the kit, and two pseudo-languages. */
export const languages: readonly Locale[] = [
  ...Object.values(modules).map((module) => module.default),
  pseudoLocale(english, "en-XA"),
  pseudoLocale(english, "ar-XB"),
];

/** The language that the toolbar names. */
export function localeOf(tag: unknown): Locale {
  return languages.find((language) => language.tag === tag) ?? english;
}

/** A story's parameters for the page around it. */
export interface PageParameters {
  /** Makes the story's client. Default: one whose sign-in never ends. */
  readonly makeClient?: () => TencentErrorClient;
  /** Prepares the client before the story is shown. */
  readonly prepare?: (client: TencentErrorClient) => void;
  /** The story brings its own provider. */
  readonly bare?: boolean;
}

/** A client whose sign-in never ends; with `asks` its prompt is open at once. */
export function patientClient(asks = false): TencentErrorClient {
  const client = createTencentErrorClient({
    reauth: { kind: "pretended", start: () => ({ outcome: new Promise(() => undefined) }) },
  });
  if (asks) client.reauth.require(client.diagnose({ ret: -73 }));
  return client;
}

function Page({ locale, audience, page, dialogClassName, children }: PageProps): ReactElement {
  const [client] = useState(() => {
    const made = (page.makeClient ?? patientClient)();
    page.prepare?.(made);
    return made;
  });
  return (
    <TencentErrorProvider client={client} locale={locale} audience={audience} dialogClassName={dialogClassName}>
      {children}
    </TencentErrorProvider>
  );
}

interface PageProps {
  readonly locale: Locale;
  readonly audience: Audience;
  readonly page: PageParameters;
  readonly dialogClassName?: string | undefined;
  readonly children: ReactNode;
}

/** Every story is on a page with a client, in the toolbar's language, for the toolbar's audience. */
const onPage: Decorator = (Story, { globals, parameters, id }) => {
  const page = (parameters["page"] ?? {}) as PageParameters;
  const chosen = localeOf(globals["locale"]);
  const direction: unknown = globals["direction"];
  const locale: Locale = direction === "ltr" || direction === "rtl" ? { ...chosen, dir: direction } : chosen;
  const audience: Audience = globals["audience"] === "developer" ? "developer" : "user";
  if (page.bare === true) return <Story />;
  const scheme = globals["theme"] === "dark" ? "dark" : "light";
  return (
    <HostFrame name={globals["host"]} scheme={scheme}>
      {(host) => (
        <main key={id} className="page" lang={locale.tag} dir={locale.dir}>
          <Page locale={locale} audience={audience} page={page} dialogClassName={host?.dialogClassName}>
            <Story />
          </Page>
        </main>
      )}
    </HostFrame>
  );
};

/** Density and contrast are set once, on the document, as an app would. */
const onDocument: Decorator = (Story, { globals }) => {
  document.documentElement.setAttribute("data-density", String(globals["density"]));
  document.documentElement.setAttribute("data-contrast", String(globals["contrast"]));
  return <Story />;
};

/** What .storybook/preview.tsx puts around all stories. */
export const decorators: readonly Decorator[] = [onPage, onDocument];
