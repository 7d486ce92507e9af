import { DocsContainer, type DocsContainerProps } from "@storybook/addon-docs/blocks";
import { useEffect, type PropsWithChildren, type ReactElement } from "react";
import { schemeOf, themes } from "../../.storybook/theme.js";
import "./pages.css";
import { useGlobals } from "./useGlobals.js";

/** The pages of documentation follow the toolbar by day and by night, as stories do. */
export function Container({ context, children }: PropsWithChildren<DocsContainerProps>): ReactElement {
  const { theme } = useGlobals(context.channel);
  const scheme = schemeOf(theme);
  useEffect(() => document.documentElement.setAttribute("data-te-scheme", scheme), [scheme]);
  return (
    <DocsContainer context={context} theme={themes[scheme]}>
      {children}
    </DocsContainer>
  );
}
