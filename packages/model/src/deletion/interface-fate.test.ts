import { describe, expect, test } from "@jest/globals";
import { checkLaw } from "@lambda-vpc/property-testing";
import fc from "fast-check";
import { knownList, type PartialList } from "../facts/partial-list";
import type { RolePolicy } from "../facts/role";
import { select } from "../selections/selection";
import { type DestroyDepths, interfaceFate } from "./interface-fate";
import type { DeletingRole } from "./remaining-permission";
import { type LeftInterfaces, waitDepth } from "./wait-depth";

const left = (subnets: PartialList, groups: PartialList): LeftInterfaces => ({
  subnets: select(subnets, 16),
  securityGroups: select(groups, 5),
});
const exact = (subnets: readonly string[], groups: readonly string[]): LeftInterfaces => left(knownList(subnets), knownList(groups));
const unknown = (...candidates: readonly string[]): PartialList => ({ known: [], holes: "unknown", candidates });

const grant = (by?: string): RolePolicy => ({
  statements: [{ effect: "Allow", actions: { only: ["ec2:*"] } }],
  ...(by === undefined ? {} : { by }),
});
const role = (...policies: readonly RolePolicy[]): DeletingRole => ({ key: "role", policies });

/** The depths of a stack, in which all but the role and what attaches its policies waits for ENIs. */
function depthsOf(all: Readonly<Record<string, number>>): DestroyDepths {
  const waiting = new Map(Object.entries(all).filter(([key]) => /^(group|subnet)/.test(key)));
  return { all: new Map(Object.entries(all)), waiting, firstWait: Math.max(0, ...waiting.values()) };
}

describe("a destroy waits", () => {
  const depths = new Map(Object.entries({ group: 3, subnet1: 2, subnet2: 4 }));
  test.each<[string, LeftInterfaces, number, number]>([
    ["at the depth of the group, for all ENIs", exact(["subnet-x"], ["group", "sg-x"]), 3, 3],
    ["at the depth of the shallowest subnet without a group", exact(["subnet1", "subnet2"], ["sg-x"]), 2, 2],
    ["at the depth of the group if a subnet is shallower", exact(["subnet1", "subnet2"], ["group"]), 3, 3],
    ["for nothing if one subnet is elsewhere", exact(["subnet1", "subnet-x"], ["sg-x"]), 0, 0],
    ["for nothing if all is elsewhere", exact(["subnet-x"], []), 0, 0],
    ["at one of two depths if the subnet is one of two", left(unknown("subnet1", "subnet2"), knownList([])), 2, 4],
    ["at most at the depth of a group that it may have", left(knownList(["subnet1"]), unknown("group", "sg-x")), 2, 3],
  ])("%s", (_name, interfaces, least, most) => {
    expect(waitDepth(interfaces, depths)).toEqual({ least, most });
  });
});

describe("the ENIs of a deleted function are", () => {
  const worker = exact(["subnet-x"], ["group"]);
  test.each<[string, string, DeletingRole, Readonly<Record<string, number>>]>([
    ["deletable", "if the group is deeper than what attaches the policy", role(grant("access")), { role: 1, access: 2, group: 3 }],
    ["deletable", "if the group is deeper than the role that has the policy", role(grant("role")), { role: 1, group: 2 }],
    ["deletable", "with a role of another stack", role(grant()), { group: 1 }],
    ["deletable", "as little as today with a role that allows nothing", role(), { role: 2, group: 1 }],
    ["orphaned", "if the attachment is as deep as the group", role(grant("access")), { role: 1, access: 2, group: 2 }],
    ["orphaned", "if the role is as deep as the group", role(grant()), { role: 1, group: 1 }],
    ["orphaned", "if nothing waits", role(grant("access")), { role: 1, access: 2 }],
    ["unknown", "if the destroy waits for other ENIs first", role(grant("access")), { role: 1, access: 2, group: 2, group2: 3 }],
  ])("%s %s", (verdict, _name, owner, depths) => {
    expect(interfaceFate(worker, owner, depthsOf(depths)).verdict).toBe(verdict);
  });

  test("unknown if only one of the groups that they may have is deep enough, with the reason", () => {
    const interfaces = left(knownList(["subnet-x"]), unknown("group1", "group2"));
    const fate = interfaceFate(interfaces, role(grant("access")), depthsOf({ role: 1, access: 2, group1: 2, group2: 3 }));
    expect(fate).toEqual({ verdict: "unknown", causes: ["list-unknown"] });
  });
});

test("another group that waits never orphans an ENI", () => {
  const depth = fc.integer({ min: 1, max: 4 });
  const stack = fc.record({ access: depth, group: depth, subnet: depth, further: depth });
  checkLaw({ "the ENIs are deletable": 20 }, [stack, fc.boolean()], ({ access, further, ...waiting }, uses, met) => {
    const depths = depthsOf({ role: access, access: access + 1, ...waiting, "group-more": further });
    const one = exact(["subnet"], uses ? ["group"] : []);
    const more = exact(["subnet"], uses ? ["group", "group-more"] : ["group-more"]);
    const before = interfaceFate(one, role(grant("access")), depths).verdict;
    const after = interfaceFate(more, role(grant("access")), depths).verdict;
    met("the ENIs are deletable", before === "deletable");
    expect(before === "deletable" && after !== "deletable").toBe(false);
  });
});
