import { expect, test } from "@jest/globals";
import { idOf, type Inputs, type ResourceDescription, urnOf } from "../description/program-description";
import { widenedAccess } from "./access";

const custom = (type: string, name: string, inputs: Inputs): ResourceDescription => ({ kind: "custom", type, name, inputs });
const rule = (range: string, toPort = 443): Inputs => ({ protocol: "tcp", fromPort: 443, toPort, cidrBlocks: [range] });
const group = (name: string, ...egress: readonly Inputs[]): ResourceDescription =>
  custom("aws:ec2/securityGroup:SecurityGroup", name, { egress });

function program(
  groups: readonly ResourceDescription[],
  used: readonly ResourceDescription[],
  further: readonly ResourceDescription[] = [],
) {
  const securityGroupIds = used.map((one) => idOf(urnOf(one)));
  return [...groups, ...further, custom("aws:lambda/function:Function", "orders", { vpcConfig: { subnetIds: [], securityGroupIds } })];
}

const [narrow, wide, same] = [group("narrow", rule("10.0.0.0/16")), group("wide", rule("10.0.0.0/8")), group("same", rule("10.0.0.0/16"))];
const admits = (admitted: ResourceDescription): ResourceDescription =>
  custom("aws:ec2/securityGroup:SecurityGroup", "database", {
    ingress: [{ ...rule("10.9.0.0/16"), cidrBlocks: [], securityGroups: [idOf(urnOf(admitted))] }],
  });
const all = [narrow, wide, same];

test.each<[what: string, before: readonly ResourceDescription[], after: readonly ResourceDescription[], widened: number]>([
  ["the same rules of another group are no wider access", program(all, [narrow]), program(all, [same]), 0],
  ["a larger range is wider access", program(all, [narrow]), program(all, [wide]), 1],
  ["a smaller range is no wider access", program(all, [wide]), program(all, [narrow]), 0],
  [
    "more ports are wider access",
    program([group("a", rule("10.0.0.0/8"))], [group("a")]),
    program([group("a", rule("10.0.0.0/8", 444))], [group("a")]),
    1,
  ],
  ["a group that a database admits is wider access", program(all, [narrow], [admits(same)]), program(all, [same], [admits(same)]), 1],
  [
    "a group that a database admits no longer is no wider access",
    program(all, [same], [admits(same)]),
    program(all, [narrow], [admits(same)]),
    0,
  ],
  [
    "a group of the account whose rules nobody knows is wider access",
    program(all, [narrow]),
    [
      ...program(all, [narrow]).slice(0, -1),
      custom("aws:lambda/function:Function", "orders", { vpcConfig: { subnetIds: [], securityGroupIds: ["sg-0000000000000000f"] } }),
    ],
    1,
  ],
])("%s", (_, before, after, widened) => {
  expect(widenedAccess(before, after)).toHaveLength(widened);
});
