import type { ModelComparison, SharingRow } from "@lambda-vpc/model";
import { countText, numberText } from "@lambda-vpc/reports/page/number-text";

/** One thing that changed in September 2019, or that did not, with its numbers in this scenario. */
export interface Claim {
  readonly claim: string;
  readonly before: string;
  readonly today: string;
}

/**
 * What changed in 2019 (docs/aws-facts.md#what-changed-in-2019, docs/aws-facts.md#roll-out-of-hyperplane), in numbers. `sharing` compares the functions of the scenario with a set each
 * and with one set.
 */
export function claims({ scenario, before, today, projected, combinations }: ModelComparison, sharing: SharingRow): readonly Claim[] {
  const { functions, sets, subnets, memory, interfaceWait } = scenario;
  const network = `${countText(subnets.length, "subnet")}, ${countText(sets, "set")}`;
  return [
    {
      claim: "A function without a VPC reaches public endpoints and no private resource",
      before: "0 interfaces in the VPC",
      today: "0 interfaces in the VPC",
    },
    {
      claim: "A function in a VPC gets interfaces in the VPC",
      before: `${numberText(before.summary.interfaces)}: one for each 3 GB of the execution environments of a function`,
      today: `${numberText(today.summary.interfaces)}: one for each set and subnet, which does NAT`,
    },
    {
      claim: "Lambda creates and attaches the interfaces",
      before: `when an execution environment starts: ${countText(before.summary.waits, "cold start")} waited ${numberText(interfaceWait)} s`,
      today: `when a function is created or its VPC configuration changes: ${countText(today.summary.creationWaits, "function")} waited several minutes, ${countText(today.summary.waits, "cold start")} waited`,
    },
    {
      claim: "The number of interfaces depends on",
      before: `peak concurrency × memory ÷ 3 GB = ${numberText(projected)} (${numberText(memory)} MB)`,
      today: `sets × subnets = ${numberText(combinations)}`,
    },
    {
      claim: "Free addresses and the interface quota limit scaling",
      before: `${countText(before.summary.refused, "execution")} refused at a time`,
      today: `${countText(today.summary.refused, "execution")} refused at a time`,
    },
    {
      claim: "Functions with the same set and subnets share interfaces",
      before: `no: ${numberText(sharing.beforeWithSetEach)} with a set for each of ${countText(functions, "function")}, ${numberText(sharing.beforeWithOneSet)} with one set`,
      today: `yes: ${numberText(sharing.todayWithSetEach)} with a set for each of ${countText(functions, "function")}, ${numberText(sharing.todayWithOneSet)} with one set`,
    },
    {
      claim: "The user sizes subnets for",
      before: `concurrency: ${countText(Math.ceil(projected), "address", "addresses")}`,
      today: `combinations: ${countText(combinations, "address", "addresses")}. AWS moved existing functions too, Region by Region from 2019-09-27 to 2019-11-28`,
    },
    { claim: "The architecture of the VPC does not change: subnets, groups, routes, NAT and endpoints", before: network, today: network },
  ];
}
