import type { Diagnosis } from "../model/Diagnosis.js";
import type { ReauthFlow } from "../model/ReauthFlow.js";

/** Finds the flow that heals a failure. Undefined: none does. */
export type FlowFor = (diagnosis: Diagnosis | null) => ReauthFlow | undefined;

/** By the failure's catalog. One without a catalog, as a bare 401 is, is the first flow's. */
export function createFlowFor(flows: readonly ReauthFlow[]): FlowFor {
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
