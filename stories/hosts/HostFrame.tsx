import { lazy, Suspense, type ReactElement, type ReactNode } from "react";
import type { Host, HostProps } from "./Host.js";

const loaders = import.meta.glob<{ host: Host }>("./{antd,mantine,mui,shadcn,shadcn-hsl,tdesign}.tsx");

/** The design systems that stories can stand in. */
export const hostNames: readonly string[] = Object.keys(loaders).map((path) => path.slice(2, -4));

/** Loaded when it is chosen: six design systems are a lot to start with. */
const frames = Object.fromEntries(
  Object.entries(loaders).map(([path, load]) => [
    path.slice(2, -4),
    lazy(async () => {
      const { host } = await load();
      return { default: (props: FrameProps) => <Frame {...props} host={host} /> };
    }),
  ]),
);

interface FrameProps extends Pick<HostProps, "scheme"> {
  /** The scope of the bridge, where a page has several. Default: everywhere. */
  readonly scope?: string;
  readonly children: (host: Host | undefined) => ReactNode;
}

function Frame({ host, scheme, scope, children }: FrameProps & { readonly host: Host }): ReactElement {
  return (
    <>
      {host.styles.map((sheet, index) => (
        <style key={index}>{scope === undefined ? sheet : scoped(sheet, scope)}</style>
      ))}
      <host.Provider scheme={scheme}>{children(host)}</host.Provider>
    </>
  );
}

/** A bridge is one rule, so it can be scoped; the two themes of shadcn/ui must be, since their variables have the same names. Other sheets are left alone. */
function scoped(sheet: string, scope: string): string {
  if (sheet.includes("--te-color-bg")) return sheet.replace(/\/\*.*?\*\//gs, "").replaceAll(/[^{}]+\{/g, `${scope} {`);
  return sheet.includes("--popover:") ? sheet.replace(":root", scope) : sheet;
}

/** A story inside of a design system, or on its own where none is named. */
export function HostFrame({ name, ...props }: FrameProps & { readonly name: unknown }): ReactElement {
  const Named = typeof name === "string" ? frames[name] : undefined;
  if (Named === undefined) return <>{props.children(undefined)}</>;
  return (
    <Suspense fallback={null}>
      <Named {...props} />
    </Suspense>
  );
}
