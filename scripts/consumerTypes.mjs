// The kit's declarations as apps compile them: three TypeScripts, three module resolutions, no `skipLibCheck`.
import { spawnSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { entries } from "./dist.mjs";

const compilers = ["5.9.3", "6.0.3", "7.0.2"];
/** @type {readonly (readonly [module: string, resolution: string])[]} */
const ways = [
  ["node16", "node16"],
  ["nodenext", "nodenext"],
  ["esnext", "bundler"],
  ["esnext", "node10"],
];
/** TypeScript 6 calls it deprecated, and 7 has dropped it. */
const lastWithNode10 = "5.9.3";

const strictest = {
  noEmit: true,
  strict: true,
  exactOptionalPropertyTypes: true,
  skipLibCheck: false,
  target: "es2022",
  lib: ["es2022", "dom", "dom.iterable"],
  jsx: "react-jsx",
  types: [],
  resolveJsonModule: true,
  esModuleInterop: true,
  noUncheckedSideEffectImports: true,
};

/**
 * Prints TypeScript × resolution with the count of errors. True when there is none.
 * @param {string} folder
 * @param {string} tarball
 * @param {(root: string) => void} install
 */
export function consumerTypes(folder, tarball, install) {
  const root = join(folder, "types");
  mkdirSync(root);
  const aliases = Object.fromEntries(
    compilers.map((version) => [`typescript-${version}`, `npm:typescript@${version}`]),
  );
  const dependencies = {
    "tencent-error-kit": `file:${tarball}`,
    "@tanstack/react-query": "5.108.0",
    "@types/react": "19.3.0",
    "@types/react-dom": "19.3.0",
    react: "19.3.1",
    "react-dom": "19.3.1",
    axios: "1.21.1",
    swr: "2.5.1",
    ...aliases,
  };
  writeFileSync(
    join(root, "package.json"),
    JSON.stringify({ name: "types", private: true, type: "module", dependencies }),
  );
  install(root);
  /** @type {Record<string, Record<string, number>>} */
  const table = {};
  for (const version of compilers)
    for (const [module, resolution] of ways) {
      if (resolution === "node10" && version !== lastWithNode10) continue;
      writeFileSync(join(root, "page.tsx"), page(module));
      const compilerOptions = { ...strictest, module, moduleResolution: resolution };
      writeFileSync(join(root, "tsconfig.json"), JSON.stringify({ compilerOptions, files: ["page.tsx"] }));
      const args = [`node_modules/typescript-${version}/bin/tsc`, "-p", "."];
      const { stdout, stderr, status } = spawnSync(process.execPath, args, { cwd: root, encoding: "utf8" });
      const errors = `${stdout}${stderr}`.split("\n").filter((line) => /error TS|Error/.test(line));
      if (errors.length > 0) console.error(`${version} ${resolution}:\n${errors.slice(0, 5).join("\n")}`);
      (table[version] ??= {})[resolution] = status === 0 ? 0 : Math.max(1, errors.length);
    }
  console.table(table);
  return Object.values(table).every((row) => Object.values(row).every((count) => count === 0));
}

/** Every entry, and the fifteen lines of the README. @param {string} module */
function page(module) {
  const imports = entries().map(({ name, file }, index) => {
    const specifier = name.replace(".", "tencent-error-kit");
    return file.endsWith(".css") ? `import "${specifier}";` : `export * as entry${index} from "${specifier}";`;
  });
  // Node's first modules import JSON without saying so
  const type = module === "node16" ? "" : ' with { type: "json" }';
  const data = ["codes", "samples"].map((name) => `import ${name} from "tencent-error-kit/${name}.json"${type};`);
  return [...imports, ...data, lines].join("\n");
}

const lines = `
import { QueryClient, QueryClientProvider, useQuery } from "@tanstack/react-query";
import axios from "axios";
import { SWRConfig } from "swr";
import { ErrorNotice, ReauthPrompt, TencentErrorProvider } from "tencent-error-kit";
import { attachTencentAxios } from "tencent-error-kit/axios";
import { createTencentErrorClient } from "tencent-error-kit/core";
import { tencentFetch } from "tencent-error-kit/fetch";
import { popupReauth } from "tencent-error-kit/flows/popupReauth";
import zhCN from "tencent-error-kit/locales/zh-CN";
import { attachTencentErrors, tencentRetry, tencentRetryDelay } from "tencent-error-kit/query";
import { tencentSwr } from "tencent-error-kit/swr";

const client = createTencentErrorClient({
  reauth: popupReauth({ clientId: "1", redirectUri: "/tencent-callback.html",
    exchange: ({ code, state, signal }) => tencentFetch("/session/qq", { method: "POST", headers: { "content-type": "application/json" },
      body: JSON.stringify({ code, state }), signal }) }),
});
const queryClient = new QueryClient({ defaultOptions: { queries: { retry: tencentRetry(client), retryDelay: tencentRetryDelay(client) } } });
attachTencentErrors(queryClient, client);
attachTencentAxios(axios.create(), client);

export const facts: readonly [code: number | undefined, body: string | undefined] = [codes[0]?.code, samples[0]?.body];

function Friends() {
  const friends = useQuery({ queryKey: ["friends"], queryFn: () => tencentFetch<readonly string[]>("/api/friends") });
  return <ErrorNotice error={friends} />;
}

export const Page = () => (
  <QueryClientProvider client={queryClient}>
    <SWRConfig value={tencentSwr(client)}>
      <TencentErrorProvider client={client} locale={zhCN}>
        <Friends /> <ReauthPrompt />
      </TencentErrorProvider>
    </SWRConfig>
  </QueryClientProvider>
);
`;
