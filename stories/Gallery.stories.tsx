import type { Meta, StoryObj } from "@storybook/react-vite";
import type { ReactElement } from "react";
import { expect, within } from "storybook/test";
import { createTencentErrorClient, tencentCatalog, type Audience, type CodeRow, type Locale } from "../src/core.js";
import { ErrorNotice, TencentErrorProvider } from "../src/index.js";
import { languages, localeOf } from "./decorators.js";

/** Every code of the catalog, in the reviewed languages and in the toolbar's, for each audience. */
const meta: Meta<{ readonly audience: Audience }> = {
  title: "Gallery",
  tags: ["!manifest"],
  parameters: { layout: "fullscreen", page: { bare: true } },
};
export default meta;
type Story = StoryObj<typeof meta>;

const categories = [...new Set(tencentCatalog.rows.map(({ category }) => category))];
const client = createTencentErrorClient({
  reauth: { kind: "pretended", start: () => ({ outcome: Promise.resolve({ status: "cancelled" }) }) },
});

/** An answer with this code, in the dialect of its family. */
function bodyOf({ code }: CodeRow<number>): object {
  return code >= 100000 && code < 200000 ? { error: code, error_description: "" } : { ret: code, msg: "" };
}

function Notice({ row, locale, audience }: NoticeProps): ReactElement {
  return (
    <TencentErrorProvider client={client} locale={locale} audience={audience}>
      <ErrorNotice error={bodyOf(row)} announce={false} details={false} onRetry={() => undefined} />
    </TencentErrorProvider>
  );
}

interface NoticeProps {
  readonly row: CodeRow<number>;
  readonly locale: Locale;
  readonly audience: Audience;
}

/** The toolbar's language, beside the reviewed ones. */
const columns = (tag: unknown): readonly Locale[] =>
  languages.filter((language) => language.reviewed || language === localeOf(tag));

/** A row of notices for each code, a column for each language, under the category that they share. */
function AllCodes({ audience, tag }: { readonly audience: Audience; readonly tag: unknown }): ReactElement {
  return (
    <main className="gallery" lang="en">
      <h1>All codes for {audience}s</h1>
      {categories.map((category) => (
        <section key={category} aria-labelledby={category}>
          <h2 id={category}>{category}</h2>
          {tencentCatalog.rows
            .filter((row) => row.category === category)
            .map((row) => (
              <article key={row.code} aria-labelledby={row.reason}>
                <h3 id={row.reason}>
                  {row.code} <code>{row.reason}</code>
                </h3>
                <div className="languages">
                  {columns(tag).map((locale) => (
                    <Notice key={locale.tag} row={row} locale={locale} audience={audience} />
                  ))}
                </div>
              </article>
            ))}
        </section>
      ))}
    </main>
  );
}

/** Each code of the catalog is shown in each language, in the category that its row names. */
const showsAll: NonNullable<Story["play"]> = async ({ canvasElement, globals }) => {
  const shown = columns(globals["locale"]);
  const articles = [...canvasElement.querySelectorAll("article")];
  await expect(articles).toHaveLength(tencentCatalog.rows.length);
  for (const { reason, category } of tencentCatalog.rows) {
    const article = articles.find((each) => each.getAttribute("aria-labelledby") === reason);
    const notices = [...(article?.querySelectorAll("[data-part=notice]") ?? [])];
    await expect(notices.map((notice) => notice.getAttribute("lang"))).toEqual(shown.map(({ tag }) => tag));
    await expect(notices.map((notice) => notice.getAttribute("data-category"))).toEqual(shown.map(() => category));
  }
};

/** The words for users. */
export const ForUsers: Story = {
  render: (_, { globals }) => <AllCodes audience="user" tag={globals["locale"]} />,
  play: showsAll,
};

/** The words for developers: the code by its name, and the vendor's steps in order. */
export const ForDevelopers: Story = {
  render: (_, { globals }) => <AllCodes audience="developer" tag={globals["locale"]} />,
  play: showsAll,
};

const themes = ["light", "dark"] as const;
const samples = [-21, -6, -5, 251004].map((code) => tencentCatalog.find(code)).filter((row) => row !== undefined);

/** One of each severity, by day and by night. */
export const LightAndDark: Story = {
  render: (_, { globals }) => (
    <main className="themes" lang="en">
      {themes.map((theme) => (
        <section key={theme} data-te-scheme={theme} aria-labelledby={theme}>
          <h1 id={theme}>{theme}</h1>
          {samples.map((row) => (
            <Notice key={row.code} row={row} locale={localeOf(globals["locale"])} audience="user" />
          ))}
        </section>
      ))}
    </main>
  ),
  play: async ({ canvasElement }) => {
    const [light, dark] = themes.map((name) => within(canvasElement).getByRole("region", { name }));
    const backgroundOf = (region: HTMLElement | undefined): string =>
      getComputedStyle(region?.querySelector("[data-part=notice]") ?? canvasElement).backgroundColor;
    await expect(backgroundOf(light)).not.toBe(backgroundOf(dark));
  },
};
