import { readPage } from "./policy-page";

/** A program of a policy's page: under Avoid it breaks the rule, under Prefer it keeps it. */
export interface PageProgram {
  readonly section: "Avoid" | "Prefer";
  /** TypeScript that follows the pages' common prelude. */
  readonly text: string;
  /** The configuration of the pack under which the page shows it. */
  readonly configuration: Readonly<Record<string, unknown>>;
}

/** The programs of a page in its order. A block of JSON configures every program after it, until the next. */
export function pagePrograms(markdown: string): readonly PageProgram[] {
  const programs: PageProgram[] = [];
  let configuration: PageProgram["configuration"] = {};
  for (const { section, language, text } of readPage(markdown).blocks) {
    if (section !== "Avoid" && section !== "Prefer") continue;
    if (language === "json") configuration = JSON.parse(text) as PageProgram["configuration"];
    if (language === "ts") programs.push({ section, text, configuration });
  }
  return programs;
}
