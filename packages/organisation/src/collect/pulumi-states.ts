import { StateReader, type StackResource } from "@lambda-vpc/sources";
import { listOf, objectOf } from "./config-item";
import type { FolderCollection } from "./config-snapshots";
import { readSourceFiles } from "./source-file";
import { stateRegions } from "./state-regions";

/**
 * The Regions in a folder of Pulumi states: a backend that you manage (`.pulumi/stacks/PROJECT/STACK.json`, also `.json.gz`), or outputs of
 * `pulumi stack export`. A resource that several stacks contain counts once. A folder named `.pulumi` is searched, but not its history and backups.
 *
 * @throws the error of the operating system if the folder cannot be read.
 */
export function collectStates(folder: string, now: string): FolderCollection {
  const { read, broken } = readSourceFiles(folder, (name) => /\.json(?:\.gz)?$/.test(name), readState);
  const stacks = read.map(({ content }) => content);
  return { regions: stateRegions(stacks.flat(), now), broken, files: read.length };
}

/** The resources of a checkpoint or an export. Undefined for another document, and for what is no present state. */
function readState(json: unknown, file: string): readonly StackResource[] | undefined {
  if (/(?:^|[\\/])\.pulumi[\\/](?:history|backups|locks|meta)/.test(file)) return undefined;
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
