/** How a translated page differs from its original in what has no language: headings, code, links, pictures, rows of tables. */
export function differences(original: string, translated: string): readonly string[] {
  const [ours, theirs] = [partsOf(original), partsOf(translated)];
  return Object.entries(ours).flatMap(([part, inOurs]) => {
    const inTheirs = theirs[part] ?? [];
    const lacks = minus(inOurs, inTheirs);
    const adds = minus(inTheirs, inOurs);
    const isSame = inOurs.join("\n") === inTheirs.join("\n") || (part === "links" && lacks.length + adds.length === 0);
    return isSame ? [] : [`${part}: lacks ${JSON.stringify(lacks)}, adds ${JSON.stringify(adds)}`];
  });
}

/** What stands in both languages alike. */
function partsOf(page: string): Readonly<Record<string, readonly string[]>> {
  const prose = page.replace(/^```[\s\S]*?^```$/gm, "");
  return {
    headings: all(prose, /^(#+) /gm),
    code: all(page, /^(```[\s\S]*?^```)$/gm).map(withoutWords),
    // sentences may stand in another order
    links: all(prose, /\]\(([^)]+)\)/g).map((to) => to.replace(".zh-CN.md", ".md")),
    pictures: all(prose, /src(?:set)?=["']([^"']+)/g),
    stories: all(prose, /^(<(?:Story|SlotTable)\b.*>)$/gm),
    rows: all(prose, /^\|(.*)\|$/gm).map((row) => String(row.split("|").length)),
  };
}

/** Comments and sentences are translated, code is not. */
function withoutWords(code: string): string {
  return code
    .replace(/\/\*\*[\s\S]*?\*\//g, "")
    .replace(/(?:^|\s)(?:\/\/|#) .*$/gm, "")
    .replace(/toast\("[^"]*"\)/g, "toast()")
    .replace(/`?<[\w ]+>`?/g, "");
}

function all(text: string, pattern: RegExp): readonly string[] {
  return [...text.matchAll(pattern)].map(([, found = ""]) => found);
}

function minus(some: readonly string[], others: readonly string[]): readonly string[] {
  const left = [...others];
  return some.filter((each) => {
    const at = left.indexOf(each);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}
