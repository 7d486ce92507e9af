import type { Module } from "./codeEdits.js";
import type { Loaders } from "./pageModules.js";
import type { Answers, Left, OtherCaller } from "./Project.js";

/** What calls, and what of it `init` may change. */
export interface Calling {
  readonly calling: readonly Module[];
  readonly fetching: readonly Module[];
  readonly left: readonly Left[];
}

/** Changes are for modules that the page alone loads; `own` are those that no tool has made. */
export function callingIn(
  modules: readonly Module[],
  own: readonly Module[],
  { page, others }: Loaders,
  answers: Answers,
): Calling {
  const calls = (module: Module): boolean => fetches(module, answers) || otherCalls.test(module.text);
  const reasonFor = (module: Module): string | undefined => {
    if (!page.has(module)) return "the page does not load it";
    if (!own.includes(module)) return "git ignores it";
    return others.has(module) && !asksPaths.test(module.text) ? "more than the page loads it" : undefined;
  };
  const isChanged = (module: Module): boolean => reasonFor(module) === undefined;
  const calling = modules.filter((module) => page.has(module) && isChanged(module));
  const left = modules
    .filter((module) => !isChanged(module) && (page.has(module) || own.includes(module)) && calls(module))
    .filter(({ text, path }) => !/["'/]tencent\/(?:fetch|axios|rtk|client)\b/.test(text) && !path.endsWith(".html"))
    .map((module) => ({ path: module.path, why: reasonFor(module) ?? "", isPages: page.has(module) }));
  return { calling, fetching: calling.filter((module) => fetches(module, answers)), left };
}

/** Axios and RTK Query. */
const otherCalls = /(?<![.\w$])(?:axios(?:\.\w+)?[(<]|fetchBaseQuery\()/;

/** A path is an address in a page alone: a server has no origin of its own. */
const asksPaths = /(?<![.\w$])(?:fetch|axios(?:\.\w+)?)\(\s*["'`]\/|\bbase(?:URL|Url):\s*["'`]\//;

function fetches({ path, text }: Module, answers: Answers): boolean {
  const calls = [...text.matchAll(/(?<![.\w$])fetch\((?:\s*["'`]([^"'`$]*)["'`]\s*[,)])?/g)];
  return (
    !path.endsWith(".html") && calls.some(([, address]) => address === undefined || mayBePlatform(address, answers))
  );
}

/** An address that stands in the code whole. The exchange is the app's own, and where the platform is known, so is all else. */
function mayBePlatform(address: string, { exchange = "/session/qq", platform }: Answers): boolean {
  return address !== exchange && (platform === undefined || address.includes(platform));
}

/** Libraries that call as well. */
export const otherCallers: readonly OtherCaller[] = [
  ...["@trpc/client", "@apollo/client", "alova"].map((name) => ({ name, asksAgain: true })),
  // prettier-ignore
  ...["ky", "ofetch", "wretch", "superagent", "urql", "@urql/core", "graphql-request", "openapi-fetch", "umi-request"].map((name) => ({ name, asksAgain: false })),
];
