import { describe, expect, test } from "@jest/globals";
import {
  awsxVpc,
  capacityProvider,
  component,
  cut,
  database,
  deployed,
  fromElsewhere,
  groupPerFunction,
  interfaceEndpoint,
  lambda,
  loadBalancer,
  mountTarget,
  natGateway,
  networkConnector,
  networkInterface,
  type ReferenceList,
  resource,
  securityGroup,
  sharedVpcConfig,
  stack,
  subnet,
  tcp,
  vpc,
} from "../index";
import { previewOf, settledOf, type Stack } from "./stack";
import { networkOf, onlyFunction } from "../testing/network-of";

const main = vpc("main", { subnets: 2 });
const web = securityGroup("web", { vpc: main, egress: [tcp(5432, "10.0.0.0/8")] });
const orders = lambda("orders", { subnets: main.subnets, securityGroups: [web] });

function namesIn({ resources }: Stack): readonly string[] {
  return resources.map(({ name }) => name).sort();
}

describe("a stack", () => {
  test("brings along what its parts stand upon, each once", () => {
    expect(namesIn(stack(orders))).toEqual(["main", "main-0", "main-1", "orders", "web"]);
    expect(stack(orders, [orders, [web]], main.subnets)).toEqual(stack(orders));
  });

  test("is the same whatever the order of its parts", () => {
    const users = lambda("users", { subnets: main.subnets, securityGroups: [web] });
    expect(stack(users, orders)).toEqual(stack(orders, users));
  });

  test("brings along the component that something lives in, and what that registers", () => {
    const holder = component("shop:index:Holder", "holder");
    expect(namesIn(stack(resource("random:index/thing:Thing", "thing", {}, holder)))).toEqual(["holder", "thing"]);
    const shared = sharedVpcConfig("shared", { vpc: main, subnets: main.subnets });
    expect(namesIn(stack(shared))).toEqual(["main", "main-0", "main-1", "shared", "shared"]);
  });

  test("knows the ids of what is deployed, and of that only", () => {
    const view = previewOf(stack(deployed(main.subnets), orders));
    expect(onlyFunction(view)).toEqual({
      subnets: { known: ["main-0", "main-1"], holes: 0, candidates: [] },
      securityGroups: { known: [], holes: 1, candidates: ["web"] },
    });
  });

  test("knows all ids after the deployment", () => {
    const settled = onlyFunction(settledOf(stack(orders)));
    expect(settled).toMatchObject({ subnets: { known: ["main-0", "main-1"] }, securityGroups: { known: ["web"] } });
  });
});

describe("what a function is over", () => {
  const list = (subnets: ReferenceList) => stack(lambda("orders", { subnets, securityGroups: ["sg-1"] }));
  const awsx = awsxVpc("awsx", { zones: 2 });
  const four = ["awsx-private-1", "awsx-private-2", "awsx-public-1", "awsx-public-2"];

  test("subnets of a VPC: a hole each", () => {
    expect(onlyFunction(previewOf(list(main.subnets))).subnets).toEqual({ known: [], holes: 2, candidates: ["main-0", "main-1"] });
  });

  test("literal ids: known", () => {
    expect(onlyFunction(previewOf(list(["subnet-1"]))).subnets).toEqual({ known: ["subnet-1"], holes: 0, candidates: [] });
  });

  test("a cut list: unknown as a whole, then what was kept", () => {
    const cutting = list(cut(main.subnets, main.subnets.slice(0, 1)));
    expect(onlyFunction(previewOf(cutting)).subnets).toEqual({ known: [], holes: "unknown", candidates: ["main-0", "main-1"] });
    expect(onlyFunction(settledOf(cutting)).subnets).toMatchObject({ known: ["main-0"], holes: 0 });
  });

  test("an id of a stack that is not deployed: a hole with no candidate, then the id; the policy never sees where it came from", () => {
    const far = list([fromElsewhere("subnet-1")]);
    expect(onlyFunction(previewOf(far)).subnets).toMatchObject({ known: [], holes: 1, candidates: [] });
    expect(onlyFunction(settledOf(far)).subnets).toMatchObject({ known: ["subnet-1"], holes: 0 });
    expect(namesIn(far)).toEqual(["orders"]);
  });

  test("the private subnets of awsx: unknown as a whole, one of its two lists, and the public subnets are known to be so", () => {
    const view = previewOf(list(awsx.privateSubnetIds));
    expect(onlyFunction(view).subnets).toEqual({
      ...{ known: [], holes: "unknown", candidates: four },
      oneOf: [four.slice(0, 2), four.slice(2)],
    });
    expect(networkOf(view).subnets.filter((one) => one.public)).toHaveLength(2);
    expect(onlyFunction(settledOf(list(awsx.privateSubnetIds))).subnets).toMatchObject({ known: four.slice(0, 2) });
  });

  test("a shared configuration: element by element where it lives, whole where it runs remotely, in both cases its contents", () => {
    const shared = sharedVpcConfig("shared", { vpc: main, subnets: main.subnets });
    const contents = { subnets: { holes: 2, candidates: ["main-0", "main-1"] }, securityGroups: { holes: 1, candidates: ["shared"] } };
    expect(onlyFunction(previewOf(stack(lambda("orders", shared))))).toMatchObject(contents);
    const remote = onlyFunction(previewOf(stack(lambda("orders", shared.remote))));
    expect(remote).toMatchObject({ subnets: { ...contents.subnets, assumed: true }, securityGroups: { assumed: true } });
    const adopting = sharedVpcConfig("adopting", { vpc: main, subnets: main.subnets, securityGroups: [web] });
    expect(onlyFunction(previewOf(stack(lambda("orders", adopting.remote)))).securityGroups).toMatchObject({ candidates: ["web"] });
  });
});

