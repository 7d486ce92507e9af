import { execFile } from "node:child_process";
import { mkdir, readdir, readFile, rm, rmdir, writeFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import type { CommandIo } from "./CommandIo.js";

/** What a command reads and writes of one folder. */
export function createDiskIo(root: string): Pick<CommandIo, "read" | "list" | "ignored" | "write" | "remove"> {
  return {
    read: (path) => readFile(resolve(root, path), "utf8"),
    list: () => filesBelow(root, ""),
    ignored: (paths) => ignoredIn(root, paths),
    async write(path, text) {
      await mkdir(dirname(resolve(root, path)), { recursive: true });
      await writeFile(resolve(root, path), text);
    },
    async remove(path) {
      await rm(join(root, path), { force: true });
      let folder = dirname(path);
      while (folder !== "." && (await isRemoved(join(root, folder)))) folder = dirname(folder);
    },
  };
}

const skipped = /^(node_modules|dist|build|coverage|\.(?!umirc).*)$/;

async function filesBelow(root: string, folder: string): Promise<readonly string[]> {
  const entries = (await readdir(join(root, folder), { withFileTypes: true })).filter(
    ({ name }) => !skipped.test(name),
  );
  const found = entries.map(async (entry) => {
    const path = folder === "" ? entry.name : `${folder}/${entry.name}`;
    return entry.isDirectory() ? filesBelow(root, path) : [path];
  });
  return (await Promise.all(found)).flat();
}

/** As git tells it. Where it ignores the whole folder, or there is no git, nothing counts as ignored. */
async function ignoredIn(root: string, paths: readonly string[]): Promise<readonly string[]> {
  const told = await new Promise<readonly string[]>((done) => {
    const asking = execFile(
      "git",
      ["check-ignore", "-z", "--stdin"],
      { cwd: root, maxBuffer: 2 ** 28 },
      (_error, text) => {
        done(text.split("\0").filter((path) => path !== ""));
      },
    );
    asking.stdin?.on("error", () => undefined);
    asking.stdin?.end(["package.json", ...paths].join("\0"));
  });
  return told.includes("package.json") ? [] : told;
}

/** An empty folder is removed; another one stays. */
async function isRemoved(folder: string): Promise<boolean> {
  return rmdir(folder).then(
    () => true,
    () => false,
  );
}
