import type { Meta, StoryObj } from "@storybook/react-vite";
import { lazy, Suspense, useState, type ReactElement } from "react";
import type { Locale } from "../src/core.js";
import { ErrorNotice, ReauthPrompt, TencentErrorProvider } from "../src/index.js";
import "./beside/beside.css";
import { samplesIn } from "./beside/samples.js";
import type { System } from "./beside/systems.js";
import { localeOf, patientClient } from "./decorators.js";

/**
 * The kit's notice and prompt beside those of four design systems, with the same words. Ant Design and TDesign are their React
 * components, Polaris and Primer their own sheets: Polaris' components need React 18.
 */
const meta: Meta = {
  title: "Beside others",
  parameters: { layout: "fullscreen", page: { bare: true }, a11y: { test: "off" } },
  // other design systems' contrast and markup is theirs
  tags: ["!test", "!manifest"],
};
export default meta;
type Story = StoryObj;

type Name = "kit" | "antDesign" | "tdesign" | "polaris" | "primer";
type Part = "notices" | "prompt";
const names: Readonly<Record<Name, string>> = {
  kit: "tencent-error-kit",
  antDesign: "Ant Design",
  tdesign: "TDesign",
  polaris: "Polaris",
  primer: "Primer",
};

/** All of them, each in a frame of its own, since their sheets would mix. */
export const Page: Story = {
  name: "Beside others",
  parameters: { a11y: { test: "off", context: { include: ["body"], exclude: ["iframe[data-theirs]"] } } },
  render: (_, { globals }) => {
    const chosen = `locale:${localeOf(globals["locale"]).tag};theme:${globals["theme"] === "dark" ? "dark" : "light"}`;
    return (
      <main className="beside-page" lang="en">
        {(["notices", "prompt"] as const).flatMap((part) =>
          Object.entries(names).map(([name, title]) => (
            <section key={`${name} ${part}`}>
              <h2>
                {title}: {part}
              </h2>
              <iframe
                {...(name !== "kit" && { loading: "lazy", "data-theirs": "" })}
                title={`${title}: ${part}`}
                height={part === "notices" ? 360 : 300}
                src={`iframe.html?viewMode=story&id=beside-others--cell&args=name:${name};part:${part}&globals=${chosen}`}
              />
            </section>
          )),
        )}
      </main>
    );
  },
};

/** One of them. Not in the sidebar. */
export const Cell: StoryObj<{ readonly name: Name; readonly part: Part }> = {
  tags: ["!dev", "!autodocs"],
  args: { name: "kit", part: "notices" },
  argTypes: { name: { options: Object.keys(names) }, part: { options: ["notices", "prompt"] } },
  render: ({ name, part }, { globals }) => {
    const locale = localeOf(globals["locale"]);
    if (name === "kit") return <Kit locale={locale} part={part} />;
    return (
      <Suspense fallback={null}>
        <Other name={name} locale={locale} part={part} isDark={globals["theme"] === "dark"} />
      </Suspense>
    );
  },
};

function Kit({ locale, part }: { readonly locale: Locale; readonly part: Part }): ReactElement {
  const [client] = useState(() => patientClient(part === "prompt"));
  return (
    <TencentErrorProvider client={client} locale={locale}>
      <div className="beside-cell" lang={locale.tag} dir={locale.dir}>
        {part === "prompt" ? (
          <ReauthPrompt interrupt="always" />
        ) : (
          samplesIn(locale).map(({ title, error }) => (
            <ErrorNotice key={title} error={error} announce={false} onRetry={() => undefined} />
          ))
        )}
      </div>
    </TencentErrorProvider>
  );
}

interface OtherProps {
  readonly name: Exclude<Name, "kit">;
  readonly locale: Locale;
  readonly part: Part;
  readonly isDark: boolean;
}

/** Four design systems are a lot to load for those who look at one. */
const Other = lazy(async () => {
  const systems: Readonly<Record<Exclude<Name, "kit">, System>> = await import("./beside/systems.js");
  return { default: ({ name, ...props }: OtherProps) => <SystemCell system={systems[name]} {...props} /> };
});

interface SystemCellProps extends Omit<OtherProps, "name"> {
  readonly system: System;
}

function SystemCell({ system, locale, part, isDark }: SystemCellProps): ReactElement | null {
  const { sheet, Notice, Prompt } = system;
  const samples = samplesIn(locale);
  const [first] = samples;
  if (first === undefined) return null;
  return (
    <div
      className="beside-cell"
      lang={locale.tag}
      data-color-mode={isDark ? "dark" : "light"}
      data-light-theme="light"
      data-dark-theme="dark"
    >
      {sheet === undefined ? null : <style>{sheet}</style>}
      {part === "prompt" ? (
        <Prompt {...first} cancel={locale.words.labels.cancel} isDark={isDark} />
      ) : (
        samples.map((sample) => <Notice key={sample.title} {...sample} />)
      )}
    </div>
  );
}
