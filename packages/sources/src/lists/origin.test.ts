import { expect, test } from "@jest/globals";
import { networkOf } from "../testing/network-of";
import { applied, idOf, type Input, preview, type Resource, urnOf } from "../testing/program";
import { lambda, securityGroup, sharedVpcConfig, subnet, vpc } from "../testing/sample-resources";

const main = vpc("main");
const subnets = ["a", "b", "c"].map((name) => subnet(name, main));
const list = applied(subnets, subnets.slice(0, 2).map(idOf));
const shared = sharedVpcConfig("shared", { vpcId: idOf(main), subnetIds: list }, { subnetIds: [], securityGroupIds: [] });
const made = securityGroup("made", { vpcId: idOf(main) }, shared);
const separate = securityGroup("separate", { vpcId: idOf(main) });
const program = [main, ...subnets, shared, made, separate];

function networkWith(
  functions: Readonly<Record<string, readonly [Input, Resource]>>,
  ...more: readonly Resource[]
): ReturnType<typeof networkOf> {
  const lambdas = Object.entries(functions).map(([name, [subnetIds, group]]) =>
    lambda(name, { subnetIds, securityGroupIds: [idOf(group)] }),
  );
  return networkOf(preview([...program, ...more, ...lambdas]));
}

test("functions with the lists of one shared configuration have it as the origin of the list that does not show", () => {
  const { attachments } = networkWith({ orders: [list, made], users: [list, made] });
  expect(attachments.map(({ subnets: { origin } }) => origin)).toEqual([urnOf(shared), urnOf(shared)]);
  expect(attachments[0]?.securityGroups).not.toHaveProperty("origin");
});

test("another group, other subnets, or a second configuration that looks the same show no origin", () => {
  const twin = sharedVpcConfig("twin", { subnetIds: list, securityGroupIds: [idOf(separate)] }, { subnetIds: [], securityGroupIds: [] });
  const triplet = sharedVpcConfig(
    "triplet",
    { subnetIds: list, securityGroupIds: [idOf(separate)] },
    { subnetIds: [], securityGroupIds: [] },
  );
  const originsOf = (subnetIds: Input, group: Resource, ...more: readonly Resource[]): unknown =>
    networkWith({ orders: [subnetIds, group] }, ...more).attachments[0]?.subnets.origin;
  expect(originsOf(list, separate)).toBeUndefined();
  expect(originsOf(applied(subnets.slice(1), []), made)).toBeUndefined();
  expect(originsOf(list, separate, twin)).toBe(urnOf(twin));
  expect(originsOf(list, separate, twin, triplet)).toBeUndefined();
});
