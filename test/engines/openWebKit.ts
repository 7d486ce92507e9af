import { spawn } from "node:child_process";
import { freePort } from "../../scripts/hosts/servers.mjs";
import { createSession, type Session, until, type WebDriverCommand } from "./Session.js";

/** The programs of a WebKitGTK. */
export interface WebKitPrograms {
  readonly driver: string;
  readonly browser: string;
  readonly screen: string;
}

const ways: Readonly<Record<WebDriverCommand, readonly [method: "GET" | "POST" | "DELETE", path: string]>> = {
  Navigate: ["POST", "/url"],
  GetCurrentURL: ["GET", "/url"],
  GetWindowHandle: ["GET", "/window"],
  GetWindowHandles: ["GET", "/window/handles"],
  SwitchToWindow: ["POST", "/window"],
  SwitchToFrame: ["POST", "/frame"],
  CloseWindow: ["DELETE", "/window"],
  FindElement: ["POST", "/element"],
  ElementClick: ["POST", "/element/{id}/click"],
  ExecuteScript: ["POST", "/execute/sync"],
  DeleteSession: ["DELETE", ""],
};

/** WebKitGTK's own small browser, on a screen that only memory has, controlled by its driver. */
export async function openWebKit({ driver, browser, screen }: WebKitPrograms): Promise<Session> {
  const port = await freePort();
  const display = spawn(screen, ["-displayfd", "1", "-screen", "0", "1280x900x24"], {
    stdio: ["ignore", "pipe", "ignore"],
  });
  const number = await new Promise<string>((resolve) => {
    display.stdout.once("data", (data: Buffer) => resolve(data.toString().trim()));
  });
  const env = {
    ...process.env,
    DISPLAY: `:${number}`,
    GDK_BACKEND: "x11",
    WEBKIT_DISABLE_COMPOSITING_MODE: "1",
    NO_AT_BRIDGE: "1",
  };
  const server = spawn(driver, [`--port=${String(port)}`], { stdio: "ignore", env });
  const close = (): void => {
    server.kill();
    display.kill();
  };
  const ask = async (method: string, path: string, body?: object): Promise<unknown> => {
    const sent = method === "POST" ? { body: JSON.stringify(body ?? {}) } : {};
    const answer = await fetch(`http://127.0.0.1:${String(port)}${path}`, { method, ...sent });
    const { value } = (await answer.json()) as { readonly value: unknown };
    if (!answer.ok) throw new Error(`${path}: ${String(Reflect.get(Object(value) as object, "message"))}`);
    return value;
  };
  try {
    await until(() => ask("GET", "/status"), "WebKitWebDriver");
    const options = { "webkitgtk:browserOptions": { binary: browser, args: ["--automation"] } };
    const created = (await ask("POST", "/session", { capabilities: { alwaysMatch: options } })) as {
      readonly sessionId: string;
      readonly capabilities: { readonly browserVersion: string };
    };
    return createSession(
      `WebKitGTK ${created.capabilities.browserVersion}`,
      async (command, parameters = {}) => {
        const [method, path] = ways[command];
        return ask(
          method,
          `/session/${created.sessionId}${path.replace("{id}", String(parameters["id"]))}`,
          parameters,
        );
      },
      close,
    );
  } catch (error) {
    close();
    throw error;
  }
}
