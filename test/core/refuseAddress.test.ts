import { expect, test } from "vitest";
import { refuseAddress } from "../../src/core/refuseAddress.js";

test.each([[undefined], ["https://desk.example/new"], ["/desk"], ["/"]])("%j is taken", (url) => {
  expect(() => refuseAddress("desk", url)).not.toThrow();
});

test.each(["http://desk.example/", "//desk.example", "desk", "javascript:alert(1)", ""])(
  "%j is refused, and it is said why",
  (url) => {
    expect(() => refuseAddress("ticket desk", url)).toThrow(
      `The ticket desk is at "${url}", which others on the network could rewrite`,
    );
  },
);
