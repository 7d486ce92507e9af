import { describe, expect, test } from "vitest";
import { ticketDesk, type TicketDeskOptions } from "../../src/flows/ticketDesk.js";

test("is the vendor's console, for developers, when nothing else is given", () => {
  expect(ticketDesk({ appVersion: "1.4.0" })).toMatchObject({
    audience: "developer",
    url: "https://console.cloud.tencent.com/workorder/category",
    appVersion: "1.4.0",
  });
  expect(ticketDesk().submit).toBeUndefined();
});

test.each(["https://support.example/new", "/support?from=app"])("takes %s as it is, for everyone", (url) => {
  expect(ticketDesk({ url })).toMatchObject({ audience: "everyone", url });
});

describe("refuses a desk at", () => {
  // prettier-ignore
  test.each(["http://support.example/", "javascript:alert(1)", "//other.example/", "/\\other.example", "mailto:a@b.example", "support",
    "https://known.example@other.example/", " https://a.example"])("%s", (url) => {
    expect(() => ticketDesk({ url })).toThrow(/\[tencent-error-kit\].*ticket desk/);
  });
});

test("refuses what must stay on a server", () => {
  const options: TicketDeskOptions & { readonly appKey: string } = { appKey: "1" };
  expect(() => ticketDesk(options)).toThrow(/appKey/);
});
