import { mkdtempSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type ExportedResource, exportedResources } from "./stack-commands";
import type { Properties } from "./json";
import { fixtures, printed, type Program, type Workspace } from "./workspace";

/** An unknown, as the recording policy writes it. */
export const U = "U";

/** What a policy is shown of one resource. */
export interface Observed {
  readonly view: "resource" | "stack";
  readonly type: string;
  readonly name: string;
  readonly props: Properties;
  /** The names of the resources that each property depends on; which only stack validation receives. */
  readonly dependencies: { readonly [property: string]: readonly string[] };
}

/** Everything that policies were shown in one run of the engine. */
export class Observation {
  constructor(readonly lines: readonly Observed[]) {}

  /** What resource validation saw. */
  inputs(name: string): Properties {
    return this.#of("resource", name).props;
  }

  /** What stack validation saw: planned outputs at preview, real ones after an update. */
  outputs(name: string): Properties {
    return this.#of("stack", name).props;
  }

  dependencies(name: string, property: string): readonly string[] {
    return this.#of("stack", name).dependencies[property] ?? [];
  }

  /** The resources' names by their ids, if the ids are known. */
  get names(): ReadonlyMap<string, string> {
    return new Map(
      this.lines.flatMap(({ view, name, props: { id } }) => (view === "stack" && typeof id === "string" && id !== U ? [[id, name]] : [])),
    );
  }

  #of(view: Observed["view"], name: string): Observed {
    const found = this.lines.filter((line) => line.view === view && line.name === name);
    if (found.length !== 1 || found[0] === undefined) throw new Error(`${found.length} resources called ${name} in ${view} validation`);
    return found[0];
  }
}

export const recordingPolicy = join(fixtures, "recording-policy");

/** Runs one command of the engine and returns what policies were shown meanwhile. */
export async function observe({ engine, folder }: Workspace, program: Program, ...command: readonly string[]): Promise<Observation> {
  const record = join(mkdtempSync(join(folder, "record-")), "lines.jsonl");
  const commandLine = ["--non-interactive", "-C", program.folder, ...command, "--policy-pack", recordingPolicy];
  const result = await engine.pulumi(commandLine, { environment: { CONTRACT_RECORD: record } });
  if (result.exitCode !== 0) throw new Error(`pulumi ${command.join(" ")} failed:\n${printed(result)}`);
  const lines = readFileSync(record, "utf8").trim().split("\n");
  return new Observation(lines.map((line) => JSON.parse(line) as Observed));
}

/** The stack's resources by their names. */
export async function exportedState(stack: Program): Promise<ReadonlyMap<string, ExportedResource>> {
  return new Map((await exportedResources(stack)).map((resource) => [resource.urn.split("::").at(-1) ?? "", resource]));
}
