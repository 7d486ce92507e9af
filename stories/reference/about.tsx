import type { StoryObj } from "@storybook/react-vite";
import codes from "tencent-error-kit/codes.json";
import { createTencentErrorClient, extendCatalog, reportedCatalog, tencentCatalog } from "../../src/core.js";
import { TencentErrorProvider } from "../../src/index.js";
import { localeOf } from "../decorators.js";
import { CodeEntry } from "./CodeEntry.js";
import { referenceWords } from "./referenceWords.js";
import "./reference.css";

/** A client that knows all codes, and whose sign-in ends at once. */
export const referenceClient = createTencentErrorClient({
  catalog: extendCatalog(tencentCatalog, reportedCatalog.rows),
  reauth: { kind: "pretended", start: () => ({ outcome: Promise.resolve({ status: "cancelled" }) }) },
});

/** A page on one code, in the toolbar's language. */
export function about(code: number): NonNullable<StoryObj["render"]> {
  return (_, { globals }) => {
    const locale = localeOf(globals["locale"]);
    return (
      <TencentErrorProvider client={referenceClient} locale={locale}>
        <main className="reference" lang={referenceWords(locale.tag).lang}>
          {codes
            .filter((record) => record.code === code)
            .map((record) => (
              <CodeEntry key={record.reason} record={record} tag={locale.tag} isOpen />
            ))}
        </main>
      </TencentErrorProvider>
    );
  };
}
