import { type EniPlan, planEnis, resolveNetwork, setKey, type VpcPlan } from "@lambda-vpc/model";
import type { CollectedRegion } from "../dataset/collected-region";
import { regionNetwork } from "../dataset/region-network";

/** What views must answer about Regions, each collected once, as the model and brute force over what was read compute it. */
export function modelledViews(regions: readonly CollectedRegion[]) {
  const plans = regions.map((region) => ({ region, plan: planEnis(resolveNetwork(regionNetwork(region))) }));
  const vpcs = plans.flatMap(({ region, plan }) => plan.vpcs.map((vpc) => ({ account: region.account, region, vpc })));
  const held = regions.flatMap((region) => heldIn(region).map((one) => ({ account: region.account, ...one })));
  return {
    avoidable: vpcs.map(({ account, vpc }) => [account, vpc.vpc, vpc.combinations.likely, vpc.avoidable.likely]),
    merges: vpcs.flatMap(({ account, vpc }) =>
      vpc.merges.map(({ keep, replace, saved }) => [
        ...[account, vpc.vpc, setKey(keep), replace.length + 1],
        [keep, ...replace].map(setKey).sort().join(", "),
        saved.likely,
      ]),
    ),
    combinations: held.map(({ account, subnet, set, functions, versions }) => [account, subnet, set, functions.size, versions.size]),
    addresses: plans.flatMap(({ region, plan }) =>
      region.subnets.map(({ id }) => [
        ...[region.account, id, subnetCombinations(plan, id)],
        region.interfaces.filter(({ subnet, description }) => subnet === id && description.startsWith("AWS Lambda")).length,
      ]),
    ),
    quota_headroom: plans.flatMap(({ region, plan }) => ["vpc-a", "vpc-b"].flatMap((vpc) => headroomOf(region, plan.vpcs, vpc))),
    sharing: vpcs.map(({ account, vpc }) => {
      const here = held.filter((one) => one.account === account && one.vpc === vpc.vpc);
      const functions = here.map((one) => one.functions.size);
      return [account, vpc.vpc, vpc.sets.likely, functions.filter((one) => one === 1).length, Math.max(...functions)];
    }),
    pinned_versions: regions.flatMap((region) => pinnedIn(region)),
    accounts: plans.map(({ region, plan }) => [
      ...[region.account, new Set(region.functions.map(({ arn }) => arn)).size, plan.combinations.likely],
      plan.vpcs.reduce((sum, { avoidable }) => sum + avoidable.likely, 0),
    ]),
  };
}

function subnetCombinations({ subnets }: EniPlan, id: string): number {
  return subnets.find(({ subnet }) => subnet === id)?.combinations.likely ?? 0;
}

function headroomOf(region: CollectedRegion, plans: readonly VpcPlan[], vpc: string) {
  const combinations = plans.find((plan) => plan.vpc === vpc)?.combinations.likely ?? 0;
  const interfaces = region.interfaces.filter((one) => one.vpc === vpc && one.description.startsWith("AWS Lambda")).length;
  const [used, quota] = [Math.max(combinations, interfaces), region.interfacesPerVpc ?? 500];
  return used === 0 ? [] : [[region.account, vpc, combinations, interfaces, quota - used, used / quota]];
}

interface Held {
  readonly vpc: string;
  readonly subnet: string;
  readonly set: string;
  readonly functions: Set<string>;
  readonly versions: Set<string>;
  readonly latest: Set<string>;
}

/** The combinations of a Region by pairs of a version and a subnet. */
function heldIn(region: CollectedRegion): readonly Held[] {
  const found = new Map<string, Held>();
  for (const one of region.functions)
    for (const version of [one.latest, ...one.published])
      for (const subnet of version.vpc?.subnets ?? []) {
        const set = [...new Set(version.vpc?.securityGroups)].sort().join(" + ");
        const held = found.get(`${subnet} ${set}`) ?? {
          ...{ vpc: version.vpc?.vpc ?? "", subnet, set },
          ...{ functions: new Set(), versions: new Set(), latest: new Set() },
        };
        held.functions.add(one.arn);
        held.versions.add(`${one.arn}:${version.version}`);
        if (version === one.latest) held.latest.add(one.arn);
        found.set(`${subnet} ${set}`, held);
      }
  return [...found.values()];
}

function pinnedIn(region: CollectedRegion) {
  const pinned = heldIn(region).filter(({ latest }) => latest.size === 0);
  return region.functions.flatMap(({ arn, published }) =>
    published.flatMap(({ version }) => {
      const own = pinned.filter(({ versions }) => versions.has(`${arn}:${version}`));
      const freed = own.filter(({ versions }) => versions.size === 1);
      return own.length === 0 ? [] : [[region.account, arn, version, own.length, freed.length]];
    }),
  );
}
