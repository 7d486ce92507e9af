import { GLOBALS_UPDATED, SET_GLOBALS } from "storybook/internal/core-events";
import { addons } from "storybook/manager-api";
import { labelsFor } from "./sidebarLabels.js";
import { schemeOf, themes } from "./theme.js";

/** What the toolbar says, whichever event brings it. */
interface Told {
  readonly globals?: { readonly theme?: unknown; readonly locale?: unknown };
}

/** The frame follows the toolbar: its colours by day and by night, the names of its pages in Chinese and English. */
function dress({ globals = {} }: Told): void {
  const { theme, locale } = globals;
  addons.setConfig({
    theme: themes[schemeOf(theme)],
    sidebar: { renderLabel: labelsFor(locale) },
    panelPosition: "bottom",
    // the first page shows by itself what it does
    layoutCustomisations: { showPanel: ({ storyId }, shown) => shown && !storyId.startsWith("recipes-friends") },
  });
}

addons.register("tencent-error-kit", () => {
  const channel = addons.getChannel();
  channel.on(SET_GLOBALS, dress);
  channel.on(GLOBALS_UPDATED, dress);
});
dress({ globals: Object.fromEntries(globalsInAddress()) });

/** Storybook ends every title with its own name. */
function nameTitle(): void {
  const named = document.title.replace(/(?:^|\u22C5 )Storybook$/, "\u22C5 tencent-error-kit").replace(/^\u22C5 /, "");
  if (named !== document.title) document.title = named;
}
new MutationObserver(nameTitle).observe(document.head, { childList: true, subtree: true, characterData: true });
nameTitle();

/** What the address gives, before the preview answers: `globals=theme:dark;locale:en`. */
function globalsInAddress(): readonly (readonly [string, string])[] {
  const given = new URLSearchParams(location.search).get("globals") ?? "";
  return given.split(";").map((pair) => [pair.split(":")[0] ?? "", pair.split(":")[1] ?? ""]);
}
