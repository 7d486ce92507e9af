import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { createElement, Suspense, use, type ReactElement } from "react";
import { PassThrough } from "node:stream";
import { renderToPipeableStream, renderToString } from "react-dom/server";
import { expect, test } from "vitest";
import {
  createTencentErrorClient,
  diagnose,
  resolve,
  tencentCatalog,
  TencentError,
  type Locale,
} from "../../src/core.js";
import { ErrorNotice, TencentErrorProvider } from "../../src/index.js";
import en from "../../src/locales/en.js";
import ja from "../../src/locales/ja.js";
import zhCN from "../../src/locales/zh-CN.js";

/** A page for one user, half of which comes later. */
function pageFor(locale: Locale, code: number, later: Promise<void>): ReactElement {
  const error = { ret: code, msg: `of ${locale.tag}`, openid: `user-${locale.tag}` };
  const Late = (): ReactElement => {
    use(later);
    return createElement(ErrorNotice, { error, audience: "developer", details: true });
  };
  const children = [
    createElement(ErrorNotice, { key: 1, error }),
    createElement(Suspense, { key: 2, fallback: "…" }, createElement(Late)),
  ];
  return createElement(TencentErrorProvider, { client: createTencentErrorClient(), locale, children });
}

function streamed(content: ReactElement): Promise<string> {
  return new Promise((done, fail) => {
    const out = new PassThrough();
    let html = "";
    out.on("data", (chunk: Buffer) => (html += chunk.toString()));
    out.on("end", () => done(html));
    const { pipe } = renderToPipeableStream(content, { onShellReady: () => void pipe(out), onError: fail });
  });
}

test(
  "T55, L11: two hundred pages that are streamed at once hold nothing of each other",
  { tags: ["T55"] },
  async () => {
    const locales = [en, zhCN, ja];
    let go = (): void => undefined;
    const later = new Promise<void>((done) => (go = done));
    const users = Array.from({ length: 200 }, (_none, index) => ({
      locale: locales[index % 3] ?? en,
      code: tencentCatalog.rows[index % tencentCatalog.rows.length]?.code ?? -1,
    }));
    const pages = users.map(({ locale, code }) => streamed(pageFor(locale, code, later)));
    await new Promise((done) => setTimeout(done));
    go();
    for (const [index, html] of (await Promise.all(pages)).entries()) {
      const { locale, code } = users[index] ?? { locale: en, code: 0 };
      const told = (["user", "developer"] as const).map((audience) =>
        resolve(diagnose({ ret: code }), locale, { audience }),
      );
      for (const { title } of told) expect(html).toContain(title.replace(/'/g, "&#x27;"));
      for (const { tag } of locales.filter((other) => other !== locale)) {
        expect(html).not.toContain(`lang="${tag}"`);
        expect(html).not.toContain(`of ${tag}`);
      }
    }
  },
);

const renders = Number(process.env["SOAK_RENDERS"] ?? 500);

test(`L11: ${String(renders)} renders leave nothing behind`, { tags: ["L11"] }, async () => {
  const render = (index: number): string =>
    renderToString(pageFor(en, tencentCatalog.rows[index % tencentCatalog.rows.length]?.code ?? -1, Promise.resolve()));
  setFlagsFromString("--expose-gc");
  const collect = runInNewContext("gc") as () => void;
  const heap = async (): Promise<number> => {
    // suspended content is reported first
    await new Promise((done) => setTimeout(done));
    collect();
    return process.memoryUsage().heapUsed;
  };
  for (let index = 0; index < 200; index += 1) render(index);
  const before = await heap();
  let drawn = 0;
  for (let index = 0; index < renders; index += 1) if (render(index).includes("<div")) drawn += 1;
  const grown = (await heap()) - before;
  if (process.env["SOAK"] !== undefined) process.stdout.write(`${String(Math.round(grown / 1000))} KB more\n`);
  expect(drawn).toBe(renders);
  expect(grown).toBeLessThan(2_000_000);
});

test("an error is plain data on its way from the server, and has the same diagnosis afterwards", () => {
  for (const { code } of tencentCatalog.rows) {
    const error = new TencentError(
      diagnose({ ret: code, msg: "no", access_token: "0123456789abcdef0123456789abcdef" }),
    );
    const crossed = structuredClone(JSON.parse(JSON.stringify(error)) as unknown);
    expect(JSON.stringify(crossed)).not.toContain("0123456789abcdef");
    expect(diagnose(crossed)).toEqual(error.diagnosis);
  }
});

test("L10: twenty bodies of 10 MB are read at once and none is kept", { tags: ["L10"] }, () => {
  const client = createTencentErrorClient();
  const draw = (kind: number): unknown => {
    const long = "x".repeat(10_000_000);
    if (kind === 0) return `<html>${long}</html>`;
    if (kind === 1) return { ret: -5, msg: long };
    if (kind === 2) return `{"ret":-5,"msg":"${long}"}`;
    return Object.assign(new Error(long), { response: { status: 200, data: { ret: -5, msg: long } } });
  };
  for (let index = 0; index < 20; index += 1) {
    const { failure } = client.diagnose(draw(index % 4));
    expect((failure.serverMessage ?? "").length).toBeLessThanOrEqual(600);
  }
  expect(JSON.stringify(client.recentEvents()).length).toBeLessThan(100_000);
});
