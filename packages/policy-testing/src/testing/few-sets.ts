import { byHand } from "@lambda-vpc/policy-kit";
import { atMost, type Network, planEnis, resolveNetwork } from "@lambda-vpc/model";
import { definePolicy, type Finding, integer, type Policy } from "@lambda-vpc/policy-kit";
import { cut, https, lambda, type Row, securityGroup, stack, vpc } from "../index";

const config = { maxSets: integer({ description: "Most sets in one VPC.", default: 1, minimum: 1 }) };
const data = { id: "few-sets", title: "Functions use few sets.", severity: "low", level: "mandatory", config } as const;

/** A correct policy: it limits the number of sets in one VPC. */
export const fewSets = definePolicy({
  ...data,
  check: ({ plan, config }) =>
    plan.vpcs.flatMap(({ vpc = "", sets, causes }): readonly Finding[] => {
      const [what, verdict] = ["too many sets", atMost(sets, config.maxSets)];
      if (verdict === "undecided") return [{ verdict, subject: vpc, what, causes: causes.sets }];
      return verdict === "ok"
        ? []
        : [{ verdict, subject: vpc, what, why: "they cost", fix: byHand("share one", "only people know"), basis: "known" }];
    }),
});

/** The same policy with another check, which a test breaks. */
export function checking(check: (network: Network) => readonly Finding[]): Policy {
  return definePolicy({ ...data, check: ({ network }) => check(network) });
}

/** The number of sets, for checks that use only the minimum. */
export function setsOf(network: Network): number {
  return planEnis(resolveNetwork(network)).vpcs.reduce((sum, { sets }) => sum + sets.min, 0);
}

export const main = vpc("main", { subnets: 2 });
export const [blue, green] = ["blue", "green"].map((name) => securityGroup(name, { vpc: main, egress: [https("10.0.0.0/8")] })) as [
  ReturnType<typeof securityGroup>,
  ReturnType<typeof securityGroup>,
];

export const clean: Row = {
  name: "one set: content",
  stack: stack(["orders", "users"].map((name) => lambda(name, { subnets: main.subnets, securityGroups: [blue, green] }))),
  finds: [],
};

export const violating: Row = {
  name: "two sets: too many",
  stack: stack(
    lambda("orders", { subnets: main.subnets, securityGroups: [blue] }),
    lambda("users", { subnets: main.subnets, securityGroups: [green] }),
  ),
  finds: [{ verdict: "violation", about: main, says: ["too many sets", "Share one"] }],
};

export const undecided: Row = {
  name: "a list out of an apply: undecided",
  stack: stack(
    lambda("orders", { subnets: main.subnets, securityGroups: [blue] }),
    lambda("users", { subnets: main.subnets, securityGroups: cut([blue, green], [blue]) }),
  ),
  finds: [{ verdict: "undecided", about: main, says: ["too many sets", "element by element"] }],
};
