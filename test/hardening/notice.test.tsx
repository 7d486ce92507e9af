import { expect, test } from "vitest";
import { page } from "vitest/browser";
import { ErrorNotice } from "../../src/index.js";
import { onPage } from "../components/onPage.js";

const handlers = ["onerror", "onload", "ontoggle", "onfocus", "onbegin", "onanimationstart"];
const bearers = ["img src=x", "svg", "iframe srcdoc=x", "details open", "input autofocus", "video src=x"];
const attacks = [
  ...bearers.flatMap((bearer) => handlers.map((handler) => `<${bearer} ${handler}=window.__xss=1>`)),
  ...["script", "style", "math", "object", "embed", "form", "base", "link", "meta", "template", "body", "a"].flatMap(
    (tag) => [`<${tag}>window.__xss=1</${tag}>`, `"></${tag}><${tag} href=javascript:window.__xss=1>`],
  ),
];

const foreign = "script,img,svg:not([data-part=icon]),iframe,style,object,embed,form,video,math,template";

test(
  "T01, T05, P13: sixty texts of a server are shown as what they are, and nothing of them runs or can be clicked",
  { tags: ["T01", "T05", "P13"] },
  async () => {
    expect(attacks).toHaveLength(60);
    const texts = [...attacks, "http://evil.test [x](javascript:1)"];
    const { screen } = await onPage(
      <>
        {texts.map((msg) => (
          <ErrorNotice key={msg} error={{ ret: -5, msg }} details headingLevel={2} />
        ))}
      </>,
      { audience: "developer" },
    );
    const shown = screen.container;
    for (const summary of shown.querySelectorAll("summary")) summary.click();
    await expect.poll(() => shown.querySelectorAll("bdi[dir=ltr]").length).toBeGreaterThan(texts.length);
    await expect.poll(() => shown.textContent).toContain(texts.at(-1));
    for (const text of texts) expect(shown.textContent).toContain(text);
    expect(shown.querySelectorAll(foreign)).toHaveLength(0);
    expect(
      [...shown.querySelectorAll("a")].map(({ href }) => href).filter((href) => !href.startsWith("https://")),
    ).toEqual([]);
    expect(
      [...shown.querySelectorAll("*")]
        .flatMap((one) => one.getAttributeNames())
        .filter((name) => name.startsWith("on")),
    ).toEqual([]);
    expect(window).not.toHaveProperty("__xss");
  },
);

test("T32: every link to another page has no opener", { tags: ["T32"] }, async () => {
  const { screen } = await onPage(<ErrorNotice error={{ ret: -5 }} />, { audience: "developer" });
  const links = [...screen.container.querySelectorAll("a")];
  expect(links.length).toBeGreaterThan(0);
  for (const link of links) expect(link).toMatchObject({ target: "_blank", rel: "noopener noreferrer" });
});

test("T51: elements that clobber names of the DOM change nothing", { tags: ["T51"] }, async () => {
  const names =
    "body config location document window crypto history name opener top parent origin navigator fetch open locks".split(
      " ",
    );
  const { screen } = await onPage(<ErrorNotice error={{ ret: -21 }} />);
  const before = screen.container.textContent;
  await screen.unmount();
  const again = await onPage(
    <>
      {names.flatMap((name) => [<a key={name} id={name} />, <form key={`${name} form`} name={name} />])}
      <ErrorNotice error={{ ret: -21 }} />
    </>,
  );
  expect(again.screen.container.textContent).toBe(before);
  expect(document.querySelector("[data-part=live]")?.parentElement?.localName).toBe("body");
});

test("4.1.3: any number of notices share one live region", async () => {
  await onPage(
    <>
      {[-5, -6, -20, -21, 100016].map((ret) => (
        <ErrorNotice key={ret} error={{ ret }} />
      ))}
    </>,
  );
  await expect.element(page.getByText("Code 100016")).toBeVisible();
  const regions = document.querySelectorAll(
    "[data-part=live], [data-part=notice] :is([aria-live],[role=alert],[role=status],output), [data-part=notice]:is([aria-live],[role=alert],[role=status])",
  );
  expect(regions).toHaveLength(1);
});
