import { expect, test } from "@jest/globals";
import { recordsIn, reportState, type WaiverRecord } from "@lambda-vpc/policy-kit";
import { checkLaw } from "@lambda-vpc/property-testing";
import fc from "fast-check";
import { lambdaVpc } from "./index";

const TODAY = "2026-11-24";
const terms = { reason: "adopted as it was", expires: "2026-12-31" };

/** A stack of functions in one VPC, and limits. Subnets and groups are those of this stack. */
interface Situation {
  /** The group and the subnets of each function, by its name. */
  readonly functions: Readonly<Record<string, { readonly group: number; readonly subnets: readonly number[] }>>;
  /** The prefix length of both subnets. */
  readonly prefixLength: number;
  readonly maxSets: number;
  readonly zones: number;
  readonly headroom: number;
}

const names = ["a", "b", "c", "d", "e"];

const situation: fc.Arbitrary<Situation> = fc.record({
  functions: fc.dictionary(
    fc.constantFrom(...names),
    fc.record({ group: fc.integer({ min: 0, max: 3 }), subnets: fc.subarray([0, 1], { minLength: 1 }) }),
    { minKeys: 1, maxKeys: names.length, noNullPrototype: true },
  ),
  prefixLength: fc.constantFrom(26, 27, 28),
  maxSets: fc.integer({ min: 1, max: 3 }),
  zones: fc.integer({ min: 2, max: 3 }),
  headroom: fc.constantFrom(0.2, 0.6, 0.9),
});

const urn = (type: string, name: string): string => `urn:pulumi:dev::shop::${type}::${name}`;

function resource(type: string, name: string, id: string, inputs: object): object {
  return { urn: urn(type, name), type, custom: true, id, inputs, outputs: { id, ...inputs } };
}

/** The export of the stack. Groups 0 and 1 have the same rules, and so have 2 and 3. */
function stateOf({ functions, prefixLength }: Situation): string {
  const egress = (group: number): object[] => [
    { protocol: "tcp", fromPort: 443, toPort: 443, cidrBlocks: [group < 2 ? "10.0.0.0/8" : "192.168.0.0/16"] },
  ];
  const resources = [
    ...[0, 1].map((index) =>
      resource("aws:ec2/subnet:Subnet", `subnet-${index}`, `subnet-${index}`, {
        ...{ vpcId: "vpc-1", cidrBlock: `10.0.${index}.0/${prefixLength}`, availabilityZone: `us-east-1${index === 0 ? "a" : "b"}` },
      }),
    ),
    ...[0, 1, 2, 3].map((group) =>
      resource("aws:ec2/securityGroup:SecurityGroup", `group-${group}`, `sg-${group}`, {
        vpcId: "vpc-1",
        ingress: [],
        egress: egress(group),
      }),
    ),
    ...Object.entries(functions).map(([name, { group, subnets }]) =>
      resource("aws:lambda/function:Function", name, name, {
        vpcConfig: { subnetIds: subnets.map((index) => `subnet-${index}`), securityGroupIds: [`sg-${group}`] },
      }),
    ),
  ];
  return JSON.stringify({ version: 3, deployment: { resources } });
}

function configurationOf({ maxSets, zones, headroom }: Situation, waivers: readonly WaiverRecord[]): object {
  return {
    "share-security-groups": { maxSetsPerVpc: maxSets },
    "enough-availability-zones": { availabilityZones: zones },
    "subnet-has-room": { headroom },
    waivers: { entries: waivers.map((record) => ({ ...record, ...terms })) },
  };
}

/** What the pack finds, as waivers record it, and the levels of what it reports. */
function found(given: Situation, waivers: readonly WaiverRecord[] = []) {
  const reports = reportState(lambdaVpc, configurationOf(given, waivers), stateOf(given), TODAY);
  if (!reports.ok) throw new Error(reports.error);
  const records = reports.value.flatMap(({ message }) => recordsIn(message).records ?? []);
  const mandatory = reports.value.filter(({ level }) => level === "mandatory").map(({ message }) => message);
  return { records: new Map(records.map((record) => [JSON.stringify(record), record])), mandatory };
}

/** Whether `now` was there before and is no worse: in this stack the number of zones is the only one of which less is worse. */
function isNoWorse(now: WaiverRecord, before: WaiverRecord): boolean {
  const sign = now.policy === "enough-availability-zones" ? -1 : 1;
  const within = (most: number | undefined, number: number | undefined): boolean =>
    most === undefined || (number !== undefined && sign * number <= sign * most);
  const past = ({ found: number, limit }: WaiverRecord): number | undefined =>
    number === undefined || limit === undefined ? undefined : number - limit;
  return (
    now.policy === before.policy &&
    now.kind === before.kind &&
    [now.subject].flat().every((key) => [before.subject].flat().includes(key)) &&
    (before.verdict === "violation" || before.verdict === now.verdict) &&
    (before.verdict === "violation" || (now.causes ?? []).every((cause) => before.causes?.includes(cause) === true)) &&
    within(before.found, now.found) &&
    within(past(before), past(now))
  );
}

test("with a baseline, exactly those findings are silent that were there before and are no worse now", () => {
  checkLaw(
    { "something was there": 80, "something is no worse": 40, "something is worse or new": 30, "a limit changed": 50 },
    [situation, situation],
    (before, now, met) => {
      const waivers = [...found(before).records.values()];
      const all = found(now).records;
      const expected = [...all].filter(([, record]) => !waivers.some((one) => isNoWorse(record, one))).map(([key]) => key);
      met("something was there", waivers.length > 0);
      met("something is no worse", expected.length < all.size);
      met("something is worse or new", expected.length > 0);
      met("a limit changed", before.maxSets !== now.maxSets || before.zones !== now.zones);
      expect([...found(now, waivers).records.keys()].sort()).toEqual(expected.sort());
    },
    { numRuns: 100 },
  );
});

test("with a baseline, an unchanged stack and one without some of its functions report nothing mandatory", () => {
  checkLaw(
    { "something was mandatory": 40, "a function goes": 50 },
    [situation, fc.subarray(names)],
    (before, gone, met) => {
      const first = found(before);
      const waivers = [...first.records.values()];
      const functions = Object.fromEntries(Object.entries(before.functions).filter(([name]) => !gone.includes(name)));
      met("something was mandatory", first.mandatory.length > 0);
      met("a function goes", Object.keys(functions).length < Object.keys(before.functions).length);
      expect(found(before, waivers).records.size).toBe(0);
      expect(found({ ...before, functions }, waivers).mandatory).toEqual([]);
    },
    { numRuns: 100 },
  );
});
