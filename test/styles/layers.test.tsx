import antd from "antd/dist/reset.css?inline";
import { compile } from "tailwindcss";
import tailwind3 from "tailwindcss-3/src/css/preflight.css?inline";
import tdesign from "tdesign-react/dist/reset.css?inline";
import { describe, expect, test } from "vitest";
import { render } from "vitest-browser-react";
import { inLayer } from "../../scripts/inLayer.mjs";
import { createTencentErrorClient } from "../../src/core.js";
import { ErrorNotice, TencentErrorProvider } from "../../src/index.js";
import en from "../../src/locales/en.js";
import { fakeReauth } from "../../src/testing/fakeReauth.js";
import styles from "../../src/styles/styles.css?inline";

const plain = styles;
const layered = inLayer(styles);
// prettier-ignore
const watched = ["margin", "padding", "background-color", "border-top-width", "font-weight", "font-size", "display", "min-height", "color"];
const parts = ["notice", "title", "description", "facts", "actions", "action"];

/** What the parts of a notice look like on a page with these sheets, in this order. */
async function looks(sheets: readonly string[], classNames: Readonly<Record<string, string>> = {}): Promise<string[]> {
  const client = createTencentErrorClient({ reauth: fakeReauth() });
  const screen = await render(
    <>
      {sheets.map((sheet) => (
        <style key={sheet}>{sheet}</style>
      ))}
      <TencentErrorProvider client={client} locale={en}>
        <ErrorNotice error={{ ret: -73 }} classNames={classNames} />
      </TencentErrorProvider>
    </>,
  );
  const seen = parts.flatMap((part) => {
    const style = getComputedStyle(document.querySelector(`[data-part=${part}]`) ?? document.body);
    return watched.map((property) => `${part} ${property}: ${style.getPropertyValue(property)}`);
  });
  await screen.unmount();
  return seen;
}

describe.each([
  ["antd", antd],
  ["TDesign", tdesign],
  ["Tailwind 3", tailwind3],
])("beside the unlayered reset of %s", (_name, reset) => {
  test("styles.css looks the same, before it and after it", async () => {
    const alone = await looks([plain]);
    expect(await looks([reset, plain])).toEqual(alone);
    expect(await looks([plain, reset])).toEqual(alone);
  });

  test("styles.layer.css loses, in any order: it is not for such a page", async () => {
    const alone = await looks([plain]);
    expect(await looks([reset, layered])).not.toEqual(alone);
    expect(await looks([layered, reset])).not.toEqual(alone);
  });
});

describe("beside the layered utilities of Tailwind 4", () => {
  const paddingOf = (seen: readonly string[]): string | undefined =>
    seen.find((each) => each.startsWith("notice padding"));

  async function withUtilities(sheet: string): Promise<string | undefined> {
    const { build } = await compile("@layer te, utilities; @layer utilities { @tailwind utilities; }");
    return paddingOf(await looks([build(["p-[77px]"]), sheet], { notice: "p-[77px]" }));
  }

  test("styles.layer.css is above its reset, before it and after it", async () => {
    const alone = await looks([plain]);
    const order = "@layer theme, base, components, utilities;";
    const { build } = await compile(
      `${order} @layer base { *, button { margin: 0; padding: 0; border: 0 solid; background: none; font: inherit } } @layer utilities { @tailwind utilities; }`,
    );
    const reset = build([]);
    expect(await looks([layered, reset])).toEqual(alone);
    expect(await looks([reset, layered])).toEqual(alone);
  });

  test("styles.layer.css gives way to a utility", async () => {
    expect(await withUtilities(layered)).toBe("notice padding: 77px");
  });

  test("styles.css does not", async () => {
    expect(await withUtilities(plain)).toBe(paddingOf(await looks([plain])));
  });
});
