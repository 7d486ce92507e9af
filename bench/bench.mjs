#!/usr/bin/env node
// npm run bench -- size|classify|render|storm|goals [--only name,name*] [--rounds n] [--out file.json]   (see README.md)
import { prepare } from "./lib/prepare.mjs";
import { args } from "./lib/util.mjs";

process.env.NODE_ENV = "production"; // before any peer is imported
const given = args();
const suites = ["size", "classify", "render", "storm"];
const known = [...suites, "goals"];
const picked = given._.length > 0 && given._[0] !== "all" ? given._ : suites;
const strange = picked.find((suite) => !known.includes(suite));
if (strange !== undefined) {
  console.error(`There is no suite "${strange}": there are ${known.join(", ")}.`);
  process.exit(2);
}
if (!given["no-build"]) prepare();
for (const suite of picked) {
  console.log(`\n== ${suite} ==`);
  const { run } = await import(`./lib/suite-${suite}.mjs`);
  await run(given);
}
