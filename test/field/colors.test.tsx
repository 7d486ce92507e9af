import { expect, test, vi } from "vitest";
import { ErrorNotice, ReauthPrompt } from "../../src/index.js";
import bridge from "../../src/styles/bridges/shadcn.css?inline";
import sheet from "../../src/styles/styles.css?inline";
import { onPage } from "../components/onPage.js";

// first, since the warning comes once a page
test("the kit's own colours, and those of an app, are colours", async () => {
  const warn = vi.spyOn(console, "warn").mockImplementation(() => undefined);
  const { show } = await onPage(
    <>
      <style>{sheet}</style>
      <ErrorNotice error={{ ret: -6 }} />
    </>,
  );
  await show(
    <>
      <style>{sheet}</style>
      <style>
        {":root { --te-color-bg: oklch(1 0 0); --te-color-primary: light-dark(#123, color-mix(in srgb, red, blue)) }"}
      </style>
      <div data-te-scheme="dark">
        <ErrorNotice key="dark" error={{ ret: -6 }} />
      </div>
    </>,
  );
  await show(<ErrorNotice key="bare" error={{ ret: -6 }} />);
  expect(warn).not.toHaveBeenCalled();
});

test("an invalid colour is warned of once, with the sheet that fixes it", async () => {
  const warn = vi.spyOn(console, "warn").mockImplementation(() => undefined);
  const { client, show } = await onPage(
    <>
      <style>{sheet + bridge}</style>
      <style>{":root { --popover: 0 0% 100%; --primary: 222.2 47.4% 11.2% }"}</style>
      <ReauthPrompt />
    </>,
  );
  client.reauth.require(client.diagnose({ ret: -73 }));
  await expect.poll(() => warn.mock.calls.length).toBe(1);
  const [said] = warn.mock.calls[0] ?? [];
  expect(said).toMatch(
    /^\[tencent-error-kit\].*--te-color-bg is "0 0% 100%".*--te-color-primary is "222\.2 47\.4% 11\.2%"/,
  );
  expect(said).toContain("bridges/shadcn-hsl.css");
  expect(said).not.toMatch(/--te-color-(?:fg|border) /);
  await show(
    <>
      <style>{sheet + bridge}</style>
      <ErrorNotice error={{ ret: -6 }} />
    </>,
  );
  expect(warn).toHaveBeenCalledTimes(1);
});
