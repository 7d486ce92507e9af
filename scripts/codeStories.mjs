// npm run update:api: a story for each code into stories/Codes.stories.tsx, so that the sidebar's search finds "-21 Token revoked".
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { format } from "prettier";
import { importSource } from "./importSource.mjs";

const head = `// made by scripts/codeStories.mjs from the table of codes
import type { Meta } from "@storybook/react-vite";
import { about } from "./reference/about.js";

/** Every code that the kit knows, for the search. Their words are tested where they are together, at Reference. */
const meta: Meta = {
  title: "Codes",
  tags: ["!test", "!manifest"],
  parameters: { layout: "fullscreen", page: { bare: true } },
};
export default meta;

`;

/** The text of the file. */
export async function codeStories() {
  const { codeTable } = await importSource("src/cli/publicData.ts");
  const { default: chinese } = await importSource("src/locales/zh-CN.ts");
  /** @type {readonly { code: number, reason: string, category: string }[]} */
  const rows = codeTable();
  const stories = rows.map(({ code, reason, category }) => {
    const words = reason.toLowerCase().replaceAll("_", " ");
    const title = chinese.words.titles[code] ?? chinese.developer.categories[category].title;
    const name = `${code} ${words[0]?.toUpperCase()}${words.slice(1)} · ${title}`;
    const id = `${code < 0 ? "Minus" : "Code"}${Math.abs(code)}`;
    return `export const ${id} = { name: ${JSON.stringify(name)}, render: about(${code}) };\n`;
  });
  return format(head + stories.join(""), { parser: "typescript", printWidth: 120 });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync("stories/Codes.stories.tsx", await codeStories());
