import { type AddressConsumer, type AddressConsumerKind, isManaged, type Key, type Network } from "@lambda-vpc/model";

/**
 * The VPCs that the stack shows to be for functions alone: the stack creates the VPC, outside any component but the `Network` of
 * this package, and nothing takes addresses in the VPC but functions and what serves them. Other components, such as `awsx.ec2.Vpc`, lay out
 * VPCs for every service.
 */
export function vpcsForFunctions({ vpcs = [], subnets, addressConsumers = [] }: Network): ReadonlySet<Key> {
  const vpcOf = new Map(subnets.map(({ key, vpc }) => [key, vpc]));
  const others = addressConsumers.filter(({ kind }) => !serving.has(kind));
  const places = others.map((consumer) => placesOf(consumer, vpcOf));
  const alone = vpcs.filter(
    ({ key, creating }) => creating === true && !isLaidOutForOthers(key) && places.every((place) => place?.has(key) === false),
  );
  return new Set(alone.map(({ key }) => key));
}

/** What functions use in their own VPC: gateways and endpoints, file systems, and the instances of their capacity providers. */
const serving: ReadonlySet<AddressConsumerKind> = new Set<AddressConsumerKind>([
  "nat-gateway",
  "interface-endpoint",
  "gateway-load-balancer",
  "mount-target",
  "capacity-provider",
]);

/** The VPCs that a consumer may be in. Undefined if it may be in any. */
function placesOf({ subnets }: AddressConsumer, vpcOf: ReadonlyMap<Key, Key | undefined>): ReadonlySet<Key> | undefined {
  const { known, candidates, holes, opaque } = subnets;
  if (opaque !== undefined || (holes !== 0 && candidates.length === 0)) return undefined;
  const vpcs = [...known, ...candidates].map((subnet) => vpcOf.get(subnet));
  const shown = vpcs.filter((vpc) => vpc !== undefined);
  return shown.length < vpcs.length ? undefined : new Set(shown);
}

const OWN_COMPONENT = "lambda-vpc:index:Network";

/** A URN contains the types of the resource's parents. */
function isLaidOutForOthers(vpc: Key): boolean {
  const [, , qualifiedType = ""] = isManaged(vpc) ? vpc.split("::") : [];
  return qualifiedType
    .split("$")
    .slice(0, -1)
    .some((parent) => parent !== OWN_COMPONENT);
}
