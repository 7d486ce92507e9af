import "@mantine/core/styles.css";
import { MantineProvider } from "@mantine/core";
import { createTheme, ThemeProvider } from "@mui/material/styles";
import { App, ConfigProvider, theme } from "antd";
import type { ReactElement, ReactNode } from "react";
import "tdesign-react/dist/tdesign.css";
import { afterEach, describe, expect, test } from "vitest";
import { page } from "vitest/browser";
import { render } from "vitest-browser-react";
import { createTencentErrorClient } from "../../src/core.js";
import { ErrorNotice, ReauthPrompt, TencentErrorProvider } from "../../src/index.js";
import en from "../../src/locales/en.js";
import { fakeReauth } from "../../src/testing/fakeReauth.js";

type Scheme = "light" | "dark";
interface HostProps {
  readonly scheme: Scheme;
  readonly children: ReactNode;
}

/** The design systems as their docs set them up. TDesign and shadcn are switched on the document alone. */
const hosts: Readonly<Record<string, (props: HostProps) => ReactElement>> = {
  antd: ({ scheme, children }) => (
    <ConfigProvider
      theme={{
        algorithm: scheme === "dark" ? theme.darkAlgorithm : theme.defaultAlgorithm,
      }}
    >
      <App>{children}</App>
    </ConfigProvider>
  ),
  mantine: ({ scheme, children }) => <MantineProvider forceColorScheme={scheme}>{children}</MantineProvider>,
  mui: ({ scheme, children }) => (
    <ThemeProvider
      theme={createTheme({
        cssVariables: { colorSchemeSelector: "data-mui-color-scheme" },
        colorSchemes: { light: true, dark: true },
      })}
      defaultMode={scheme}
      storageManager={null}
    >
      {children}
    </ThemeProvider>
  ),
  shadcn: ({ children }) => (
    <>
      <style>{shadcnTheme}</style>
      {children}
    </>
  ),
  "shadcn-hsl": ({ children }) => (
    <>
      <style>{shadcnTriples}</style>
      {children}
    </>
  ),
  tdesign: ({ children }) => <>{children}</>,
};

/** The neutral theme as `shadcn init` writes it, for the roles that the bridge reads. https://ui.shadcn.com/docs/theming */
const shadcnTheme = `
:root { --radius: 0.625rem; --popover: oklch(1 0 0); --popover-foreground: oklch(0.145 0 0); --card: oklch(1 0 0);
  --foreground: oklch(0.145 0 0); --primary: oklch(0.205 0 0); --primary-foreground: oklch(0.985 0 0); --font-sans: serif;
  --muted-foreground: oklch(0.556 0 0); --destructive: oklch(0.577 0.245 27.325); --border: oklch(0.922 0 0); --ring: oklch(0.708 0 0); }
.dark { --popover: oklch(0.205 0 0); --popover-foreground: oklch(0.985 0 0); --card: oklch(0.205 0 0);
  --foreground: oklch(0.985 0 0); --primary: oklch(0.922 0 0); --primary-foreground: oklch(0.205 0 0);
  --muted-foreground: oklch(0.708 0 0); --destructive: oklch(0.704 0.191 22.216); --border: oklch(1 0 0 / 10%); --ring: oklch(0.556 0 0); }`;

/** The same as `shadcn init` wrote it for Tailwind 3. https://v3.shadcn.com/docs/theming */
const shadcnTriples = `
:root { --radius: 0.5rem; --popover: 0 0% 100%; --popover-foreground: 222.2 84% 4.9%; --card: 0 0% 100%; --font-sans: serif;
  --foreground: 222.2 84% 4.9%; --primary: 222.2 47.4% 11.2%; --primary-foreground: 210 40% 98%;
  --muted-foreground: 215.4 16.3% 46.9%; --destructive: 0 84.2% 60.2%; --border: 214.3 31.8% 91.4%; --ring: 222.2 84% 4.9%; }
.dark { --popover: 222.2 84% 4.9%; --popover-foreground: 210 40% 98%; --card: 222.2 84% 4.9%; --foreground: 210 40% 98%;
  --primary: 210 40% 98%; --primary-foreground: 222.2 47.4% 11.2%; --muted-foreground: 215 20.2% 65.1%;
  --destructive: 0 62.8% 30.6%; --border: 217.2 32.6% 17.5%; --ring: 212.7 26.8% 83.9%; }`;

