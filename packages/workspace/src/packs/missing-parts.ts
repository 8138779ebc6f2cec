import type { PackFiles } from "./pack-files";
import { indexedModules, readPolicyIndex } from "./policy-index";
import { pageProblems, readPage } from "./policy-page";

/**
 * What a pack's policies lack, each as a sentence with the fix. A policy is whatever has at least one of its parts: a source that
 * defines it, a page, an entry in the index. Its parts lie together: a part in another folder counts as another policy.
 */
export function missingParts({ folder, texts }: PackFiles): readonly string[] {
  const index = texts.get("src/index.ts");
  if (index === undefined) return [`${folder} has no index: write ${folder}/src/index.ts, which exports the pack`];
  const indexed = indexedModules(readPolicyIndex(index));
  const modules = new Set([
    ...indexed,
    ...names(texts, /^src\/(.+)\.md$/),
    ...names(texts, /^src\/(.+)\.ts$/, /\b(definePolicy|defineRemediation)\(/),
  ]);
  return [...modules].sort().flatMap((module) => {
    const id = module.slice(module.lastIndexOf("/") + 1);
    const lacks = (suffix: string, name: string, rest: string): readonly string[] =>
      texts.has(`src/${module}${suffix}`) ? [] : [`policy ${id} has no ${name}: write ${folder}/src/${module}${suffix}${rest}`];
    const [test, page] = [texts.get(`src/${module}.test.ts`), texts.get(`src/${module}.md`)];
    return [
      ...lacks(".ts", "source", ` with definePolicy({ id: "${id}", … })`),
      ...lacks(".test.ts", "test", " with a table for testPolicy"),
      ...(test?.includes("testPolicy(") === false
        ? [`the test ${folder}/src/${module}.test.ts has no table: call testPolicy(policy, rows)`]
        : []),
      ...lacks(".md", "page", ""),
      ...(indexed.includes(module)
        ? []
        : [`policy ${id} is not in the index: import it in ${folder}/src/index.ts and list it among the policies`]),
      ...(page === undefined ? [] : pageProblems(readPage(page)).map((problem) => `the page ${folder}/src/${module}.md ${problem}`)),
    ];
  });
}

/** What the pattern's group matches in the paths of texts that hold `mark`. */
function names(texts: PackFiles["texts"], pattern: RegExp, mark = /^/): readonly string[] {
  return [...texts].flatMap(([path, text]) => (mark.test(text) ? [...(pattern.exec(path)?.slice(1) ?? [])] : [])).filter(isPolicyName);
}

function isPolicyName(name: string): boolean {
  return !name.endsWith(".test") && name !== "index";
}
