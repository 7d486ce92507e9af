import { AnchorMdx, CodeOrSourceMdx, DocsContext, HeadersMdx, Markdown } from "@storybook/addon-docs/blocks";
import { useContext, type ReactElement, type ReactNode } from "react";
import { SlotTable } from "../reference/SlotTable.js";
import { isChinese, useGlobals } from "./useGlobals.js";

interface PageProps {
  readonly english: string;
  readonly chinese: string;
}

/** A page of documentation, in Chinese for readers of Chinese and in English for all others. */
export function Page({ english, chinese }: PageProps): ReactElement {
  const { locale, theme = "" } = useGlobals(useContext(DocsContext).channel);
  const text = isChinese(locale) ? chinese : english;
  // all of them: options of one's own replace Storybook's
  const overrides = {
    ...HeadersMdx,
    code: CodeOrSourceMdx,
    SlotTable,
    Story: ({ id }: { readonly id: string }) => (
      <StoryFrame id={id} globals={`locale:${locale ?? "zh-CN"};theme:${theme === "" ? "light" : theme}`} />
    ),
    a: PageLink,
  };
  return (
    <div lang={isChinese(locale) ? "zh-CN" : "en"}>
      <Markdown key={text} options={{ overrides }}>
        {text}
      </Markdown>
    </div>
  );
}

interface StoryFrameProps {
  readonly id: string;
  readonly globals: string;
}

/** A story in a frame of its own, since design systems reset the page that they are on. */
function StoryFrame({ id, globals }: StoryFrameProps): ReactElement {
  const address = `iframe.html?viewMode=story&id=${id}&globals=${globals}`;
  return <iframe className="story-frame" title={id} loading="lazy" src={address} />;
}

/** Pages of Storybook for the files of docs/recipes. */
const pages: Readonly<Record<string, string>> = {
  apps: "recipes-for-apps",
  callback: "the-return-page",
  exchange: "the-back-end",
  layers: "data-layers",
  migrating: "from-what-you-have",
  packs: "packs",
  renewing: "renewing",
  "why-not": "why-not-another-library",
};

/** A recipe links to its neighbours by file, here they are pages. */
function PageLink({ href = "", children }: { readonly href?: string; readonly children?: ReactNode }): ReactElement {
  const name = /(?:^|\/)([\w-]+)(?:\.zh-CN)?\.md$/.exec(href)?.[1] ?? "";
  const page = pages[name];
  const to = page === undefined ? href : `?path=/docs/${page}--docs`;
  return (
    <AnchorMdx href={to} target="_self">
      {children}
    </AnchorMdx>
  );
}
