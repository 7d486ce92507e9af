// The packs of examples/, built as packages of their own with the packed kit, and asked for each of their codes.
import { readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { npm, prepare, run } from "./prepare.mjs";

/** Runs in the pack's folder: every row at its own host, beside the vendor's table and the pack's other catalogs. */
const ask = `
import { diagnose, resolve, tencentCatalog, TencentError, unwrap } from "tencent-error-kit/core";
import en from "tencent-error-kit/locales/en";
import * as pack from "./dist/index.js";

const packs = Object.values(pack).filter((each) => Array.isArray(each?.rows));
const catalogs = [tencentCatalog, ...packs];
const faults = [];
for (const { name, rows, pack: given } of packs)
  for (const row of rows) {
    const url = \`https://\${given.hosts[0]}/x\`;
    const bodies = [{ errcode: row.code, errmsg: "" }, { code: row.code, message: "", message_cn: "" }];
    const found = bodies.map((body) => {
      try {
        unwrap(body, { status: 200, headers: { get: () => "application/json" }, url }, catalogs);
      } catch (error) {
        return error instanceof TencentError ? error.diagnosis : undefined;
      }
    });
    const diagnosis = found.find((each) => each?.catalog === name && each.row?.reason === row.reason);
    if (diagnosis === undefined) faults.push(\`\${name} \${row.code} is not found\`);
    else if (["user", "developer"].some((audience) => resolve(diagnosis, en, { audience }).title === ""))
      faults.push(\`\${name} \${row.code} says nothing\`);
  }
const vendors = tencentCatalog.rows.filter((row) => diagnose({ ret: row.code, msg: "" }, { catalogs }).row === row);
if (vendors.length !== 45) faults.push(\`\${vendors.length} of the vendor's 45\`);
if (packs.length === 0 || faults.length > 0) throw new Error(faults.join("; ") || "no pack");
`;

/** @param {string} tarball */
export function playPacks(tarball) {
  /** @type {Record<string, Record<string, string>>} */
  const table = {};
  for (const name of readdirSync("examples").filter((each) => each.endsWith("-pack"))) {
    const steps = (table[name] = { builds: "NO", "finds all": "NO", "is explained": "NO" });
    try {
      const root = prepare(name, tarball);
      npm(root, "run", "build");
      steps.builds = "yes";
      writeFileSync(join(root, "ask.mjs"), ask);
      run(root, "node", ["ask.mjs"]);
      steps["finds all"] = "yes";
      const code = name === "ads-pack" ? "11012" : "42001";
      run(root, "node_modules/.bin/tencent-error-kit", ["explain", code, "--pack", "dist/index.js"]);
      steps["is explained"] = "yes";
    } catch (error) {
      console.error(`${name}: ${String(error)}`);
    }
  }
  console.table(table);
  return Object.values(table).every((steps) => Object.values(steps).every((cell) => cell === "yes"));
}
