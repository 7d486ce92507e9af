import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { openFirefox } from "./openFirefox.js";
import { openWebKit } from "./openWebKit.js";
import type { Session } from "./Session.js";

/** A browser besides Chromium. */
export interface Engine {
  readonly name: "Firefox" | "WebKitGTK";
  /** What brings it on Debian, where it is missing; undefined where it is there. */
  readonly missing: string | undefined;
  open(): Promise<Session>;
}

const miniBrowsers = ["4.1", "4.0", "6.0"].flatMap((version) =>
  ["x86_64", "aarch64"].map((machine) => `/usr/lib/${machine}-linux-gnu/webkit2gtk-${version}/MiniBrowser`),
);

/** Each with its programs, as Debian's packages lay them. */
export function findEngines(): readonly Engine[] {
  const firefox = which("firefox-esr") ?? which("firefox");
  const [driver, screen] = [which("WebKitWebDriver"), which("Xvfb")];
  const browser = miniBrowsers.find((path) => existsSync(path));
  const isWhole = driver !== undefined && screen !== undefined && browser !== undefined;
  return [
    {
      name: "Firefox",
      missing: firefox === undefined ? "apt-get install firefox-esr" : undefined,
      open: () => openFirefox(firefox ?? ""),
    },
    {
      name: "WebKitGTK",
      missing: isWhole ? undefined : "apt-get install webkit2gtk-driver xvfb",
      open: () => openWebKit({ driver: driver ?? "", browser: browser ?? "", screen: screen ?? "" }),
    },
  ];
}

function which(name: string): string | undefined {
  const folders = (process.env["PATH"] ?? "").split(delimiter);
  return folders.map((folder) => join(folder, name)).find((path) => existsSync(path));
}
