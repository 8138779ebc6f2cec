import { expect, test } from "@jest/globals";
import { readNetwork } from "../read-network";
import { readPreviewBefore } from "./preview-before";
import { readPreviewJson } from "./preview-json";
import { type PolicyResource, readPolicyResources, SeenInputs } from "./policy-resources";

const provider = { urn: "urn:pulumi:dev::shop::pulumi:providers:aws::default" };
const urn = (type: string, name: string): string => `urn:pulumi:dev::shop::${type}::${name}`;
const role = urn("aws:iam/role:Role", "role");

/** A planned resource, or one outside of the update: without properties. */
function planned(type: string, name: string, props: object, dependsOn: Readonly<Record<string, readonly string[]>> = {}): PolicyResource {
  const propertyDependencies = Object.fromEntries(
    Object.entries(dependsOn).map(([name, urns]) => [name, urns.map((one) => ({ urn: one }))]),
  );
  return { urn: urn(type, name), type, props, provider, propertyDependencies };
}

/** The network of resources whose inputs are their outputs. */
function networkOf(resources: readonly PolicyResource[]) {
  const seen = new SeenInputs();
  for (const resource of resources) seen.see(resource);
  return readNetwork(readPolicyResources(resources, seen));
}

const id = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";
const target = [
  planned("aws:iam/role:Role", "role", { id, name: "role-1" }),
  planned(
    "aws:lambda/function:Function",
    "orders",
    { id, role: id, vpcConfig: { subnetIds: ["subnet-1"], securityGroupIds: ["sg-1"] } },
    { role: [role] },
  ),
];
const attachment = (props: object) => planned("aws:iam/rolePolicyAttachment:RolePolicyAttachment", "network", props, { role: [role] });

test("a policy that the update does not attach is unknown, and not absent", () => {
  expect(networkOf(target).roles).toMatchObject([{ key: role, policies: [] }]);
  expect(networkOf([...target, attachment({})]).roles).toMatchObject([{ key: role, policies: [{ uncertainty: expect.any(String) }] }]);
});

test("a function that the update does not create is not in the network", () => {
  const outside = planned("aws:lambda/function:Function", "later", {}, { role: [role] });
  expect(networkOf([...target, outside])).toEqual(networkOf(target));
});

test("a resource outside of the update that exists is read as it is", () => {
  const policyArn = "arn:aws:iam::aws:policy/AdministratorAccess";
  const [own] = networkOf([...target, attachment({ id: "a", role: "role-1", policyArn })]).roles ?? [];
  expect(own?.policies).not.toMatchObject([{ uncertainty: expect.any(String) }]);
});

test("a preview in JSON leaves out the same", () => {
  const state = (type: string, name: string) => ({ urn: urn(type, name), type, custom: true, provider: `${provider.urn}::id` });
  const orders = {
    ...state("aws:lambda/function:Function", "orders"),
    inputs: { role: id, vpcConfig: { subnetIds: ["subnet-1"], securityGroupIds: ["sg-1"] } },
    propertyDependencies: { role: [role] },
  };
  const created = (newState: { readonly urn: string }) => ({ op: "create", urn: newState.urn, newState });
  const same = (left: { readonly urn: string }) => ({ op: "same", urn: left.urn, oldState: left, newState: left });
  const left = [
    same({ ...state("aws:iam/rolePolicyAttachment:RolePolicyAttachment", "network"), ...{ propertyDependencies: { role: [role] } } }),
    same(state("aws:lambda/function:Function", "later")),
    same({ ...state("aws:efs/fileSystem:FileSystem", "kept"), ...{ id: "fs-1", outputs: { id: "fs-1" } } }),
  ];
  const steps = [created({ ...state("aws:iam/role:Role", "role"), ...{ inputs: { name: "role-1" } } }), created(orders), ...left];
  const text = JSON.stringify({ steps, changeSummary: { create: 2, same: 3 } });
  const resources = readPreviewJson(text);
  expect(readNetwork(resources).roles).toMatchObject([{ key: role, policies: [{ uncertainty: expect.any(String) }] }]);
  expect(readNetwork(resources).functions?.map(({ key }) => key)).toEqual([urn("aws:lambda/function:Function", "orders")]);
  expect(resources.find(({ type }) => type.startsWith("aws:efs"))?.outputs).toEqual({ id: "fs-1" });
  expect(readPreviewBefore(text).map(({ type }) => type)).toEqual(["aws:efs/fileSystem:FileSystem"]);
});

test("a policy of aws-native that the update does not create is unknown, and not absent", () => {
  const policy = planned("aws-native:iam:RolePolicy", "network", {}, { roleName: [role] });
  expect(networkOf([...target, policy]).roles).toMatchObject([{ key: role, policies: [{ uncertainty: expect.any(String) }] }]);
});
