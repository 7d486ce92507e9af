// Finds a Chrome or Chromium for the tests, and installs one when there is none that starts.
//   node scripts/chromium.mjs    makes sure of one and prints its path
import { spawnSync } from "node:child_process";
import { accessSync, constants, existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import { homedir, platform, tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { pathToFileURL } from "node:url";

const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge"];
const folders = ["/usr/bin", "/usr/local/bin", "/opt/google/chrome"];
const macApps = ["Google Chrome", "Chromium", "Microsoft Edge"];
const windowsApps = ["Google/Chrome/Application/chrome.exe", "Microsoft/Edge/Application/msedge.exe"];
const cached = [
  "chrome-linux/chrome",
  "chrome-linux64/chrome",
  "chrome-mac/Chromium.app/Contents/MacOS/Chromium",
  "chrome-mac-arm64/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing",
  "chrome-mac-x64/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing",
  "chrome-win/chrome.exe",
  "chrome-win64/chrome.exe",
];

/** For local pages only: no sandbox (root and containers have none), no GPU, no background requests. */
const args = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--disable-dev-shm-usage",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/**
 * The path of a Chrome or Chromium, not started yet. Throws when `CHROME_PATH` is set to a file that is none.
 * @returns {string | undefined}
 */
export function findChromium() {
  return candidates()[0];
}

/**
 * How Playwright starts it. Without a path it looks for one of its own.
 * @returns {{ args: string[], executablePath?: string }}
 */
export function chromiumLaunch(path = findChromium()) {
  return { args, ...(path !== undefined && { executablePath: path }) };
}

/**
 * The path of a Chrome or Chromium that starts, installed if need be. Throws one sentence on what to do.
 * @returns {string}
 */
export function ensureChromium() {
  const path = working() ?? (fromPlaywright() ? working() : undefined) ?? (fromDebian() ? working() : undefined);
  if (path === undefined)
    throw new Error(
      "No Chrome or Chromium starts here and none could be installed: install one (apt-get install chromium, brew install --cask google-chrome) and set CHROME_PATH to it.",
    );
  return path;
}

function candidates() {
  const chosen = process.env["CHROME_PATH"];
  if (chosen) return [checked(chosen)];
  return [...onSystem(), ...inPlaywrightCache()].filter(isExecutable);
}

/** @param {string} path */
function checked(path) {
  if (isExecutable(path)) return path;
  throw new Error(`CHROME_PATH is "${path}", which is not an executable file: correct it or unset it.`);
}

function onSystem() {
  if (platform() === "darwin")
    return macApps.flatMap((app) =>
      ["/Applications", join(homedir(), "Applications")].map((root) => join(root, `${app}.app/Contents/MacOS/${app}`)),
    );
  if (platform() === "win32") {
    const roots = [process.env["PROGRAMFILES"], process.env["PROGRAMFILES(X86)"], process.env["LOCALAPPDATA"]];
    return roots.filter((root) => root !== undefined).flatMap((root) => windowsApps.map((app) => join(root, app)));
  }
  const places = [...(process.env["PATH"] ?? "").split(delimiter).filter(Boolean), ...folders];
  return names.flatMap((name) => places.map((place) => join(place, name)));
}

/** What `playwright install chromium` keeps, newest revision first. */
function inPlaywrightCache() {
  const root = playwrightCache();
  if (!existsSync(root)) return [];
  const revisions = readdirSync(root).filter((name) => /^chromium-\d+$/.test(name));
  revisions.sort((a, b) => Number(b.slice(9)) - Number(a.slice(9)));
  return revisions.flatMap((revision) => cached.map((file) => join(root, revision, file)));
}

function playwrightCache() {
  const own = process.env["PLAYWRIGHT_BROWSERS_PATH"];
  if (own && own !== "0") return own;
  if (platform() === "darwin") return join(homedir(), "Library/Caches/ms-playwright");
  if (platform() === "win32") return join(process.env["LOCALAPPDATA"] ?? homedir(), "ms-playwright");
  return join(process.env["XDG_CACHE_HOME"] ?? join(homedir(), ".cache"), "ms-playwright");
}

/** @param {string} file */
function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
}

function working() {
  return candidates().find(starts);
}

/**
 * Starts it: an existing file may be a snap's stub or lack a library.
 * @param {string} path
 */
function starts(path) {
  const profile = mkdtempSync(join(tmpdir(), "chromium-"));
  const page = ["--headless", `--user-data-dir=${profile}`, "--dump-dom", "data:text/html,<title>it-starts</title>"];
  try {
    const run = spawnSync(path, [...args, ...page], { encoding: "utf8", timeout: 60_000 });
    if (run.status === 0 && run.stdout.includes("it-starts")) return true;
    console.error(
      `${path} does not start: ${run.error?.message ?? run.stderr.trim().split("\n").slice(-3).join(" | ")}`,
    );
    return false;
  } finally {
    rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}

function fromPlaywright() {
  console.error("No Chrome or Chromium that starts; trying Playwright's download (150 MB).");
  const cli = join(createRequire(import.meta.url).resolve("playwright/package.json"), "../cli.js");
  return succeeds(process.execPath, [cli, "install", "chromium"], "ignore");
}

/** Debian alone: Ubuntu's package of that name installs a snap. */
function fromDebian() {
  if (!existsSync("/etc/os-release") || !/^ID=debian$/m.test(readFileSync("/etc/os-release", "utf8"))) return false;
  const root = process.getuid?.() === 0 ? [] : ["sudo", "-n"];
  if (root.length > 0 && spawnSync("sudo", ["-n", "true"]).status !== 0) return false;
  console.error("Trying Debian's package.");
  const [command, ...args] = [...root, "apt-get", "-q", "-o", "DPkg::Lock::Timeout=300"];
  const install = ["install", "-y", "--no-install-recommends", "chromium"];
  return succeeds(command, [...args, "update"]) && succeeds(command, [...args, ...install]);
}

/**
 * Runs a command, and shows on stderr what it says unless that is ignored.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {"ignore" | 2} said
 */
function succeeds(command, args, said = 2) {
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  return spawnSync(command, args, { stdio: ["ignore", said, said], env }).status === 0;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  try {
    console.log(ensureChromium());
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