const kit = import.meta.glob<string>("../../src/styles/styles.css", {
  query: "?inline",
  import: "default",
  eager: true,
});
const tokens = import.meta.glob<string>("../../src/styles/tokens.css", {
  query: "?inline",
  import: "default",
  eager: true,
});
const bridges = import.meta.glob<string>("../../src/styles/bridges/*.css", {
  query: "?inline",
  import: "default",
  eager: true,
});
const named = Object.entries(bridges).map(([path, sheet]) => [path.replace(/^.*\/|\.css$/g, ""), sheet] as const);
const root = document.documentElement;

afterEach(() => {
  root.classList.remove("dark");
  root.removeAttribute("theme-mode");
});

test("every bridge has a host to be tested with", () => {
  expect(named.map(([name]) => name).sort()).toEqual(Object.keys(hosts).sort());
});

/** Colours that a design system has no variable for: the kit's own stays. */
const without: Readonly<Record<string, readonly string[]>> = {
  mantine: ["--te-color-backdrop"],
  shadcn: ["--te-color-backdrop"],
  "shadcn-hsl": ["--te-color-backdrop"],
};

describe.each(named)("%s", (name, bridge) => {
  test("gives each colour of the tokens, or is listed without it", () => {
    const missing = coloursOf(Object.values(tokens).join("")).filter((role) => !coloursOf(bridge).includes(role));
    expect(missing).toEqual(without[name] ?? []);
  });

  test.each<Scheme>(["light", "dark"])(
    "gives its own value to every role, in the page and in the dialog: %s",
    async (scheme) => {
      await shown(name, bridge, scheme);
      for (const selector of ["[data-part=notice]", "dialog"]) {
        const roles = rolesOf(bridge, selector);
        expect(roles.length).toBeGreaterThan(15);
        expect(roles.filter(({ hosts: value }) => value === "")).toEqual([]);
        expect(roles.filter(({ ours, hosts: value }) => ours !== value)).toEqual([]);
      }
    },
  );

  test("paints the dialog as the scheme says", async () => {
    const screen = await shown(name, bridge, "light");
    const byDay = getComputedStyle(document.querySelector("dialog") ?? root).backgroundColor;
    await screen.unmount();
    await shown(name, bridge, "dark");
    expect(getComputedStyle(document.querySelector("dialog") ?? root).backgroundColor).not.toBe(byDay);
  });
});

async function shown(name: string, bridge: string, scheme: Scheme): ReturnType<typeof render> {
  root.classList.toggle("dark", scheme === "dark");
  root.setAttribute("theme-mode", scheme);
  const client = createTencentErrorClient({ reauth: fakeReauth() });
  const Host = hosts[name] ?? (({ children }: HostProps) => <>{children}</>);
  const screen = await render(
    <Host scheme={scheme}>
      <style>{Object.values(kit).join("") + bridge}</style>
      <TencentErrorProvider client={client} locale={en}>
        <ErrorNotice error={{ ret: -73 }} />
        <ReauthPrompt />
      </TencentErrorProvider>
    </Host>,
  );
  client.reauth.require(client.diagnose({ ret: -73 }));
  await expect.element(page.getByRole("dialog")).toBeVisible();
  return screen;
}

/** The roles of colours that a sheet gives a value to. */
function coloursOf(sheet: string): readonly string[] {
  return [...new Set([...sheet.matchAll(/(--te-color-[a-z-]+):/g)].map(([, role = ""]) => role))].sort();
}

/** Each role that the bridge names: as a part of the kit has it, and as the host's variable says it in the same place. */
function rolesOf(bridge: string, selector: string): { role: string; ours: string; hosts: string }[] {
  const style = getComputedStyle(document.querySelector(selector) ?? root);
  return [...bridge.matchAll(/(--te-[a-z-]+):\s*(hsl\()?var\((--[\w-]+)/g)].map(
    ([, role = "", wrapped = "", variable = ""]) => ({
      role,
      ours: style.getPropertyValue(role),
      hosts: wrapped === "" ? style.getPropertyValue(variable) : `hsl(${style.getPropertyValue(variable)})`,
    }),
  );
}
