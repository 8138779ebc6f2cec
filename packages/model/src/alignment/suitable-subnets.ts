import { compareKeys, type Key } from "../facts/key";
import type { LambdaFunction } from "../facts/lambda-function";
import type { Network, Subnet } from "../facts/network";
import { type SubnetFacts, subnetFacts } from "./subnet-facts";

/** Which subnets a function can move to. */
export interface SubnetRequest {
  readonly vpc: Key;
  readonly consumer: Key;
  /** The most subnets; 3 if not given. Each one costs a combination. */
  readonly most?: number;
}

/**
 * The private subnets of a VPC that this stack shows and that a function can use, one for each zone, in canonical order: dual-stack subnets for a
 * function that allows IPv6, and zones with a mount target of its file system. Subnets with a route out of the VPC are preferred to those whose
 * routes are unknown, and these to closed ones.
 *
 * Laws: order and names of other subnets do not matter; every result is private and in `vpc`.
 */
export function suitableSubnets(network: Network, { vpc, consumer, most = 3 }: SubnetRequest): readonly Key[] {
  const { functions, facts } = indexOf(network);
  const user = functions.get(consumer);
  const usable = network.subnets.filter(
    (subnet) => subnet.vpc === vpc && !subnet.public && subnet.cidrBlock !== undefined && canRunIn(subnet, user, facts),
  );
  const best = Math.min(...usable.map(rank));
  const preferred = usable.filter((subnet) => rank(subnet) === best).sort((a, b) => compareKeys(a.key, b.key));
  const zones = Map.groupBy(preferred, ({ key, zone }) => zone ?? key);
  return [...zones.values()].flatMap(([first]) => first?.key ?? []).slice(0, most);
}

interface NetworkIndex {
  readonly functions: ReadonlyMap<Key, LambdaFunction>;
  readonly facts: SubnetFacts;
}

/** One index for each network: a policy asks for thousands of functions. */
const indexes = new WeakMap<Network, NetworkIndex>();

function indexOf(network: Network): NetworkIndex {
  const index = indexes.get(network) ?? {
    functions: new Map((network.functions ?? []).map((one) => [one.key, one] as const)),
    facts: subnetFacts(network),
  };
  indexes.set(network, index);
  return index;
}

/** 0 for subnets with a route out of the VPC. */
function rank({ routesOut }: Subnet): number {
  if (routesOut?.ok !== true) return 1;
  return routesOut.value ? 0 : 2;
}

function canRunIn({ key, zone, ipv6 }: Subnet, user: LambdaFunction | undefined, facts: SubnetFacts): boolean {
  const { dualStack, fileSystem } = user ?? {};
  const hasIpv6 = ipv6?.ok === true && ipv6.value;
  const needsIpv6 = dualStack !== undefined && (!dualStack.ok || dualStack.value);
  const isMounted =
    fileSystem === undefined ||
    fileSystem.mountTargets.some(
      ({ subnet }) => subnet !== undefined && (subnet === key || (zone !== undefined && facts.get(subnet)?.zone === zone)),
    );
  return isMounted && (hasIpv6 || !needsIpv6);
}
