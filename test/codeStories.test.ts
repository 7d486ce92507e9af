import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { codeStories } from "../scripts/codeStories.mjs";
import { codeTable } from "../src/cli/publicData.js";

test("the sidebar's search finds every code of the table by its number and its name", async () => {
  const made = await codeStories();
  const written = readFileSync(new URL("../stories/Codes.stories.tsx", import.meta.url), "utf8");
  expect(written, "npm run update:api makes it anew").toBe(made);
  const names = [...made.matchAll(/name: "([^"]+)"/g)].map(([, name = ""]) => name);
  expect(names.map((name) => Number.parseInt(name, 10))).toEqual(codeTable().map(({ code }) => code));
  expect(names).toContainEqual(expect.stringMatching(/^-21 [A-Z][a-z ]+ · QQ/));
});
