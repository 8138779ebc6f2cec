import { describe, expect, test } from "@jest/globals";
import { type Attachment, displayName, failure, knownList, type Network, type PartialList, success, type Subnet } from "@lambda-vpc/model";
import { Analysis, change, type Finding } from "@lambda-vpc/policy-kit";
import { subnetsBalanced } from "./subnets-balanced";

const urn = (name: string): string => `urn:pulumi:dev::shop::aws:ec2/subnet:Subnet::${name}`;
const [small, large, larger, pooled] = [urn("small"), urn("large"), urn("larger"), urn("pooled")];
const created = (key: string, cidrBlock: string): Subnet => ({ key, public: false, creating: true, cidrBlock: success(cidrBlock) });
const sizes: readonly Subnet[] = [
  created(small, "10.0.0.0/28"),
  created(large, "10.0.1.0/24"),
  created(larger, "10.0.16.0/20"),
  { key: pooled, public: false, creating: true, cidrBlock: failure("range-unknown") },
];

function uses(consumer: string, subnets: readonly string[] | PartialList): Attachment {
  return { consumer, subnets: "holes" in subnets ? subnets : knownList(subnets), securityGroups: knownList(["sg-1"]) };
}

function findings(attachments: readonly Attachment[], more: Partial<Network> = {}): readonly Finding[] {
  const network: Network = { subnets: sizes, securityGroups: [], attachments, ...more };
  const evaluation = subnetsBalanced.evaluate(new Analysis(network), {});
  if (!evaluation.ok) throw new Error("the configuration is wrong");
  return evaluation.value.findings;
}

describe("a subnet that is much smaller than others of its functions", () => {
  test("is compared with the largest of them, whatever the order of the functions", () => {
    const both = [uses("orders", [small, large]), uses("users", [small, larger])];
    for (const attachments of [both, both.toReversed()]) {
      const [only, ...others] = findings(attachments).filter(({ subject }) => subject === small);
      expect(others).toEqual([]);
      expect(only).toMatchObject({
        verdict: "violation",
        basis: "dependencies",
        what: `subnet ${displayName(small)} (/28, 11 usable addresses) is much smaller than ${displayName(larger)} (/20, 4091 usable addresses) of the same functions (orders, users).`,
        fix: change([
          { step: "set-property", resources: [large], property: "cidrBlock", value: "10.0.1.0/26" },
          { step: "set-property", resources: [larger], property: "cidrBlock", value: "10.0.16.0/26" },
        ]),
      });
    }
  });

  test("is one finding each", () => {
    expect(findings([uses("orders", [small, large, larger])]).map(({ subject }) => subject)).toEqual([large, small]);
  });

  test("alone in its list is no finding, even with a second candidate", () => {
    expect(findings([uses("orders", { known: [], holes: 1, candidates: [small, larger] })])).toEqual([]);
  });

  test("is certain only if the function surely uses both", () => {
    const [only] = findings([uses("orders", { known: [small], holes: 1, candidates: [large, urn("even")] })]).filter(
      ({ subject }) => subject === small,
    );
    expect(only).toMatchObject({ verdict: "undecided", subject: small });
  });

  test("is certain although another function may use it too", () => {
    const cut: PartialList = { known: [], holes: "unknown", candidates: [small, larger] };
    const [only] = findings([uses("cut", cut), uses("orders", [small, large])]).filter(({ subject }) => subject === small);
    expect(only).toMatchObject({ verdict: "violation", what: expect.stringMatching(/\(orders\)\.$/) });
  });

  test("is compared with a subnet of the inventory, which is not reported itself", () => {
    const inventory = {
      subnets: [
        { subnet: "subnet-9", cidrBlock: "10.9.0.0/20" },
        { subnet: "subnet-8", cidrBlock: "10.8.0.0/28" },
      ],
      combinations: [],
    };
    expect(findings([uses("orders", [small, "subnet-9", "subnet-8"])], { inventory }).map(({ subject }) => subject)).toEqual([small]);
    expect(findings([uses("orders", [large, "subnet-9", "subnet-8"])], { inventory }).map(({ subject }) => subject)).toEqual([large]);
  });
});

describe("an undecided pair", () => {
  test("has each cause with the functions that it concerns", () => {
    const cut: PartialList = { known: [], holes: "unknown", candidates: [pooled, large] };
    const [only] = findings([uses("orders", [pooled, large]), uses("cut", cut)]).filter(({ subject }) => subject === pooled);
    expect(only).toMatchObject({
      verdict: "undecided",
      what: `subnet ${displayName(pooled)} may be much smaller than another subnet of the same functions`,
      causes: new Map([
        ["range-unknown", ["cut", "orders"]],
        ["list-unknown", ["cut"]],
      ]),
    });
  });

  test("of a list that is certain has no cause of the list", () => {
    const [only] = findings([uses("orders", [pooled, large])]).filter(({ subject }) => subject === pooled);
    expect(only?.verdict === "undecided" && [...only.causes]).toEqual([["range-unknown", ["orders"]]]);
  });
});
