import type { Account } from "../store/account";
import { arn } from "../store/arn";
import { AwsError } from "../store/aws-error";
import type { LambdaFunction, VpcConfig } from "../rows/lambda-rows";

/** What a function of a file system requests. */
interface FileSystemRequest {
  readonly accessPointArn?: string;
  readonly vpcConfig?: VpcConfig;
}

/** The form of an access point of EFS (docs/aws-facts.md#function-file-systems). Other services have other forms. */
const ACCESS_POINT = /^arn:aws[a-zA-Z-]*:elasticfilesystem:[^:]+:\d{12}:access-point\/fsap-[a-f0-9]{17}$/;

/**
 * Checks what Lambda checks when a function gets a file system or another network: the function is in a VPC, and the file system has an
 * available mount target in this VPC in each zone of the function's subnets. Throws `InvalidParameterValueException` as Lambda words it
 * (docs/aws-facts.md#function-file-systems). An access point that is not in the account belongs to someone else, and is not checked.
 */
export function requireMountTargets(account: Account, { accessPointArn, vpcConfig }: FileSystemRequest, before?: LambdaFunction): void {
  if (accessPointArn?.includes(":elasticfilesystem:") !== true) return;
  if (!ACCESS_POINT.test(accessPointArn))
    throw new AwsError(
      "ValidationException",
      `1 validation error detected: Value '${accessPointArn}' at 'fileSystemConfigs.1.member.arn' failed to satisfy constraint: Member must satisfy regular expression pattern: ${ACCESS_POINT.source}`,
    );
  if (vpcConfig === undefined)
    throw refusal(
      before?.vpcConfig === undefined
        ? `Function must be configured to execute in a VPC to reference access point ${accessPointArn}.`
        : `Function VPC configuration cannot be removed with access point ${accessPointArn} referenced.`,
    );
  const isUnchanged = before?.accessPointArn === accessPointArn && subnetIdsOf(before) === vpcConfig.subnetIds.join();
  if (!isUnchanged) requireAvailableTargets(account, accessPointArn, vpcConfig);
}

function requireAvailableTargets(account: Account, accessPointArn: string, { vpcId, subnetIds }: VpcConfig): void {
  const { accessPoints, mountTargets, subnets } = account.tables;
  const point = accessPoints.get(accessPointArn.split("/").at(-1) ?? "");
  if (point === undefined) return;
  const zones = subnetIds.flatMap((id) => subnets.get(id)?.availabilityZone ?? []);
  const targets = mountTargets.where("fileSystem", point.fileSystemId).filter((target) => target.vpcId === vpcId);
  const ofZones = zones.map((zone) => targets.find(({ availabilityZone }) => availabilityZone === zone));
  const fileSystemArn = arn("elasticfilesystem", point.region, account.id, `file-system/${point.fileSystemId}`);
  const subject = `EFS file system ${fileSystemArn} referenced by access point ${accessPointArn}`;
  if (ofZones.includes(undefined))
    throw refusal(
      `${subject} does not have mount targets created in all availability zones the function will execute in. Please create EFS mount targets in availability zones where the function has a corresponding subnet provided.`,
    );
  if (ofZones.some((target) => target?.creating === true))
    throw refusal(
      `${subject} has mount targets created in all availability zones the function will execute in, but not all are in the available life cycle state yet. Please wait for them to become available and try the request again.`,
    );
}

function subnetIdsOf({ vpcConfig }: LambdaFunction): string {
  return vpcConfig?.subnetIds.join() ?? "";
}

function refusal(reason: string): AwsError {
  return new AwsError("InvalidParameterValueException", reason);
}
