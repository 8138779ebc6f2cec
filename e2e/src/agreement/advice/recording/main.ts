import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { repositoryRoot } from "@lambda-vpc/test-stacks/workspace";
import { pageExamples } from "../../../pages/pages";
import { programSource } from "../../../pages/program-source";
import { javaScriptOf } from "@lambda-vpc/test-stacks/compile";
import type { ProgramDescription } from "../description/program-description";
import type { Recordings } from "./record-all";
import { recordProgram } from "./record-program";

/** A program of a page or a case. */
export interface Source {
  readonly name: string;
  readonly text: string;
  readonly configuration: Readonly<Record<string, unknown>>;
}

/** The Avoid programs of all pages, and all cases. */
export function sources(): readonly Source[] {
  const avoided = pageExamples().filter(({ section }) => section === "Avoid");
  const cases = join(repositoryRoot, "e2e/cases");
  const folders = readdirSync(cases, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return [
    ...avoided.map(({ name, text, configuration }) => ({
      name,
      text: programSource(text),
      configuration: withoutRemediation(configuration),
    })),
    ...folders.flatMap(({ name: kind }) =>
      readdirSync(join(cases, kind)).map((name) => ({
        name: `${kind}/${name}`,
        text: readFileSync(join(cases, kind, name, "index.ts"), "utf8"),
        configuration: {},
      })),
    ),
  ];
}

/** The configuration in which policies report and change nothing themselves. */
function withoutRemediation(configuration: Source["configuration"]): Source["configuration"] {
  return Object.fromEntries(
    Object.entries(configuration).map(([name, keys]) => [
      name,
      typeof keys === "object" && keys !== null && "enforcementLevel" in keys && keys.enforcementLevel === "remediate"
        ? { ...keys, enforcementLevel: "mandatory" }
        : keys,
    ]),
  );
}

/** Records all programs into the file that the command line names. */
async function main(): Promise<void> {
  const scratch = join(repositoryRoot, ".state/advice");
  mkdirSync(scratch, { recursive: true });
  const folder = mkdtempSync(join(scratch, "recording-"));
  const programs: Record<string, ProgramDescription> = {};
  const unrecordable: Record<string, string> = {};
  try {
    for (const { name, text, configuration } of sources()) {
      const file = join(folder, `${name.replaceAll("/", "-")}.js`);
      writeFileSync(file, javaScriptOf(text));
      const recorded = await recordProgram(file);
      if ("unrecordable" in recorded) unrecordable[name] = recorded.unrecordable;
      else programs[name] = { resources: recorded.resources, configuration };
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  writeFileSync(process.argv[2] ?? "recordings.json", JSON.stringify({ programs, unrecordable } satisfies Recordings));
}

// What a program does after it is recorded, such as an output that it takes apart, concerns nobody.
process.on("unhandledRejection", () => undefined);
process.on("uncaughtException", () => undefined);
void main().then(() => process.exit(0));
