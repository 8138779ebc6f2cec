import type { Account } from "../account/store/account";
import { AwsError } from "../account/store/aws-error";
import { knownValues, object, objects, requiredText, text } from "../property/read";
import type { Properties, Value } from "../property/value";
import { accessPoint } from "../resources/address-consumers/access-point";
import { fileSystem } from "../resources/address-consumers/file-system";
import { mountTarget } from "../resources/address-consumers/mount-target";
import { candidates } from "./candidates";
import { type Candidate, matching, singleMatch } from "./filter";
import type { Lookup } from "./lookup";

/** The outputs that a file system has as a resource too. */
const FILE_SYSTEM_OUTPUTS = [
  "arn",
  "availabilityZoneId",
  "availabilityZoneName",
  "creationToken",
  "dnsName",
  "encrypted",
  "id",
  "kmsKeyId",
  "name",
  "performanceMode",
  "region",
  "tags",
];

export const getFileSystem: Lookup = (account, inputs) => {
  const rows = () => account.tables.fileSystems.all();
  const found = matching(candidates(account, inputs, fileSystem, rows), { tags: inputs["tags"] ?? null }, {});
  const wanted: Properties = { ...inputs, id: inputs["fileSystemId"] ?? null };
  const one = singleMatch("File System", found, wanted, ["creationToken", "id"]);
  return {
    ...knownValues(one, FILE_SYSTEM_OUTPUTS),
    fileSystemId: one["id"] ?? null,
    lifecyclePolicies: [],
    protections: listOf(one["protection"] ?? null),
    provisionedThroughputInMibps: 0,
    sizeInBytes: objects(one, "sizeInBytes")[0]?.["value"] ?? 0,
    throughputMode: "bursting",
  };
};

export const getAccessPoint: Lookup = (account, inputs) => {
  const accessPointId = requiredText(inputs, "accessPointId");
  const {
    posixUser = null,
    rootDirectory = null,
    ...one
  } = singleMatch("Access Point", accessPoints(account, inputs), { id: accessPointId }, ["id"]);
  const root = object({ rootDirectory }, "rootDirectory") ?? {};
  return {
    ...one,
    accessPointId,
    posixUsers: listOf(posixUser),
    rootDirectories: [{ path: root["path"] ?? "/", creationInfos: listOf(root["creationInfo"] ?? null) }],
  };
};

export const getAccessPoints: Lookup = (account, inputs) => {
  const fileSystemId = requiredText(inputs, "fileSystemId");
  const found = accessPoints(account, inputs).filter((one) => one["fileSystemId"] === fileSystemId);
  const all = (name: string): readonly Value[] => found.map((one) => one[name] ?? null);
  return { id: fileSystemId, fileSystemId, region: requiredText(inputs, "region"), arns: all("arn"), ids: all("id") };
};

/** By its id, or as the only one of a file system or of the file system of an access point. */
export const getMountTarget: Lookup = (account, inputs) => {
  const { accessPoints: points, mountTargets } = account.tables;
  const [mountTargetId, fileSystemId, accessPointId] = ["mountTargetId", "fileSystemId", "accessPointId"].map((name) => text(inputs, name));
  if (mountTargetId === undefined && fileSystemId === undefined && accessPointId === undefined)
    throw new AwsError("BadRequest", "Specify an access point, a file system or a mount target.");
  const ofFileSystem = fileSystemId ?? (accessPointId === undefined ? undefined : points.get(accessPointId)?.fileSystemId);
  const found = mountTargets.all().flatMap(({ id }): Candidate[] => {
    const described = mountTarget.describe(account, id, {});
    return described === undefined || described["region"] !== inputs["region"] ? [] : [{ ...described, id }];
  });
  const one = singleMatch("Mount Target", found, { id: mountTargetId ?? null, fileSystemId: ofFileSystem ?? null }, ["id", "fileSystemId"]);
  return { ...one, mountTargetId: one["id"] ?? null, accessPointId: accessPointId ?? null };
};

function accessPoints(account: Account, inputs: Properties): readonly Candidate[] {
  return candidates(account, inputs, accessPoint, () => account.tables.accessPoints.all());
}

function listOf(value: Value): readonly Value[] {
  return value === null ? [] : [value];
}
