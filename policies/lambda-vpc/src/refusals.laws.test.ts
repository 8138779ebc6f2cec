import { expect, test } from "@jest/globals";
import { packArguments, recordsIn, type WaiverRecord } from "@lambda-vpc/policy-kit";
import { checkLaw } from "@lambda-vpc/property-testing";
import { idOf, type Resource, resource, settled, urnOf } from "@lambda-vpc/sources/testing";
import fc from "fast-check";
import { lambdaVpc } from "./index";

/** What a function asks for: subnets and groups of one VPC by their numbers, the last subnet being of no stack, and what AWS refuses. */
interface Wish {
  readonly vpc: number;
  readonly subnets: readonly number[];
  readonly groups: readonly number[];
  readonly setsVpcId: boolean;
  readonly allowsIpv6: boolean;
}

interface Limits {
  readonly sets: number;
  readonly perVpc: number;
  readonly perStack: number | undefined;
  readonly quota: number;
  readonly changeover: number;
  readonly approved: "none" | "by id" | "by name";
  readonly inventory: boolean;
}

interface Situation {
  /** The functions in the order in which an update validates them. A function that comes again has new inputs. */
  readonly arrivals: readonly (readonly [name: string, wish: Wish])[];
  readonly limits: Limits;
  /** The arrivals whose findings waivers accept, as a baseline of a stack with them would. */
  readonly accepted: number;
  readonly lazy: boolean;
}

/** The numbers of a subnet and a group that the stack does not manage. */
const [FOREIGN_SUBNET, FOREIGN_GROUP] = [2, 3];

const names = ["a", "b", "c", "d", "e", "f"];
const rarely = fc.integer({ min: 0, max: 9 }).map((dice) => dice === 0);

/** If `connected`, every function is in one VPC and uses one subnet of it, which shows that it is one VPC. */
const wish = (connected: boolean): fc.Arbitrary<Wish> =>
  fc.record({
    vpc: connected ? fc.constant(0) : fc.integer({ min: 0, max: 1 }),
    subnets: fc.subarray([0, 1, 2], { minLength: 0 }).map((some) => (connected ? [...new Set([FOREIGN_SUBNET, ...some])] : some)),
    groups: fc.subarray([0, 1, 2, FOREIGN_GROUP], { minLength: connected ? 1 : 0 }),
    ...{ setsVpcId: rarely, allowsIpv6: rarely },
  });

const situation = (connected: boolean): fc.Arbitrary<Situation> =>
  fc.record({
    arrivals: fc.array(fc.tuple(fc.constantFrom(...names), wish(connected)), { minLength: 1, maxLength: 8 }),
    limits: fc.record({
      sets: fc.integer({ min: 1, max: 4 }),
      perVpc: fc.integer({ min: 2, max: 12 }),
      perStack: fc.option(fc.integer({ min: 2, max: 12 }), { nil: undefined }),
      quota: fc.integer({ min: 4, max: 20 }),
      changeover: fc.constantFrom(0, 0.5, 1),
      approved: fc.constantFrom("none" as const, "none" as const, "by id" as const, "by name" as const),
      inventory: fc.boolean(),
    }),
    accepted: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 8 })),
    lazy: fc.boolean(),
  });

const vpcs = ["aa", "bb"].map((name) => resource("aws:ec2/vpc:Vpc", name, { cidrBlock: "10.0.0.0/16" }));
const subnets = vpcs.map((vpc) =>
  [0, 1].map((index) =>
    resource("aws:ec2/subnet:Subnet", `${vpc.name}${index}`, { vpcId: idOf(vpc), cidrBlock: `10.0.${index}.0/28`, ipv6Native: false }),
  ),
);
const groups = vpcs.map((vpc) =>
  [0, 1, 2].map((index) => resource("aws:ec2/securityGroup:SecurityGroup", `${vpc.name}${index}`, { vpcId: idOf(vpc) })),
);
const infrastructure = [...vpcs, ...subnets.flat(), ...groups.flat()];

