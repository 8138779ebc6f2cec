import { StateReader, type StackResource } from "@lambda-vpc/sources";
import { listOf, objectOf } from "./config-item";
import type { FileCollection } from "./config-snapshots";
import { readSourceFiles } from "./source-file";
import type { SourceStore } from "./source-store";
import { stateRegions } from "./state-regions";

/**
 * The Regions in Pulumi states: a backend that you manage (`.pulumi/stacks/PROJECT/STACK.json`, also `.json.gz`), or outputs of
 * `pulumi stack export`. A resource that several stacks contain counts once. A folder named `.pulumi` is searched, but not its history and backups.
 *
 * @throws SourceError if the source cannot be listed
 */
export async function collectStates(store: SourceStore, now: string): Promise<FileCollection> {
  const { read, broken } = await readSourceFiles(store, isPresentState, readState);
  const stacks = read.map(({ content }) => content);
  return { regions: stateRegions(stacks.flat(), now), broken, files: read.length };
}

function isPresentState(file: string): boolean {
  return !/(?:^|\/)\.pulumi\/(?:history|backups|locks|meta)/.test(file);
}

/** The resources of a checkpoint or an export. Undefined for another document. */
function readState(json: unknown): readonly StackResource[] | undefined {
  const document = objectOf(json);
  const checkpoint = objectOf(document["checkpoint"]);
  const isCheckpoint = "checkpoint" in document;
  if (!isCheckpoint && !("deployment" in document)) return undefined;
  // A stack that was created and never updated has no deployment.
  const deployment = isCheckpoint ? objectOf(checkpoint["latest"]) : objectOf(document["deployment"]);
  const reader = new StateReader();
  for (const resource of listOf(deployment["resources"])) reader.add(resource);
  const { resources, lingering } = reader.end({ version: document["version"], deployment });
  return [...resources, ...lingering];
}
