import { describe, expect, test } from "@jest/globals";
import {
  awsxVpc,
  component,
  cut,
  deployed,
  fromElsewhere,
  groupPerFunction,
  lambda,
  networkConnector,
  type ReferenceList,
  resource,
  securityGroup,
  sharedVpcConfig,
  stack,
  subnet,
  tcp,
  vpc,
} from "./index";
import { previewOf, settledOf, type Stack } from "./stack";
import { networkOf, onlyFunction } from "./testing/network-of";

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

  test("the private subnets of awsx: unknown as a whole, all four are candidates, and the public ones are known to be so", () => {
    const view = previewOf(list(awsx.privateSubnetIds));
    expect(onlyFunction(view).subnets).toEqual({ known: [], holes: "unknown", candidates: four });
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
    expect(securityGroups).toMatchObject([{ outbound: { known: true, value: [rule] } }]);
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