function functionOf(name: string, { vpc, subnets: some, groups: chosen, setsVpcId, allowsIpv6 }: Wish): Resource {
  const vpcConfig = {
    subnetIds: some.map((index) => idOr(subnets[vpc]?.[index], `subnet-ee${vpc}`)),
    securityGroupIds: chosen.map((index) => idOr(groups[vpc]?.[index], `sg-ee${vpc}`)),
    ...(setsVpcId ? { vpcId: "vpc-aa" } : {}),
    ...(allowsIpv6 ? { ipv6AllowedForDualStack: true } : {}),
  };
  return resource("aws:lambda/function:Function", name, { runtime: "nodejs24.x", vpcConfig });
}

function idOr(own: Resource | undefined, foreign: string) {
  return own === undefined ? foreign : idOf(own);
}

const policies = lambdaVpc.policies.filter(({ monotone }) => monotone !== undefined);
const settings = ["assumptions", "inventory", "waivers"];

function configurationOf(id: string, { sets, perVpc, perStack, quota, changeover, approved, inventory }: Limits): object {
  const [subnetIds, securityGroupIds] = approved === "by id" ? [["subnet-ee0"], ["sg-ee0"]] : [["aa0"], ["aa0"]];
  const inventoried = ["subnet-ee0", "subnet-aa1"].map((one) => ({ id: one, vpcId: "vpc-aa", cidrBlock: "10.0.9.0/28" }));
  const configurations: Readonly<Record<string, object>> = {
    "share-security-groups": { maxSetsPerVpc: sets },
    "eni-budget": { maxPerVpc: perVpc, ...(perStack === undefined ? {} : { maxPerStack: perStack }) },
    "approved-vpc-configs": { configurations: approved === "none" ? [] : [{ name: "shared", subnetIds, securityGroupIds }] },
    assumptions: { enisPerVpc: quota, changeover },
    inventory: inventory ? { subnets: inventoried, combinations: [{ subnetId: "subnet-ee0", securityGroupIds: ["sg-aa0"] }] } : {},
  };
  return configurations[id] ?? {};
}

interface Callbacks {
  readonly name: string;
  readonly validateResource?: (resource: object, report: (told: Told) => void) => void;
  readonly validateStack?: (stack: object, report: (told: Told) => void) => void;
}

interface Told {
  readonly message: string;
  readonly enforcementLevel?: string;
}

/** A pack as the SDK's server calls it, with every monotone policy at the level mandatory. */
class CalledPack {
  private readonly served: readonly Callbacks[];

  constructor(
    private readonly limits: Limits,
    private readonly waivers: readonly WaiverRecord[],
    environment: { readonly updating: boolean; readonly lazy: boolean },
  ) {
    const levels = new Map([...policies.map(({ id }) => [id, "mandatory"] as const), ...settings.map((id) => [id, "advisory"] as const)]);
    const { policies: all } = packArguments({ ...lambdaVpc, policies }, () => "2026-11-24", {
      ...{ updating: environment.updating, levels: () => levels, records: true, sdkVersion: environment.lazy ? "1.21.0" : "" },
    });
    this.served = all as unknown as readonly Callbacks[];
  }

  /** The policies that refuse a resource. */
  validate(shown: object): readonly string[] {
    const told = new Set<string>();
    for (const one of this.served) one.validateResource?.({ ...shown, ...this.called(one) }, () => told.add(one.name));
    return [...told].sort();
  }

  /** The policies with a violation of the stack, with what waivers would record of it. */
  stack(resources: readonly object[]): ReadonlyMap<string, readonly WaiverRecord[]> {
    const told: [string, readonly WaiverRecord[]][] = [];
    for (const one of this.served)
      one.validateStack?.({ resources, ...this.called(one) }, ({ message, enforcementLevel }) => {
        const { records = [] } = recordsIn(message);
        if (enforcementLevel === undefined && !settings.includes(one.name)) told.push([one.name, records]);
      });
    return new Map([...Map.groupBy(told, ([name]) => name)].map(([name, all]) => [name, all.flatMap(([, records]) => records)]));
  }

  private called({ name }: Callbacks): object {
    const entries = this.waivers.map((record) => ({ ...record, reason: "adopted", expires: "2026-12-31" }));
    return { getConfig: () => (name === "waivers" ? { entries } : configurationOf(name, this.limits)) };
  }
}

