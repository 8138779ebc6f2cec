import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

/** Sections of the page of a policy, as Markdown. */
export interface PolicyPage {
  readonly why: string;
  readonly prefer: string;
  /** Anchors of the facts that the section Why cites. */
  readonly facts: readonly string[];
}

/**
 * The page of a policy: `ID.md` in a folder of `src` of its pack, or of a package that the pack depends on. Undefined if there is none, as in packs that
 * publish no pages.
 */
export function policyPage(id: string, packFolder: string): PolicyPage | undefined {
  const file = [packFolder, ...dependencyFolders(packFolder)].flatMap((folder) => pagesIn(join(folder, "src"), `${id}.md`))[0];
  if (file === undefined) return undefined;
  const page = readFileSync(file, "utf8");
  const why = section(page, "Why");
  return {
    why: why.replaceAll(/ \(\[[^\]]*\]\([^)]*\)\)/g, "").replaceAll(/\[([^\]]*)\]\([^)]*\)/g, "$1"),
    prefer: section(page, "Prefer"),
    facts: [...why.matchAll(/docs\/\w+-facts\.md#[\w-]+/g)].map(([anchor]) => anchor),
  };
}

function section(page: string, title: string): string {
  const [, text = ""] = new RegExp(`^## ${title}\\n([^]*?)(?=^## |$(?![^]))`, "m").exec(page) ?? [];
  return text.trim();
}

function pagesIn(folder: string, name: string): readonly string[] {
  try {
    const files = readdirSync(folder, { recursive: true, encoding: "utf8" });
    return files.filter((file) => file === name || file.endsWith(`/${name}`)).map((file) => join(folder, file));
  } catch {
    return [];
  }
}

function dependencyFolders(packFolder: string): readonly string[] {
  const manifest = join(packFolder, "package.json");
  const { dependencies = {} } = JSON.parse(readFileSync(manifest, "utf8")) as { readonly dependencies?: Readonly<Record<string, string>> };
  return Object.keys(dependencies).flatMap((name) => {
    try {
      return [dirname(createRequire(manifest).resolve(`${name}/package.json`))];
    } catch {
      return [];
    }
  });
}
