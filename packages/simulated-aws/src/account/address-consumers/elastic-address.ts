import { createHash } from "node:crypto";
import type { Account } from "../store/account";
import { AwsError } from "../store/aws-error";
import type { ElasticAddress } from "../rows/address-consumer-rows";
import { newId } from "../store/identifier";

/** Allocates an Elastic IP address from 198.18.0.0/15, which RFC 2544 reserves for benchmarks. */
export function allocateAddress(account: Account, request: Omit<ElasticAddress, "id" | "publicIp">): ElasticAddress {
  const id = newId(account, "eipalloc");
  const [second = 0, third, fourth] = createHash("sha256").update(id).digest();
  return account.tables.elasticAddresses.put({ ...request, id, publicIp: `198.${18 + (second % 2)}.${third}.${fourth}` });
}

/** The address with this allocation id. Throws `InvalidAllocationID.NotFound`. */
export function findElasticAddress(account: Account, id: string): ElasticAddress {
  const address = account.tables.elasticAddresses.get(id);
  if (address === undefined) throw new AwsError("InvalidAllocationID.NotFound", `The allocation ID '${id}' does not exist`);
  return address;
}

/** Releases an unused address. Throws `InvalidIPAddress.InUse`. */
export function releaseAddress(account: Account, id: string): void {
  const [gateway] = account.tables.natGateways.where("allocation", id);
  if (gateway !== undefined) throw new AwsError("InvalidIPAddress.InUse", `The address ${id} is in use by ${gateway.id}.`);
  account.tables.elasticAddresses.remove(id);
}