/** Each resource as resource validation shows it in an update, and all of them as stack validation does afterwards. */
function shown(program: readonly Resource[]) {
  const { validated, resources } = settled(program);
  const seen = new Map(resources.map((one) => [one.urn, one]));
  const resourcesSeen = validated.map(({ urn, props }) => ({ urn, props, type: seen.get(urn)?.type, provider: seen.get(urn)?.provider }));
  return { validated: resourcesSeen, resources };
}

/** The stack verdict of a program, decided without a prefix. */
function verdictOf(functions: readonly Resource[], limits: Limits, waivers: readonly WaiverRecord[]) {
  const pack = new CalledPack(limits, waivers, { updating: false, lazy: false });
  const { validated, resources } = shown([...infrastructure, ...functions]);
  for (const one of validated) pack.validate(one);
  return pack.stack(resources);
}

function waiversOf({ arrivals, accepted, limits }: Situation): readonly WaiverRecord[] {
  const former = new Map(arrivals.slice(0, accepted).map(([name, asked]) => [name, functionOf(name, asked)]));
  return [...verdictOf([...former.values()], limits, []).values()].flat();
}

/** What an update refuses, arrival by arrival, and the stack verdict of the functions that it let pass and of the arriving one. */
function replay(given: Situation) {
  const waivers = waiversOf(given);
  const pack = new CalledPack(given.limits, waivers, { updating: true, lazy: given.lazy });
  for (const one of shown(infrastructure).validated) pack.validate(one);
  const passed = new Map<string, Resource>();
  return given.arrivals.map(([name, asked]) => {
    const arriving = functionOf(name, asked);
    const isAgain = passed.delete(name);
    const view = shown([...infrastructure, arriving]).validated.find(({ urn }) => urn === urnOf(arriving));
    const refusedBy = pack.validate(view ?? {});
    const violated = [...verdictOf([...passed.values(), arriving], given.limits, waivers).keys()].sort();
    if (refusedBy.length === 0) passed.set(name, arriving);
    return { refusedBy, violated, isAgain, isWaived: waivers.length > 0 };
  });
}

/** The policies whose verdict needs no id of a resource of the stack, whatever the functions share. */
const decidedByFunction = ["no-vpc-id-in-vpc-config", "subnets-and-groups-within-limits", "subnets-with-security-groups"];

test("an update refuses nothing that the stack verdict of its resources would accept, whatever the order, the waivers and the inventory", () => {
  checkLaw(
    { "something is refused": 50, "something passes": 50, "a function comes again": 30, "findings are waived": 20, "an inventory": 30 },
    [situation(false)],
    (given, met) => {
      for (const { refusedBy, violated, isAgain, isWaived } of replay(given)) {
        met("something is refused", refusedBy.length > 0);
        met("something passes", refusedBy.length === 0);
        met("a function comes again", isAgain);
        met("findings are waived", isWaived);
        met("an inventory", given.limits.inventory);
        expect(violated).toEqual(expect.arrayContaining([...refusedBy]));
        const certain = (policy: string): boolean => decidedByFunction.includes(policy) && !isWaived;
        expect(refusedBy.filter(certain)).toEqual(violated.filter(certain));
      }
    },
    { numRuns: 150 },
  );
});

test("where the functions show that they share a VPC, an update refuses exactly what the stack verdict of its resources rejects", () => {
  const byResource = ["subnet-has-room", "dual-stack-subnets", "one-vpc-per-function"];
  checkLaw(
    { "something is refused": 50, "several policies refuse": 10, "a function comes again": 30 },
    [situation(true)],
    (given, met) => {
      const { limits } = given;
      const approved = limits.approved === "by name" ? ("none" as const) : limits.approved;
      for (const { refusedBy, violated, isAgain } of replay({ ...given, accepted: 0, limits: { ...limits, inventory: false, approved } })) {
        met("something is refused", refusedBy.length > 0);
        met("several policies refuse", refusedBy.length > 1);
        met("a function comes again", isAgain);
        expect(refusedBy.filter((policy) => !byResource.includes(policy))).toEqual(
          violated.filter((policy) => !byResource.includes(policy)),
        );
      }
    },
    { numRuns: 150 },
  );
});
