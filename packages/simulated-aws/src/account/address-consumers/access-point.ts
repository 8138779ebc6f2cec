import type { Account } from "../store/account";
import { arn } from "../store/arn";
import { AwsError } from "../store/aws-error";
import { newId } from "../store/identifier";
import type { AccessPoint } from "../rows/address-consumer-rows";

/** Creates an access point. Throws `FileSystemNotFound`. */
export function createAccessPoint(account: Account, request: Omit<AccessPoint, "id" | "arn">): AccessPoint {
  const { accessPoints, fileSystems } = account.tables;
  if (fileSystems.get(request.fileSystemId) === undefined)
    throw new AwsError("FileSystemNotFound", `File system '${request.fileSystemId}' does not exist.`);
  const id = newId(account, "fsap");
  return accessPoints.put({ ...request, id, arn: arn("elasticfilesystem", request.region, account.id, `access-point/${id}`) });
}

/** The access point with this id. Throws `AccessPointNotFound`. */
export function findAccessPoint(account: Account, id: string): AccessPoint {
  const point = account.tables.accessPoints.get(id);
  if (point === undefined) throw new AwsError("AccessPointNotFound", `Access point '${id}' does not exist.`);
  return point;
}
