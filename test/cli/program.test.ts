import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "vite";
import { afterAll, beforeAll, expect, test } from "vitest";
import kit from "../../package.json" with { type: "json" };

const folder = mkdtempSync(join(tmpdir(), "command-"));
const program = join(folder, "cli.js");

beforeAll(() => build({ mode: "command", logLevel: "error", build: { outDir: folder } }), 120_000);
afterAll(() => rmSync(folder, { recursive: true }));

/** Runs the built command as a shell would. */
function call(argv: readonly string[], piped = ""): Promise<readonly [code: number, out: string, err: string]> {
  return new Promise((resolve) => {
    const child = execFile(process.execPath, [program, ...argv], (error, out, err) => {
      resolve([error === null ? 0 : Number(error.code), out, err]);
    });
    child.stdin?.end(piped);
  });
}

test("the built command is one file that runs by itself", async () => {
  expect(kit.bin["tencent-error-kit"]).toBe("dist/cli.js");
  expect(readFileSync(program, "utf8")).toMatch(/^#!\/usr\/bin\/env node\n/);
  const imported = [...readFileSync(program, "utf8").matchAll(/^import .* from "(.*)";$/gm)].map(
    ([, name = ""]) => name,
  );
  expect(imported.filter((name) => !name.startsWith("node:"))).toEqual([]);
  expect(await call(["--version"])).toEqual([0, `${kit.version}\n`, ""]);
  expect((await call(["explain"], 'callback( {"error":100016} );'))[1]).toContain("ACCESS_TOKEN_CHECK_FAILED");
  expect((await call(["explain", "-999"]))[0]).toBe(1);
  expect((await call(["check", join(folder, "none.mjs")]))[0]).toBe(2);
});
