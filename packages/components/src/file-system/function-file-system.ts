import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { eventual, number, object, objectWith, recordOf, text } from "../arguments/argument-checks";
import { checkedId } from "../arguments/checked-ids";
import { rejectArgument } from "../arguments/reject-argument";
import { ChildSettings } from "../network/child-settings";
import { zoneSuffix } from "../network/private-subnets";
import type { ReachArgs } from "../shared-vpc-config/reach";
import type { FileSystemConfig, FunctionFileSystemArgs } from "./function-file-system-args";

/** The port of NFS, which EFS uses (docs/aws-facts.md#function-file-system-access). */
const NFS = 2049;

/**
 * An encrypted EFS file system for functions, with a mount target in each of their zones and an access point.
 *
 * ```ts
 * const files = new FunctionFileSystem("files", { vpcId: network.vpcId, subnetIds: network.firstSubnetIds });
 * const { vpcConfig } = new SharedVpcConfig("files", { vpcId, subnetIds, reach: { files: files.reach } });
 * new VpcFunction("resize", { …, vpcConfig, fileSystemConfig: files.fileSystemConfig, grants: [grantReadWrite(files)] });
 * ```
 *
 * Lambda refuses a function whose file system lacks a mount target in one of its zones, or has one that is not available yet. So
 * `fileSystemConfig` depends on all mount targets: they are created before the functions and deleted after them.
 *
 * Throws a `pulumi.RunError` if no zone is specified, or two with one name.
 */
export class FunctionFileSystem extends pulumi.ComponentResource {
  public static readonly type = "lambda-vpc:index:FunctionFileSystem";

  /** The id of the file system. */
  public readonly fileSystemId: pulumi.Output<string>;
  /** The ARN of the file system. */
  public readonly arn: pulumi.Output<string>;
  /** The security group of the mount targets. Functions reach it on port 2049. It has no inline rules. */
  public readonly securityGroupId: pulumi.Output<string>;
  /** The ARN of the access point. It is known when all mount targets are available. */
  public readonly accessPointArn: pulumi.Output<string>;
  /** The path in functions. */
  public readonly localMountPath: pulumi.Output<string>;

  constructor(name: string, args: FunctionFileSystemArgs, options?: pulumi.ComponentResourceOptions) {
    super(FunctionFileSystem.type, name, args, options);
    checkTypes(name, args);
    const { path = "/functions", localMountPath = "/mnt/files", userId = 1000, kmsKeyId } = args;
    const child = new ChildSettings(name, this, args);
    const zones = zonesBySuffix(`${name}.subnetIds`, args.subnetIds);
    const vpcId = checkedId(`${name}.vpcId`, args.vpcId);
    const own = { parent: this };

    const fileSystem = new aws.efs.FileSystem(
      name,
      { encrypted: true, ...(kmsKeyId === undefined ? {} : { kmsKeyId }), ...child.tagged(name) },
      own,
    );
    const group = new aws.ec2.SecurityGroup(
      name,
      { vpcId, description: `Mount targets of ${name}`, ...child.tagged(name) },
      // A renamed component keeps its group, whose description cannot change (docs/aws-facts.md#group-description).
      { ...own, ignoreChanges: ["description"] },
    );
    const mountTargets = [...zones].map(
      ([suffix, subnetId]) =>
        new aws.efs.MountTarget(
          `${name}-${suffix}`,
          { fileSystemId: fileSystem.id, subnetId, securityGroups: [group.id], ...child.region },
          own,
        ),
    );
    const accessPoint = new aws.efs.AccessPoint(
      name,
      {
        fileSystemId: fileSystem.id,
        posixUser: { uid: userId, gid: userId },
        rootDirectory: { path, creationInfo: { ownerUid: userId, ownerGid: userId, permissions: "0750" } },
        ...child.tagged(name),
      },
      own,
    );
    this.fileSystemId = fileSystem.id;
    this.arn = fileSystem.arn;
    this.securityGroupId = group.id;
    this.accessPointArn = pulumi
      .all([accessPoint.arn, pulumi.all(mountTargets.map(({ id }) => id))])
      .apply(([accessPointArn]) => accessPointArn);
    this.localMountPath = pulumi.output(localMountPath);
    const { fileSystemId, arn, securityGroupId, accessPointArn } = this;
    this.registerOutputs({ fileSystemId, arn, securityGroupId, accessPointArn, localMountPath });
  }

  /** The value for the `fileSystemConfig` of any function. */
  get fileSystemConfig(): FileSystemConfig {
    return { arn: this.accessPointArn, localMountPath: this.localMountPath };
  }

  /** A target for the `reach` of a set: its group then allows NFS to the mount targets, and theirs allows it from the set. */
  get reach(): ReachArgs {
    return { port: NFS, securityGroupId: this.securityGroupId, openTarget: true };
  }
}

const id = eventual(text);

const checkTypes = objectWith({
  subnetIds: recordOf(id),
  path: id,
  localMountPath: id,
  userId: eventual(number),
  tags: eventual(object),
  region: id,
});

/** The subnets by the suffix of their zone. A zone has one mount target (docs/aws-facts.md#mount-target-addresses). */
function zonesBySuffix(argument: string, subnetIds: FunctionFileSystemArgs["subnetIds"]): ReadonlyMap<string, pulumi.Output<string>> {
  const zones = new Map<string, string>();
  for (const zone of Object.keys(subnetIds ?? {})) {
    const other = zones.get(zoneSuffix(zone));
    if (other !== undefined) rejectArgument(argument, `${other} and ${zone} are the same zone. Specify one subnet for each zone`);
    zones.set(zoneSuffix(zone), zone);
  }
  if (zones.size === 0)
    rejectArgument(argument, "Specify one subnet for each zone of the functions, such as the firstSubnetIds of a Network");
  return new Map([...zones].map(([suffix, zone]) => [suffix, checkedId(`${argument}.${zone}`, subnetIds[zone] ?? "")]));
}
