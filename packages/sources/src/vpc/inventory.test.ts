import { isExact, planEnis, resolveNetwork } from "@lambda-vpc/model";
import { describe, expect, test } from "@jest/globals";
import { checkLaw } from "@lambda-vpc/property-testing";
import fc from "fast-check";
import type { SeenInventory } from "./inventory";
import { readPreviewJson } from "../views/preview-json";
import { readNetwork } from "../read-network";
import { readStateFile } from "../views/state-file";
import { arbitraryInventory } from "../testing/arbitrary-inventory";
import { arbitraryPrograms } from "../testing/arbitrary-program";
import { networkOf, planOf } from "../testing/network-of";
import { previewJsonOf } from "../testing/preview-json-of";
import { awsId, dependsOn, idOf, preview, type Resource, resource, settled, urnOf } from "../testing/program";
import { lambda, securityGroup, subnet, vpc } from "../testing/sample-resources";
import { stateFileOf } from "../testing/state-file-of";

const main = vpc("main");
const [a, b] = [subnet("a", main), subnet("b", main)];
const group = securityGroup("group", { vpcId: idOf(main) });
const managed = [main, a, b, group];
const orders = lambda("orders", { subnetIds: [idOf(a), idOf(b)], securityGroupIds: [idOf(group)] });
const inventory: SeenInventory = {
  subnets: [
    { id: "subnet-a", vpcId: "vpc-main" },
    { id: "subnet-9", cidrBlock: "10.9.0.0/24", availabilityZone: "us-east-1a", availableAddresses: 200 },
  ],
  combinations: [{ subnetId: "subnet-a", securityGroupIds: ["sg-group"] }],
};

describe("an id of an inventory", () => {
  test("is the URN of the resource that has it, and itself where the stack manages none", () => {
    expect(networkOf(settled([...managed, orders]), inventory).inventory).toEqual({
      subnets: [
        { subnet: urnOf(a), vpc: urnOf(main) },
        { subnet: "subnet-9", cidrBlock: "10.9.0.0/24", zone: "us-east-1a", availableAddresses: 200 },
      ],
      combinations: [{ subnet: urnOf(a), securityGroups: [urnOf(group)] }],
    });
  });

  test("is known of what existed before, so that a new function is charged for what is new", () => {
    expect(planOf(preview([...managed, orders], managed), inventory).marginal).toMatchObject({ min: 1, max: 1 });
  });

  test("is never that of a resource that is yet to be made", () => {
    expect(planOf(preview([...managed, orders]), inventory).marginal).toMatchObject({ min: 2, max: 2 });
  });

  test("may be that of a resource that takes over what exists, as long as its own does not show, but not of the group of a VPC that is yet to be made", () => {
    const adopted = resource("aws:ec2/defaultSecurityGroup:DefaultSecurityGroup", "default", { vpcId: idOf(main) });
    const users = lambda("users", { subnetIds: ["subnet-9"], securityGroupIds: [idOf(adopted)] });
    const held = { subnets: [], combinations: [{ subnetId: "subnet-9", securityGroupIds: ["sg-default"] }] };
    expect(planOf(preview([main, adopted, users], [main]), held).marginal).toMatchObject({ min: 0, max: 1 });
    expect(planOf(preview([main, adopted, users]), held).marginal).toMatchObject({ min: 1, max: 1 });
    expect(planOf(settled([main, adopted, users]), held).marginal).toMatchObject({ min: 0, max: 0 });
  });
});

test("the zone that an inventory names counts unless the stack writes its zones by id: a name and an id may be one zone", () => {
  const byId = resource("aws:ec2/subnet:Subnet", "c", { vpcId: idOf(main), availabilityZoneId: "use1-az1" });
  const byName = resource("aws:ec2/subnet:Subnet", "c", { vpcId: idOf(main), availabilityZone: "us-east-1a" });
  const zone = (...others: readonly (typeof a)[]): unknown => networkOf(preview([main, ...others]), inventory).inventory?.subnets[1]?.zone;
  expect([zone(), zone(byName), zone(byId)]).toEqual(["us-east-1a", "us-east-1a", undefined]);
});

