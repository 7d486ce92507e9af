import { expect, test } from "@playwright/test";
import { createRigs, type RigPlace, type Rigs } from "../e2e/rigs/createRigs.js";
import { answerWith, buildPages, serve, type Answer, type Served } from "../e2e/servePages.js";
import { strictly } from "../e2e/strictPolicy.js";
import { findEngines } from "./findEngines.js";
import type { Session } from "./Session.js";
import { until } from "./Session.js";
import { signInPlays } from "./signInPlays.js";

// Chromium plays the same in test/e2e. Each test has a browser of its own.
test.describe.configure({ mode: "parallel" });

let rigs: Rigs;
let strict: Served;

test.beforeAll(async () => {
  test.setTimeout(180_000);
  rigs = await createRigs();
  strict = await serve(strictly(noting(answerWith(await buildPages("policy", ["index.html"], "production")))));
});

test.afterAll(async () => {
  await rigs.close();
  await strict.close();
});

const places = [
  ...[
    "no COOP",
    "app same-origin",
    "app same-origin-allow-popups",
    "app noopener-allow-popups",
    "provider same-origin",
  ],
  ...["provider same-origin-allow-popups", "app in a frame of another site"],
];

for (const engine of findEngines()) {
  test.describe(engine.name, () => {
    test.skip(engine.missing !== undefined, `${engine.name} is missing: ${engine.missing ?? ""}`);

    for (const name of places)
      for (const [what, play] of signInPlays)
        test(`${name} · ${what}`, async () => {
          test.setTimeout(240_000);
          const place: RigPlace = rigs.places.find((each) => each.name === name)!;
          await withBrowser(engine.open, async (session) => {
            const facts = await play(session, place);
            console.log(`${session.version} · ${name} · ${what}: ${facts}`);
          });
        });

    test("the strict policy: 270 notices and the prompt, no violation, and a planted one is seen", async () => {
      test.setTimeout(120_000);
      await withBrowser(engine.open, async (session) => {
        await session.go(`http://localhost:${String(strict.port)}/`);
        await until(
          () => session.read(`return document.querySelectorAll("[data-part=notice]").length === 270`),
          "270 notices",
        );
        await session.read(`window.played.ask(); return 1`);
        await until(() => session.read(`return document.querySelector("dialog[open]") !== null`), "the prompt");
        expect(await session.read("return window.violations")).toEqual([]);
        await session.read(
          `const sheet = document.createElement("style"); sheet.textContent = "body{color:red}"; document.head.append(sheet); return 1`,
        );
        await until(() => session.read(`return window.violations.length > 0`), "the planted violation");
        const hasTypes = await session.read<boolean>(`return "trustedTypes" in window`);
        console.log(
          `${session.version} · strict policy: 0 violations; Trusted Types ${hasTypes ? "enforced" : "not known to it"}`,
        );
      });
    });

    test("the dialog: modal, focused inside, what is behind can't be focused; the live region speaks", async () => {
      test.setTimeout(120_000);
      await withBrowser(engine.open, async (session) => {
        await session.go(`http://localhost:${String(strict.port)}/`);
        const spoken = await until(
          () =>
            session.read<string>(
              `return [...document.querySelectorAll("[data-part=live], [aria-live]")].map((each) => each.textContent).join(" ").trim() || null`,
            ),
          "an announcement",
        );
        await session.read(`window.played.ask(); return 1`);
        await until(
          () => session.read(`return document.querySelector("dialog[open]")?.matches(":modal")`),
          "a modal dialog",
        );
        await until(
          () => session.read(`return document.querySelector("dialog[open]").contains(document.activeElement)`),
          "focus inside",
        );
        const stays = await session.read<boolean>(
          `document.querySelector("main button, #root button")?.focus(); return document.querySelector("dialog[open]").contains(document.activeElement)`,
        );
        expect(stays).toBe(true);
        await session.press("Cancel");
        await until(() => session.read(`return document.querySelector("dialog[open]") === null`), "the prompt is gone");
        console.log(`${session.version} · dialog: modal, focus kept; announced: ${spoken.slice(0, 60)}`);
      });
    });
  });
}

async function withBrowser(open: () => Promise<Session>, play: (session: Session) => Promise<void>): Promise<void> {
  const session = await open();
  try {
    await play(session);
  } finally {
    await session.end();
  }
}

/** The page notes what the browser refuses. `strictly` gives the script its nonce. */
function noting(answer: Answer): Answer {
  const script = `<script data-notes>window.violations = []; document.addEventListener("securitypolicyviolation", (event) => window.violations.push(event.violatedDirective + " " + event.blockedURI));</script>`;
  return async (request, url) => {
    const found = await answer(request, url);
    if (found === null || !/^text\/html/.test(found.headers["content-type"] ?? "")) return found;
    return { ...found, body: String(found.body).replace("<title>", `${script}<title>`) };
  };
}
