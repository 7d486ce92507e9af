// What a page pays at its start for the kit, as each bundler builds it from the packed tarball. Part of npm run check:sizes.
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { bundlers, zipped } from "./bundlers.mjs";

/** The set-up that the README shows. */
const readme = `${readFileSync("README.md", "utf8").match(/## The whole set-up\n\n```tsx\n([\s\S]*?)```/)?.[1] ?? ""}
  console.log(App);`;

/** The apps that are weighed. */
export const apps = {
  "the README's page": readme,
  "a page": `
    import { ErrorNotice, ReauthPrompt, TencentErrorProvider } from "tencent-error-kit";
    import { createTencentErrorClient } from "tencent-error-kit/core";
    import { popupReauth } from "tencent-error-kit/flows/popupReauth";
    import { user } from "tencent-error-kit/locales/en";
    import { attachTencentErrors, tencentRetry, tencentRetryDelay } from "tencent-error-kit/query";
    console.log(ErrorNotice, ReauthPrompt, TencentErrorProvider, createTencentErrorClient, popupReauth, user,
      attachTencentErrors, tencentRetry, tencentRetryDelay);`,
  "init's page": `
    import { ErrorNoticeRegion, ReauthPrompt, TencentErrorProvider } from "tencent-error-kit";
    import { createTencentErrorClient } from "tencent-error-kit/core";
    import { tencentFetch } from "tencent-error-kit/fetch";
    import { autoReauth } from "tencent-error-kit/flows/autoReauth";
    import { user } from "tencent-error-kit/locales/zh-CN";
    import { attachTencentErrors, tencentRetry, tencentRetryDelay } from "tencent-error-kit/query";
    console.log(ErrorNoticeRegion, ReauthPrompt, TencentErrorProvider, createTencentErrorClient, tencentFetch, autoReauth,
      user, attachTencentErrors, tencentRetry, tencentRetryDelay);`,
  "two lines": `
    import { ErrorNotice, TencentErrorProvider } from "tencent-error-kit";
    import { user } from "tencent-error-kit/locales/en";
    console.log(ErrorNotice, TencentErrorProvider, user);`,
};

/** A later part that an app imports by its own door. */
export const planted = `${apps["a page"]}
  import { TicketDialog } from "tencent-error-kit/ticket";
  console.log(TicketDialog);`;

/**
 * Packs the kit, and hands over how each bundler builds an app with it.
 * @template Result
 * @param {(sizeOf: (bundler: string, app: string) => Promise<import("./bundlers.mjs").Sizes>) => Promise<Result>} weigh
 */
export async function withPackedKit(weigh) {
  const folder = mkdtempSync(join(tmpdir(), "page-"));
  try {
    const kit = join(folder, "node_modules", "tencent-error-kit");
    mkdirSync(kit, { recursive: true });
    execFileSync("npm", ["pack", "--silent", "--ignore-scripts", "--pack-destination", folder]);
    const tarball = readdirSync(folder).find((name) => name.endsWith(".tgz")) ?? "";
    execFileSync("tar", ["-xzf", join(folder, tarball), "--strip-components=1", "-C", kit]);
    const css = zipped(readFileSync(join(kit, "dist", "styles.css")));
    return await weigh(async (bundler, app) => {
      const own = mkdtempSync(join(folder, "app-"));
      const page = join(own, app === readme ? "page.tsx" : "page.js");
      writeFileSync(page, app);
      const build = bundlers[bundler];
      if (build === undefined) throw new Error(`There is no bundler called ${bundler}.`);
      const { eager, ...later } = await build(page, kit);
      return { eager: eager + css, ...later };
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
}
