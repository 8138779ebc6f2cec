import { interfacesOf } from "../../account/interfaces/owned-interface";
import type { FileSystem, MountTarget } from "../../account/rows/address-consumer-rows";
import { arn } from "../../account/store/arn";
import { AwsError } from "../../account/store/aws-error";
import { CREATION_DATE } from "../../account/store/creation-date";
import { availabilityZones } from "../../account/vpc/availability-zone";
import { findMountTarget } from "../../account/address-consumers/file-system";
import type { AnswerObject } from "../operation/answer";
import type { Call } from "../operation/call";
import { operation } from "../operation/operation";
import { pageOf } from "../operation/page";
import { requireParameter } from "../operation/parameters";
import type { Service } from "../operation/service";

const page = { Marker: "text", MaxItems: "integer" } as const;

/** EFS returns at most 100 items, also by default (docs/aws-facts.md#pages-of-efs). */
const PAGE_SIZE = 100;

const describeFileSystems = operation({
  name: "DescribeFileSystems",
  route: { method: "GET", path: "/2015-02-01/file-systems" },
  parameters: { ...page, CreationToken: "text", FileSystemId: "text" },
  answer: (call, { FileSystemId, CreationToken, ...input }) => {
    const rows = FileSystemId === undefined ? fileSystems(call) : [findFileSystem(call, FileSystemId)];
    const wanted = rows.filter(({ id }) => CreationToken === undefined || creationToken(id) === CreationToken);
    return paged("FileSystems", wanted, input, (row) => fileSystemAnswer(call, row));
  },
});

/** By file system, mount target or access point, one of which must be given. */
const describeMountTargets = operation({
  name: "DescribeMountTargets",
  route: { method: "GET", path: "/2015-02-01/mount-targets" },
  parameters: { ...page, AccessPointId: "text", FileSystemId: "text", MountTargetId: "text" },
  answer: (call, { FileSystemId, MountTargetId, AccessPointId, ...input }) => {
    const { accessPoints, mountTargets } = call.account.tables;
    if (MountTargetId !== undefined)
      return paged("MountTargets", [mountTarget(call, MountTargetId)], input, (row) => mountTargetAnswer(call, row));
    const point = AccessPointId === undefined ? undefined : accessPoints.get(AccessPointId);
    if (AccessPointId !== undefined && point === undefined)
      throw new AwsError("AccessPointNotFound", `Access point '${AccessPointId}' does not exist.`);
    const fileSystemId = FileSystemId ?? point?.fileSystemId;
    if (fileSystemId === undefined) throw new AwsError("BadRequest", "Specify an access point, a file system or a mount target.");
    const targets = mountTargets.where("fileSystem", findFileSystem(call, fileSystemId).id);
    return paged("MountTargets", targets, input, (row) => mountTargetAnswer(call, row));
  },
});

const describeMountTargetSecurityGroups = operation({
  name: "DescribeMountTargetSecurityGroups",
  route: { method: "GET", path: "/2015-02-01/mount-targets/{MountTargetId}/security-groups" },
  parameters: { MountTargetId: "text" },
  answer: (call, { MountTargetId }) => {
    const { id } = mountTarget(call, requireParameter(MountTargetId, "MountTargetId"));
    return { SecurityGroups: interfacesOf(call.account, id).flatMap(({ securityGroupIds }) => securityGroupIds) };
  },
});

export const fileSystemService: Service = {
  name: "elasticfilesystem",
  protocols: ["rest-json"],
  operations: [describeFileSystems, describeMountTargets, describeMountTargetSecurityGroups],
  errorCodes: { invalidParameter: "BadRequest", throttled: "ThrottlingException" },
};

function paged<Row extends { readonly id: string }>(
  name: string,
  rows: readonly Row[],
  { Marker, MaxItems = PAGE_SIZE }: { readonly Marker?: string; readonly MaxItems?: number },
  describe: (row: Row) => AnswerObject,
): AnswerObject {
  const found = pageOf(rows, ({ id }) => id, { token: Marker, size: Math.min(Math.max(1, MaxItems), PAGE_SIZE) });
  return { [name]: found.rows.map(describe), NextMarker: found.nextToken };
}

function fileSystems({ account, region }: Call): readonly FileSystem[] {
  return account.tables.fileSystems.all().filter((one) => one.region === region);
}

function findFileSystem(call: Call, id: string): FileSystem {
  const found = fileSystems(call).find((one) => one.id === id);
  if (found === undefined) throw new AwsError("FileSystemNotFound", `File system '${id}' does not exist.`);
  return found;
}

function mountTarget(call: Call, id: string): MountTarget {
  const target = findMountTarget(call.account, id);
  findFileSystem(call, target.fileSystemId);
  return target;
}

function fileSystemAnswer({ account }: Call, { id, region, tags }: FileSystem): AnswerObject {
  return {
    FileSystemId: id,
    FileSystemArn: arn("elasticfilesystem", region, account.id, `file-system/${id}`),
    OwnerId: account.id,
    CreationToken: creationToken(id),
    CreationTime: Date.parse(CREATION_DATE) / 1000,
    LifeCycleState: "available",
    Name: tags["Name"],
    NumberOfMountTargets: account.tables.mountTargets.count("fileSystem", id),
    SizeInBytes: { Value: 6144, ValueInIA: 0, ValueInStandard: 6144 },
    PerformanceMode: "generalPurpose",
    Encrypted: false,
    ThroughputMode: "bursting",
    Tags: Object.entries(tags).map(([Key, Value]) => ({ Key, Value })),
  };
}

function mountTargetAnswer({ account, region }: Call, { id, fileSystemId, vpcId, availabilityZone, creating }: MountTarget): AnswerObject {
  const [placed] = interfacesOf(account, id);
  return {
    MountTargetId: id,
    FileSystemId: fileSystemId,
    SubnetId: placed?.subnetId,
    LifeCycleState: creating === true ? "creating" : "available",
    IpAddress: placed?.addresses[0],
    NetworkInterfaceId: placed?.id,
    AvailabilityZoneName: availabilityZone,
    AvailabilityZoneId: availabilityZones(region).find(({ name }) => name === availabilityZone)?.id,
    VpcId: vpcId,
    OwnerId: account.id,
  };
}

function creationToken(id: string): string {
  return `terraform-${id}`;
}
