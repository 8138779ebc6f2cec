import { knownList, select, type PartialList } from "@lambda-vpc/model";
import { describe, expect, test } from "@jest/globals";
import { differenceFrom, isApproved } from "./approved-configuration";

const LIMIT = 16;
const web = "urn:pulumi:dev::shop::aws:ec2/securityGroup:SecurityGroup::web";
const inner = "urn:pulumi:dev::shop::my:index:Shop$aws:ec2/securityGroup:SecurityGroup::web";
const lookalike = "urn:pulumi:dev::shop::aws:ec2/securityGroup:SecurityGroup::sg-01";
const ofVpc = "default-security-group:urn:pulumi:dev::shop::aws:ec2/vpc:Vpc::main";
const adopted = "urn:pulumi:dev::shop::aws:ec2/defaultSecurityGroup:DefaultSecurityGroup::default";
const someOf = (holes: PartialList["holes"], ...candidates: readonly string[]): PartialList => ({ known: [], holes, candidates });

describe("a list is judged", () => {
  const rows = [
    { sentence: "the same ids", list: knownList(["sg-01", "sg-02"]), approved: ["sg-02", "sg-01", "sg-01"], verdict: "ok" },
    { sentence: "a name of this stack", list: knownList([web]), approved: ["web"], verdict: "ok" },
    { sentence: "a URN", list: knownList([web]), approved: [web], verdict: "ok" },
    { sentence: "the URN of another of the same name", list: knownList([inner]), approved: [web], verdict: "violation" },
    { sentence: "a name that looks like an AWS id", list: knownList([lookalike]), approved: ["sg-01"], verdict: "violation" },
    { sentence: "an id that an adopting resource may have", list: someOf(1, adopted), approved: ["sg-01"], verdict: "undecided" },
    { sentence: "an id that the default group of a VPC may have", list: someOf(1, ofVpc), approved: ["sg-01"], verdict: "undecided" },
    { sentence: "another resource than the default group of a VPC", list: someOf(1, ofVpc), approved: ["orders"], verdict: "violation" },
    { sentence: "the name of an adopting resource", list: someOf(1, adopted), approved: ["default"], verdict: "ok" },
    { sentence: "a part", list: knownList(["sg-01"]), approved: ["sg-01", "sg-02"], verdict: "violation" },
    { sentence: "more", list: knownList(["sg-01", "sg-02"]), approved: ["sg-01"], verdict: "violation" },
    { sentence: "nothing of nothing", list: knownList([]), approved: [], verdict: "ok" },
    { sentence: "one of two, unknown which", list: someOf(1, web, "sg-02"), approved: ["web"], verdict: "undecided" },
    { sentence: "two of three, where one is approved", list: someOf(2, web, "sg-02", "sg-03"), approved: ["web"], verdict: "violation" },
    { sentence: "unknown, out of others", list: someOf("unknown", "sg-02", "sg-03"), approved: ["sg-01"], verdict: "violation" },
    { sentence: "unknown, out of anything", list: someOf("unknown"), approved: ["sg-01"], verdict: "undecided" },
  ] as const;

  test.each(rows)("$sentence: $verdict", ({ list, approved, verdict }) => {
    expect(isApproved(select(list, LIMIT), approved)).toBe(verdict);
  });
});

test("a difference names what is certain, in canonical order", () => {
  expect(differenceFrom(select(knownList(["sg-04", "sg-03", "sg-01"]), LIMIT), ["sg-02", "sg-01", "sg-00"])).toEqual({
    missing: ["sg-00", "sg-02"],
    extra: ["sg-03", "sg-04"],
    lengthDiffers: false,
  });
});