describe("what else is in a network", () => {
  test("rules let out what they say", () => {
    const { securityGroups } = networkOf(previewOf(stack(web)));
    const rule = { direction: "outbound", protocol: "tcp", fromPort: 5432, toPort: 5432, peer: { kind: "cidr", cidr: "10.0.0.0/8" } };
    expect(securityGroups).toMatchObject([{ outbound: { ok: true, value: [rule] } }]);
  });

  test("a group per function, each over all subnets of the VPC", () => {
    const { attachments, securityGroups } = networkOf(previewOf(stack(groupPerFunction(main, { functions: 3 }))));
    expect([attachments.length, securityGroups.length]).toEqual([3, 3]);
    expect(attachments.map(({ subnets }) => subnets.holes)).toEqual([2, 2, 2]);
  });

  test("connectors are apart from functions, and further properties of a function are its own", () => {
    const config = { subnets: [subnet("public", { vpc: main, public: true, availabilityZone: "eu-west-1a" })], securityGroups: [web] };
    const { attachments, connectors } = networkOf(
      previewOf(stack(networkConnector("edge", config), lambda("orders", config, { publish: true }))),
    );
    expect(attachments).toMatchObject([{ publishes: true, subnets: { holes: 1 } }]);
    expect(connectors).toMatchObject([{ subnets: { holes: 1 }, securityGroups: { holes: 1 } }]);
  });
});

describe("the addresses of a network", () => {
  const known = <T>(value: T) => ({ ok: true, value });
  const rangesIn = (shown: Stack): readonly unknown[] => networkOf(previewOf(shown)).subnets.map(({ cidrBlock }) => cidrBlock);

  test("subnets of one VPC have ranges of it that do not overlap", () => {
    const home = vpc("home", { cidrBlock: "10.7.0.0/16", subnets: 2, prefix: 28 });
    const extra = ["extra-0", "extra-1"].map((name) => subnet(name, { vpc: home }));
    const ranges = ["10.7.255.0/24", "10.7.254.0/24", "10.7.0.0/28", "10.7.1.0/28"].map(known);
    expect(rangesIn(stack(extra, home.subnets))).toEqual(ranges);
    expect(rangesIn(stack(vpc("wide", { subnets: 2, prefix: 20 }).subnets))).toEqual(["10.0.0.0/20", "10.0.16.0/20"].map(known));
    const { privateSubnets, publicSubnets } = awsxVpc("awsx", { zones: 2 });
    expect(new Set(rangesIn(stack(privateSubnets, publicSubnets)).map((range) => JSON.stringify(range))).size).toBe(4);
  });

  test("a range out of another stack is not known before the deployment", () => {
    const far = stack(subnet("far", { vpc: main, cidrBlock: fromElsewhere("10.0.9.0/24") }));
    expect(rangesIn(far)).toMatchObject([{ ok: false }]);
    expect(networkOf(settledOf(far)).subnets).toMatchObject([{ cidrBlock: known("10.0.9.0/24") }]);
  });

  test("zones, IPv6 and tenancy are as written", () => {
    const home = vpc("home", { dedicated: true, subnets: 3, zones: ["eu-west-1a", "eu-west-1b"], ipv6: true });
    const { vpcs, subnets } = networkOf(previewOf(stack(home.subnets, subnet("six", { vpc: home, ipv6: "only" }))));
    expect(vpcs).toMatchObject([{ dedicated: known(true) }]);
    expect(subnets.map(({ zone }) => zone)).toEqual(["eu-west-1a", "eu-west-1b", "eu-west-1a", undefined]);
    expect(subnets.map(({ ipv6 }) => ipv6)).toEqual(subnets.map(() => known(true)));
    expect(subnets.map(({ cidrBlock }) => cidrBlock === undefined)).toEqual([false, false, false, true]);
  });

  test("consumers are of the kinds that they are called, in the subnets that they are given", () => {
    const [subnets, one] = [main.subnets, main.subnets[0] ?? main];
    const shown = stack(
      natGateway("a", { subnet: one, secondary: 3 }),
      interfaceEndpoint("b", { subnets }),
      loadBalancer("c", { subnets, type: "network" }),
      mountTarget("d", { subnet: one }),
      database("e", { subnets }),
      networkInterface("f", { subnet: one, secondary: 1 }),
      capacityProvider("g", { subnets, securityGroups: [web] }),
    );
    const { addressConsumers = [] } = networkOf(previewOf(shown));
    const read = addressConsumers.map(({ consumer, kind, subnets: { holes }, further }) => [consumer.slice(-1), kind, holes, further]);
    expect(read.sort()).toEqual([
      ["a", "nat-gateway", 1, known(3)],
      ["b", "interface-endpoint", 2, undefined],
      ["c", "network-load-balancer", 2, undefined],
      ["d", "mount-target", 1, undefined],
      ["e", "database", 2, undefined],
      ["f", "network-interface", 1, known(1)],
      ["g", "capacity-provider", 2, undefined],
    ]);
  });
});
