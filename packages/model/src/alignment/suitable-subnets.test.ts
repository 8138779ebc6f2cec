import { expect, test } from "@jest/globals";
import type { Key } from "../facts/key";
import type { LambdaFunction } from "../facts/lambda-function";
import type { Subnet } from "../facts/network";
import { sampleNetwork } from "../testing/samples/sample-network";
import { suitableSubnets } from "./suitable-subnets";

const known = <T>(value: T) => ({ ok: true, value }) as const;

/** A private IPv4 subnet of the VPC with a route out of it, in the zone of its last letter. */
function subnet(key: Key, parts: Partial<Subnet> = {}): Subnet {
  return { key, vpc: "vpc", public: false, zone: key.slice(-1), cidrBlock: known("10.0.0.0/24"), routesOut: known(true), ...parts };
}

function without(property: keyof Subnet, subnet: Subnet): Subnet {
  return Object.fromEntries(Object.entries(subnet).filter(([name]) => name !== property)) as unknown as Subnet;
}

const closed = { routesOut: known(false) };
const unrouted = without("routesOut", subnet("unrouted-a"));
const dualStack: LambdaFunction = { key: "orders", dualStack: known(true) };
const perhapsDualStack: LambdaFunction = { key: "orders", dualStack: { ok: false, error: "unknown until deployed" } };
const mounting = (...mountTargets: readonly Key[]): LambdaFunction => ({
  key: "orders",
  fileSystem: { key: "files", mountTargets: mountTargets.map((key) => ({ key: `${key}-target`, subnet: key })) },
});

const rows: readonly { sentence: string; subnets: readonly Subnet[]; user?: LambdaFunction; most?: number; suits: readonly Key[] }[] = [
  {
    sentence: "one subnet of each zone, in canonical order",
    subnets: [subnet("two-a"), subnet("one-b"), subnet("one-a")],
    suits: ["one-a", "one-b"],
  },
  { sentence: "no public subnet", subnets: [subnet("one-a", { public: true }), subnet("one-b")], suits: ["one-b"] },
  { sentence: "no subnet of another VPC", subnets: [subnet("one-a", { vpc: "other" }), subnet("one-b")], suits: ["one-b"] },
  { sentence: "no subnet whose VPC is unknown", subnets: [without("vpc", subnet("one-a"))], suits: [] },
  { sentence: "no subnet without an IPv4 range", subnets: [without("cidrBlock", subnet("one-a"))], suits: [] },
  { sentence: "as many as asked for", subnets: [subnet("one-a"), subnet("one-b"), subnet("one-c")], most: 2, suits: ["one-a", "one-b"] },
  {
    sentence: "three if no number is given",
    subnets: ["a", "b", "c", "d"].map((zone) => subnet(`one-${zone}`)),
    suits: ["one-a", "one-b", "one-c"],
  },
  { sentence: "subnets with a route out before those whose routes are unknown", subnets: [unrouted, subnet("one-b")], suits: ["one-b"] },
  { sentence: "subnets whose routes are unknown before closed ones", subnets: [unrouted, subnet("one-b", closed)], suits: ["unrouted-a"] },
  { sentence: "closed subnets if there are no others", subnets: [subnet("one-b", closed)], suits: ["one-b"] },
  {
    sentence: "each subnet whose zone is unknown",
    subnets: ["x", "y"].map((key) => without("zone", subnet(key))),
    suits: ["x", "y"],
  },
  {
    sentence: "dual-stack subnets for a function that allows IPv6",
    subnets: [subnet("one-a"), subnet("one-b", { ipv6: known(true) })],
    user: dualStack,
    suits: ["one-b"],
  },
  {
    sentence: "dual-stack subnets for a function that may allow IPv6",
    subnets: [subnet("one-a", { ipv6: known(false) }), subnet("one-b", { ipv6: known(true) })],
    user: perhapsDualStack,
    suits: ["one-b"],
  },
  {
    sentence: "the subnet of a mount target, and others in its zone",
    subnets: [subnet("data-a", closed), subnet("one-a"), subnet("one-b")],
    user: mounting("data-a"),
    suits: ["one-a"],
  },
  { sentence: "none for a function whose file system has no mount target", subnets: [subnet("one-a")], user: mounting(), suits: [] },
];

test.each(rows)("a function can move to $sentence", ({ subnets, user, most, suits }) => {
  const network = sampleNetwork({ subnets, functions: user === undefined ? [] : [user] });
  const request = { vpc: "vpc", consumer: "orders", ...(most === undefined ? {} : { most }) };
  expect(suitableSubnets(network, request)).toEqual(suits);
  expect(suitableSubnets({ ...network, subnets: subnets.toReversed() }, request)).toEqual(suits);
});
