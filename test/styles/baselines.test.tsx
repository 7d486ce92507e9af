import "@fontsource/inter/400.css";
import "@fontsource/inter/500.css";
import "@fontsource/inter/600.css";
import { afterEach, beforeEach, expect, test } from "vitest";
import { page, type Locator } from "vitest/browser";
import type { UserLocale } from "../../src/core.js";
import { ErrorNotice } from "../../src/index.js";
import english from "../../src/locales/en.js";
import "../../src/styles/styles.css";
import { pseudoLocale } from "../../src/testing.js";
import { onPage } from "../components/onPage.js";
import "./baselines.css";
import { roots, surfaces, type Surface } from "./surfaces.js";

const arabic = pseudoLocale(english, "ar-XB");

interface Look {
  readonly width?: number;
  readonly locale?: UserLocale;
  /** Put on the document, as an app would. */
  readonly attributes?: Readonly<Record<string, string>>;
}

const phone: Look = { width: 320 };
const dark: Look = { attributes: { "data-te-scheme": "dark" } };
const fromRight: Look = { locale: arabic };

const notice =
  (error: object, props: object = {}): Surface["show"] =>
  (locale) =>
    onPage(<ErrorNotice error={error} onRetry={() => undefined} onDismiss={() => undefined} {...props} />, { locale });
const shown = (name: string): Surface["show"] => {
  const found = surfaces.find((surface) => surface.name === name);
  if (found === undefined) throw new Error(`Nothing is called "${name}".`);
  return found.show;
};

const revoked = notice({ ret: -73 });
const forDevelopers = notice({ ret: -5 }, { audience: "developer" });

const pictures: readonly (readonly [name: string, show: Surface["show"], look?: Look])[] = [
  ["notice", revoked],
  ["notice-dark", revoked, dark],
  ["notice-phone", revoked, phone],
  ["notice-right-to-left", revoked, fromRight],
  ["notice-compact", revoked, { attributes: { "data-density": "compact" } }],
  ["notice-spacious", revoked, { attributes: { "data-density": "spacious" } }],
  ["notice-for-developers", forDevelopers],
  ["notice-for-developers-phone", forDevelopers, phone],
  ["notice-banner", notice({ ret: -6 }, { variant: "banner" })],
  ["notice-page", notice({ ret: -8 }, { variant: "page" })],
  ["prompt", shown("the prompt")],
  ["prompt-dark", shown("the prompt"), dark],
  ["prompt-right-to-left", shown("the prompt"), fromRight],
  ["prompt-stuck", shown("the prompt, where a person is stuck")],
  ["prompt-other-account-phone", shown("the prompt, failed: accountMismatch"), phone],
  ["ticket", shown("the ticket, with files, its desk down")],
  ["ticket-phone", shown("the ticket, with files, its desk down"), phone],
];

const root = document.documentElement;
let sheet: HTMLStyleElement;

beforeEach(async () => {
  sheet = document.head.appendChild(document.createElement("style"));
  await Promise.all([400, 500, 600].map((weight) => document.fonts.load(`${String(weight)} 14px Inter`)));
});

afterEach(() => {
  sheet.remove();
  for (const name of ["data-te-scheme", "data-density"]) root.removeAttribute(name);
});

async function shot(
  show: Surface["show"],
  { width = 640, locale = english, attributes = {} }: Look = {},
): Promise<Locator> {
  await page.viewport(width, 760);
  for (const [name, value] of Object.entries(attributes)) root.setAttribute(name, value);
  await show(locale);
  return page.elementLocator(roots()[0] ?? root);
}

// before the others: should it ever overwrite a picture, they write it again
test.each([
  ["what is inside of a notice", "notice", revoked, ".te-notice{padding-inline-start:18px}"],
  ["a notice's buttons alone", "notice", revoked, ".te-notice-actions{position:relative;inset-block-start:2px}"],
  ["a dialog's title", "prompt", shown("the prompt"), ".te-prompt-title{padding-block-start:2px}"],
])("a planted shift of %s by 2 px is seen", async (_what, picture, show, shift) => {
  const element = await shot(show);
  sheet.textContent = shift;
  await expect(expect(element).toMatchScreenshot(picture)).rejects.toThrow(/pixels|dimensions/);
});

for (const [name, show, look] of pictures)
  test(`${name} lies where it lay`, async () => {
    await expect(await shot(show, look)).toMatchScreenshot(name);
  });
