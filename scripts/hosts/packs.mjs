// The packs of examples/, built as packages of their own with the packed kit, and asked for each of their codes.
import { readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { npm, prepare, run } from "./prepare.mjs";

/** Runs in the pack's folder: every row at its own host, beside the vendor's table and the pack's other catalogs. */
const ask = `
import { defineCatalog, diagnose, resolve, tencentCatalog, TencentError, unwrap } from "tencent-error-kit/core";
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
// codes that are words: the common ones of Cloud 3.0, https://cloud.tencent.com/document/api/213/30435
const common =
  "ActionOffline AuthFailure.InvalidAuthorization AuthFailure.InvalidSecretId AuthFailure.MFAFailure AuthFailure.SecretIdNotFound " +
  "AuthFailure.SignatureExpire AuthFailure.SignatureFailure AuthFailure.TokenFailure AuthFailure.UnauthorizedOperation DryRunOperation " +
  "FailedOperation InternalError InvalidAction InvalidParameter InvalidParameterValue InvalidRequest IpInBlacklist IpNotInWhitelist " +
  "LimitExceeded MissingParameter NoSuchProduct NoSuchVersion RequestLimitExceeded RequestSizeLimitExceeded ResourceInUse " +
  "ResourceNotFound ResourceUnavailable ServiceUnavailable UnauthorizedOperation UnknownParameter UnsupportedOperation";
const words = common.split(" ");
const reasonOf = (code) => code.replaceAll(".", "_").toUpperCase();
const cloud = defineCatalog({
  name: "cloud",
  dialects: ["cloud3"],
  rows: words.map((code) => ({
    code, reason: reasonOf(code), category: "request", fixer: "developer", retry: "fix", documented: [], remedies: ["checkRequest"],
  })),
  words: { en: { developer: Object.fromEntries(words.map((code) => [reasonOf(code), { title: \`The cloud says \${code}\` }])) } },
});
for (const code of words) {
  const body = { Response: { Error: { Code: code, Message: "" }, RequestId: "1" } };
  const diagnosis = diagnose(body, { catalogs: [...catalogs, cloud] });
  const said = resolve(diagnosis, en, { audience: "developer" }).title;
  if (diagnosis.catalog !== "cloud" || said !== \`The cloud says \${code}\`) faults.push(\`\${code} is told as \${said}\`);
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
