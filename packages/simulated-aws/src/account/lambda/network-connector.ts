import { createHash } from "node:crypto";
import type { Account } from "../store/account";
import type { AddressErrors } from "../interfaces/address-assignment";
import { AwsError } from "../store/aws-error";
import type { CapacityProvider, NetworkConnector } from "../rows/lambda-rows";
import { interfacesOf, createInterface, removeInterfaces } from "../interfaces/owned-interface";
import type { VpcConfigRequest } from "./vpc-config";
import { vpcConfigOf } from "./vpc-config";

type ConnectorNetwork = Omit<VpcConfigRequest, "ipv6AllowedForDualStack">;

/** A connector and a capacity provider have at least one subnet (docs/aws-facts.md#connector-limits, docs/aws-facts.md#capacity-provider-limits). */
function requireSubnet({ subnetIds }: ConnectorNetwork): void {
  if (subnetIds.length === 0)
    throw new AwsError(
      "ValidationException",
      "1 validation error detected: Value '[]' at 'subnetIds' failed to satisfy constraint: Member must have length greater than or equal to 1",
    );
}

/** The reason code of a connector in this case (docs/aws-facts.md#network-connectors). */
const addressErrors: AddressErrors = {
  noFreeAddress: (subnetId) =>
    new AwsError(
      "SubnetOutOfIPAddresses",
      `a network connector needs an interface in ${subnetId}, which has no available IP addresses left.`,
    ),
};

/**
 * Creates a connector, which has a separate interface for its combination in each subnet. Names are unique: throws
 * `ResourceConflictException`.
 */
export function createNetworkConnector(
  account: Account,
  request: Omit<NetworkConnector, "id">,
  network: ConnectorNetwork,
): NetworkConnector {
  const { networkConnectors } = account.tables;
  const { name, region } = request;
  if (networkConnectors.all().some((other) => other.name === name && other.region === region))
    throw new AwsError("ResourceConflictException", `A network connector with the name ${name} already exists.`);
  const suffix = createHash("sha256").update(account.nextSequenceNumber()).digest("hex").slice(0, 16);
  const id = `arn:aws:lambda:${region}:${account.id}:network-connector:${name}-${suffix}`;
  acquireConnectorInterfaces(account, id, name, network);
  return networkConnectors.put({ ...request, id });
}

/**
 * Acquires the interfaces of another network for a connector. It keeps its present ones: every update creates a version, and "old versions
 * keep their ENIs" until the connector is deleted (docs/aws-facts.md#network-connectors).
 */
export function acquireConnectorInterfaces(account: Account, id: string, name: string, network: ConnectorNetwork): void {
  requireSubnet(network);
  const config = vpcConfigOf(account, `network connector ${name}`, { ...network, ipv6AllowedForDualStack: false });
  const { subnetIds = [], securityGroupIds = [] } = config ?? {};
  const held = interfacesOf(account, id).map((one) => [one.subnetId, ...one.securityGroupIds].join());
  for (const subnetId of subnetIds) {
    if (held.includes([subnetId, ...securityGroupIds].join())) continue;
    // Created with the operator role's `ec2:CreateNetworkInterface`, so interfaces have this type (docs/aws-facts.md#network-connectors).
    const interfaceType = "interface";
    createInterface(
      account,
      { subnetId, securityGroupIds, interfaceType, description: `AWS Lambda network connector ${name}` },
      addressErrors,
      id,
    );
  }
}

export function deleteNetworkConnector(account: Account, id: string): void {
  account.tables.networkConnectors.remove(id);
  removeInterfaces(account, id);
}

/**
 * Creates a capacity provider. It uses no address itself. Its instances do, but AWS documents no number of them
 * (docs/aws-facts.md#capacity-providers), and the simulation has no traffic. Names are unique: throws `ResourceConflictException`.
 */
export function createCapacityProvider(
  account: Account,
  request: Omit<CapacityProvider, "subnetIds">,
  network: ConnectorNetwork,
): CapacityProvider {
  const { capacityProviders } = account.tables;
  if (capacityProviders.get(request.id) !== undefined)
    throw new AwsError("ResourceConflictException", `A capacity provider with the name ${request.id} already exists.`);
  requireSubnet(network);
  const config = vpcConfigOf(account, `capacity provider ${request.id}`, { ...network, ipv6AllowedForDualStack: false });
  return capacityProviders.put({ ...request, subnetIds: config?.subnetIds ?? [] });
}
