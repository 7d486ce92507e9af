import type { FlowFor, ReauthFlow, Renew } from "../model/ReauthFlow.js";
import type { Diagnosis } from "../model/Diagnosis.js";

declare const process: { readonly env: { readonly NODE_ENV?: string } };
declare const console: { warn(text: string): void };

/** By the failure's catalog. One without a catalog, as a bare 401 is, is the first flow's. */
export function createFlowFor(flows: readonly ReauthFlow[]): FlowFor {
  try {
    // right here, so that no bundler keeps its words
    if (process.env.NODE_ENV !== "production") {
      const names = flows.flatMap((flow) => [...new Set(catalogsOf(flow))]);
      for (const name of new Set(names.filter((each, at) => names.indexOf(each) !== at)))
        console.warn(
          `[tencent-error-kit] Two flows heal the catalog "${name}", so the second of them is never asked for it. ` +
            "Give each flow a provider with an id of its own, or say which catalogs it heals by catalogs.",
        );
    }
  } catch {
    // an unbundled page has no `process`
  }
  return (diagnosis) => {
    const name = diagnosis?.catalog;
    const [first] = flows;
    return name === undefined || isForAll(flows) ? first : flows.find((flow) => catalogsOf(flow).includes(name));
  };
}

/** Whether the one flow that is there heals whatever asks for a sign-in. */
export function isForAll(flows: readonly ReauthFlow[]): boolean {
  return flows.length < 2 && flows[0]?.catalogs === undefined;
}

function catalogsOf({ catalogs, provider }: ReauthFlow): readonly string[] {
  return catalogs ?? [provider === undefined || provider.id === "qq" ? "tencent" : provider.id];
}

/** Codes that only the person heals: a permission that was never given, a changed password. */
const personal: readonly (number | null)[] = [-20, -73, 100030];

/** Whether there is a renewal, and a new session of the same sign-in may heal it. */
export function isRenewable({ retry, catalog, failure }: Diagnosis, renew: Renew | undefined): boolean {
  return renew !== undefined && retry === "auth" && !(catalog === "tencent" && personal.includes(failure.code));
}
