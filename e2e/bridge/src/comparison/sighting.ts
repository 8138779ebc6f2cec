import { mkdtempSync, readFileSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { repositoryAt } from "@lambda-vpc/engine";
import { type Observed, recordingPolicy } from "@lambda-vpc/test-stacks/observation";
import { printed, type Program, repositoryRoot, type Workspace } from "@lambda-vpc/test-stacks/workspace";

/** Compiled code of what every run loads anew, @pulumi/aws above all: a sixth of a run's time. */
const compiled = join(repositoryRoot, ".state/compiled");

/** What a policy was shown of one resource, and when. */
export interface Sighting extends Observed {
  readonly phase: "preview" | "update";
  /** The name of its parent, which only stack validation receives. */
  readonly parent?: string;
}

/** Updates a stack over the provider in `providerFolder` and gives what policies were shown at the preview and at the update. */
export async function sightings({ engine, folder }: Workspace, program: Program, providerFolder: string): Promise<readonly Sighting[]> {
  const record = join(mkdtempSync(join(folder, "record-")), "lines.jsonl");
  const PATH = [providerFolder, repositoryAt().npmExecutables, dirname(engine.executable.path), process.env["PATH"]].join(delimiter);
  const result = await engine.pulumi(["--non-interactive", "-C", program.folder, "up", "--yes", "--policy-pack", recordingPolicy], {
    environment: { PATH, CONTRACT_RECORD: record, AWS_REGION: "us-east-1", NODE_COMPILE_CACHE: compiled },
    timeoutSeconds: 300,
  });
  if (result.exitCode !== 0) throw new Error(`pulumi up over ${providerFolder} failed:\n${printed(result)}`);
  return readFileSync(record, "utf8")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as Sighting);
}
