import { createFileSystem, createMountTarget, finishMountTarget } from "../account/address-consumers/file-system";
import { interfacesOf } from "../account/interfaces/owned-interface";
import type { Account } from "../account/store/account";
import { objects, requiredText, textMap, texts } from "../property/read";
import { type Properties, isEqual } from "../property/value";
import { conflict } from "./seed-conflict";

/** Creates a file system with its mount targets, which are available at once. Returns whether it is new. */
export function seedFileSystem(account: Account, entry: Properties, region: string): boolean {
  const [id, tags, targets] = [requiredText(entry, "id"), textMap(entry, "tags"), objects(entry, "mountTargets")];
  const existing = account.tables.fileSystems.get(id);
  if (existing !== undefined) {
    if (!isEqual({ region: existing.region, tags: existing.tags }, { region, tags })) throw conflict(id, "region or tags");
    if (!isEqual(subnetsOf(account, id), targets.map((one) => requiredText(one, "subnetId")).sort())) throw conflict(id, "mount targets");
    return false;
  }
  createFileSystem(account, { id, region, tags });
  for (const target of targets) {
    const place = { subnetId: requiredText(target, "subnetId"), securityGroupIds: texts(target, "securityGroupIds") };
    finishMountTarget(account, createMountTarget(account, { fileSystemId: id, ipAddress: undefined, ...place }).id);
  }
  return true;
}

function subnetsOf(account: Account, fileSystem: string): readonly string[] {
  const targets = account.tables.mountTargets.where("fileSystem", fileSystem);
  return targets.flatMap(({ id }) => interfacesOf(account, id).map(({ subnetId }) => subnetId)).sort();
}
