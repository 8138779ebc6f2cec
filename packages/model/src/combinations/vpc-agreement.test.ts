import { describe, expect, test } from "@jest/globals";
import type { Network, SecurityGroup, Subnet, Vpc } from "../facts/network";
import { attach, sampleNetwork } from "../testing/samples/sample-network";
import { resolveNetwork } from "./resolved-network";
import { vpcAgreement } from "./vpc-agreement";

const urn = (name: string): string => `urn:pulumi:dev::shop::any::${name}`;
const known = { ok: true, value: [] } as const;
const vpc = (name: string, facts: Partial<Vpc> = {}): Vpc => ({
  key: urn(name),
  cidrBlocks: known,
  dedicated: { ok: true, value: false },
  ...facts,
});
const subnet = (name: string, facts: Partial<Subnet>): Subnet => ({ key: urn(name), public: false, ...facts });
const group = (name: string, facts: Partial<SecurityGroup>): SecurityGroup => ({
  key: urn(name),
  outbound: known,
  references: known,
  otherUsers: [],
  ...facts,
});

const created = vpc("created", { creating: true });
const existing = vpc("existing");
const adopted = vpc("adopted", { adopted: true });
const inCreated = subnet("s-created", { vpc: created.key });
const inExisting = subnet("s-existing", { vpc: existing.key });
const inAdopted = subnet("s-adopted", { vpc: adopted.key });
const ofCreated = group("g-created", { createdIn: created.key });
const ofExisting = group("g-existing", { createdIn: existing.key });
const ofDefault = group("g-default", { inDefaultVpc: true });
const anywhere = group("g-anywhere", {});

const base: Partial<Network> = {
  vpcs: [created, existing, adopted],
  subnets: [inCreated, inExisting, inAdopted],
  securityGroups: [ofCreated, ofExisting, ofDefault, anywhere],
};

/** The verdict on one function with these subnets and groups. */
function verdictOn(subnets: readonly string[], securityGroups: readonly string[], more: Partial<Network> = {}): string {
  const resolved = resolveNetwork(sampleNetwork({ ...base, ...more, attachments: [attach("f", subnets, securityGroups)] }));
  const [attachment] = resolved.attachments;
  return attachment === undefined ? "none" : vpcAgreement(resolved)(attachment).verdict;
}

describe("what exists already", () => {
  test.each([
    { sentence: "is in no VPC that is being created", subnets: ["subnet-1"], groups: [ofCreated.key], verdict: "violation" },
    { sentence: "is in no VPC that is being created, as a group", subnets: [inCreated.key], groups: ["sg-1"], verdict: "violation" },
    { sentence: "may be in a VPC that this stack created before", subnets: ["subnet-1"], groups: [ofExisting.key], verdict: "undecided" },
    { sentence: "is presumed to be together", subnets: ["subnet-1", "subnet-2"], groups: ["sg-1"], verdict: "ok" },
  ])("$sentence", ({ subnets, groups, verdict }) => {
    expect(verdictOn(subnets, groups)).toBe(verdict);
  });
});

describe("a group for which the program names no VPC", () => {
  test.each([
    { sentence: "is not in a VPC that is being created", subnet: inCreated.key, verdict: "violation" },
    { sentence: "is hardly in a VPC that this stack created before", subnet: inExisting.key, verdict: "undecided" },
    { sentence: "is presumed to be in a VPC that the stack adopts", subnet: inAdopted.key, verdict: "ok" },
    { sentence: "is presumed to be with subnets that exist already", subnet: "subnet-1", verdict: "ok" },
  ])("$sentence", ({ subnet: key, verdict }) => {
    expect(verdictOn([key], [ofDefault.key])).toBe(verdict);
  });
});

test("a group of an unknown VPC is undecided with subnets of a VPC of the stack, and presumed to be with others", () => {
  expect(verdictOn([inCreated.key], [anywhere.key])).toBe("undecided");
  expect(verdictOn(["subnet-1"], [anywhere.key])).toBe("ok");
});

describe("an association", () => {
  const associated = (vpcKey: string | undefined, ...groups: readonly string[]): Partial<Network> => ({
    groupAssociations: [{ groups, ...(vpcKey === undefined ? {} : { vpc: vpcKey }) }],
  });

  test.each([
    { sentence: "with the VPC of the subnets makes a group usable there", network: associated(created.key, ofExisting.key), verdict: "ok" },
    {
      sentence: "makes an existing group usable in a VPC that is being created",
      groups: ["sg-1"],
      network: associated(created.key, "sg-1"),
      verdict: "ok",
    },
    { sentence: "with another VPC changes nothing", network: associated(adopted.key, ofExisting.key), verdict: "violation" },
    { sentence: "of another group changes nothing", network: associated(created.key, ofDefault.key), verdict: "violation" },
    { sentence: "with an unknown VPC may make it usable", network: associated(undefined, ofExisting.key), verdict: "undecided" },
    {
      sentence: "of one of two groups may make it usable",
      network: associated(created.key, ofDefault.key, ofExisting.key),
      verdict: "undecided",
    },
  ])("$sentence", ({ groups = [ofExisting.key], network, verdict }) => {
    expect(verdictOn([inCreated.key], groups, network)).toBe(verdict);
  });
});

describe("an adopted VPC", () => {
  const literal = subnet("s-literal", { vpc: "vpc-1" });
  const ofAdopted = group("g-adopted", { createdIn: adopted.key });
  const more = { subnets: [literal, inCreated], securityGroups: [ofAdopted], aliases: [[adopted.key, "vpc-1", "vpc-2"]] };

  test("may be the VPC that another part names by its id", () => {
    expect(verdictOn([literal.key], [ofAdopted.key], more)).toBe("ok");
  });

  test("is not a VPC of the stack, and two ids are two VPCs although both may be the adopted one", () => {
    expect(verdictOn([inCreated.key], [ofAdopted.key], more)).toBe("violation");
    const second = group("g-second", { createdIn: "vpc-2" });
    expect(verdictOn([literal.key], [second.key], { ...more, securityGroups: [second] })).toBe("violation");
  });
});

test("the parts of a violation are those that are certain, with their places", () => {
  const resolved = resolveNetwork(sampleNetwork({ ...base, attachments: [attach("f", [inCreated.key], ["sg-1", ofDefault.key])] }));
  const [attachment] = resolved.attachments;
  expect(attachment && vpcAgreement(resolved)(attachment)).toMatchObject({
    verdict: "violation",
    basis: "known",
    parts: [
      { key: inCreated.key, place: "vpc", vpc: created.key },
      { key: "sg-1", place: "existing-vpc" },
      { key: ofDefault.key, place: "default-vpc" },
    ],
  });
});