test("a subnet outside the stack is in the VPC that the inventory says", () => {
  const users = lambda("users", { subnetIds: ["subnet-9"], securityGroupIds: ["sg-9"] });
  const placed = { ...inventory, subnets: [{ id: "subnet-9", vpcId: "vpc-main" }] };
  expect(planOf(settled([...managed, users]), placed).vpcs).toMatchObject([{ vpc: urnOf(main), marginal: { min: 1, max: 1 } }]);
});

test("without an inventory there is none, which an empty one is not", () => {
  expect(networkOf(settled(managed))).not.toHaveProperty("inventory");
  expect(networkOf(settled(managed), { subnets: [], combinations: [] })).toHaveProperty("inventory");
});

const accounts = arbitraryPrograms.chain(({ program, existing }) => {
  // A VPC that is yet to be made has no default group yet.
  const adopted = program.filter(
    ({ type, inputs }) => type.includes(":Default") && dependsOn(inputs["vpcId"] ?? null).every((vpc) => existing.includes(vpc)),
  );
  const there = [...existing, ...adopted];
  return fc.tuple(arbitraryInventory(there), fc.subarray([...askedOf(program, there)])).map(([{ subnets, combinations }, asked]) => ({
    ...{ program, existing },
    held: { subnets, combinations: [...combinations, ...asked] },
  }));
});

/** The combinations of a program's functions that certainly exist already. */
function askedOf(program: readonly Resource[], there: readonly Resource[]): SeenInventory["combinations"] {
  const made = new Map(program.map((one) => [urnOf(one), one]));
  const idsOf = (keys: readonly string[]): readonly string[] | undefined => {
    const found = keys.map((key) => made.get(key));
    return found.every((one) => one === undefined || there.includes(one))
      ? keys.map((key, index) => (found[index] === undefined ? key : awsId(found[index])))
      : undefined;
  };
  return networkOf(settled(program)).attachments.flatMap(({ subnets, securityGroups }) => {
    const groups = idsOf(securityGroups.known);
    if (groups === undefined) return [];
    return subnets.known.flatMap((key) => (idsOf([key]) ?? []).map((subnetId) => ({ subnetId, securityGroupIds: groups })));
  });
}

describe("with an inventory of what existed before", () => {
  test("views taken at one moment give one answer", () => {
    checkLaw({ "the account may hold some of the combinations": 5 }, [accounts], ({ program, existing, held }, met) => {
      const { combinations, marginal } = planOf(preview(program, existing), held);
      met("the account may hold some of the combinations", marginal.min < combinations.min || marginal.max < combinations.max);
      const fromJson = planEnis(resolveNetwork(readNetwork(readPreviewJson(previewJsonOf(program, existing)), held)));
      expect(fromJson).toEqual(planOf(preview(program, existing), held));
      expect(readNetwork(readStateFile(stateFileOf(program)).resources, held)).toEqual(networkOf(settled(program), held));
    });
  });

  test("the marginal count after up lies within the preview's bounds, equal where it is exact", () => {
    checkLaw(
      { "the account holds some of the combinations": 15, "the preview has bounds": 10, "the preview is exact": 15 },
      [accounts],
      ({ program, existing, held }, met) => {
        const promised = planOf(preview(program, existing), held).marginal;
        const { combinations, marginal: truth } = planOf(settled(program), held);
        met("the account holds some of the combinations", truth.max < combinations.max);
        met("the preview has bounds", !isExact(promised));
        met("the preview is exact", isExact(promised));
        expect(isExact(truth)).toBe(true);
        expect({ within: promised.min <= truth.min && truth.max <= promised.max, truth }).toEqual({ within: true, truth });
      },
      { numRuns: 300 },
    );
  });
});
