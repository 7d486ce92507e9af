import { notifyManager } from "@tanstack/react-query";
import { useEffect, useRef, version, type ReactElement } from "react";
import { version as domVersion } from "react-dom";
import { expect, inject, test } from "vitest";
import { render } from "vitest-browser-react";

test("the suites run with the versions that their project is called after", () => {
  const isOldest = inject("isOldest");
  expect([version, domVersion]).toEqual(isOldest ? ["18.2.0", "18.2.0"] : [version, version]);
  expect(version.startsWith("18")).toBe(isOldest);
  expect("setScheduler" in notifyManager).toBe(!isOldest);
});

test("what they render stands in a StrictMode where their project says so", async () => {
  const mounts = { count: 0 };
  function Part(): ReactElement {
    const own = useRef(mounts);
    useEffect(() => void (own.current.count += 1), []);
    return <p>Part</p>;
  }
  await render(<Part />);
  expect(mounts.count).toBe(inject("isStrict") ? 2 : 1);
});
