import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { connect, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freePort } from "../../scripts/hosts/servers.mjs";
import { createSession, type Session, until } from "./Session.js";

// prettier-ignore
const preferences: Readonly<Record<string, boolean | string | number>> = {
  "browser.shell.checkDefaultBrowser": false, "browser.startup.page": 0, "browser.startup.homepage_override.mstone": "ignore",
  "datareporting.policy.dataSubmissionEnabled": false, "toolkit.telemetry.enabled": false, "app.update.enabled": false,
  "network.captive-portal-service.enabled": false, "network.connectivity-service.enabled": false, "browser.aboutwelcome.enabled": false,
  "extensions.getAddons.cache.enabled": false, "services.settings.server": "data:,#remote-settings-dummy/v1",
};

/** A Firefox as it is installed, controlled by Marionette, which it has built in. */
export async function openFirefox(program: string): Promise<Session> {
  const port = await freePort();
  const profile = mkdtempSync(join(tmpdir(), "firefox-"));
  const lines = Object.entries({ ...preferences, "marionette.port": port }).map(
    ([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});`,
  );
  writeFileSync(join(profile, "user.js"), lines.join("\n"));
  const args = ["-headless", "-marionette", "-no-remote", "-profile", profile];
  const browser = spawn(program, args, { stdio: "ignore", env: { ...process.env, HOME: profile } });
  const socket = await until(() => connected(port), "Firefox", 60_000);
  const ask = createMarionette(socket);
  const { capabilities } = (await ask("WebDriver:NewSession", { capabilities: { alwaysMatch: {} } })) as {
    readonly capabilities: { readonly browserVersion: string };
  };
  return createSession(
    `Firefox ESR ${capabilities.browserVersion}`,
    async (command, parameters = {}) => ask(`WebDriver:${command}`, parameters),
    () => {
      socket.destroy();
      browser.once("exit", () => rmSync(profile, { recursive: true, force: true, maxRetries: 3 }));
      browser.kill();
    },
  );
}

function connected(port: number): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, "127.0.0.1", () => resolve(socket));
    socket.once("error", reject);
  });
}

type Ask = (name: string, parameters: object) => Promise<unknown>;

/** Packets of a length, a colon and JSON: `[0, id, name, parameters]` there, `[1, id, error, result]` back. */
function createMarionette(socket: Socket): Ask {
  const waiting = new Map<number, (error: object | null, result: unknown) => void>();
  let buffer = Buffer.alloc(0);
  let last = 0;
  socket.on("data", (data: Buffer) => {
    buffer = Buffer.concat([buffer, data]);
    for (;;) {
      const colon = buffer.indexOf(":");
      const end = colon + 1 + Number(buffer.subarray(0, colon).toString());
      if (colon === -1 || buffer.length < end) return;
      const message: unknown = JSON.parse(buffer.subarray(colon + 1, end).toString());
      buffer = buffer.subarray(end);
      // the first one is a greeting
      if (!Array.isArray(message)) continue;
      const [, id, error, result] = message as [number, number, object | null, unknown];
      waiting.get(id)?.(error, result);
      waiting.delete(id);
    }
  });
  return (name, parameters) =>
    new Promise((resolve, reject) => {
      const id = ++last;
      waiting.set(id, (error, result) => {
        if (error !== null) reject(new Error(`${name}: ${String(Reflect.get(error, "message"))}`));
        else resolve(isWrapped(result) ? result.value : result);
      });
      const packet = JSON.stringify([0, id, name, parameters]);
      socket.write(`${String(Buffer.byteLength(packet))}:${packet}`);
    });
}

function isWrapped(result: unknown): result is { readonly value: unknown } {
  return typeof result === "object" && result !== null && "value" in result;
}
