import { expect, test } from "@jest/globals";
import { type Properties, UNKNOWN } from "../property/value";
import { lambdaFunction } from "../resources/lambda/function";
import { securityGroup } from "../resources/vpc/security-group";
import { type PropertyChange, propertyChanges } from "./property-change";
import { plan } from "./plan";

const code = (hash: string): Properties => ({
  "4dabf18193072939515e22adb298388d": "0def7320c3a5731c473e5ecbe6d01bc7",
  path: `/anywhere/${hash}`,
  hash,
});
const old = plan(lambdaFunction.fields, {
  name: "f",
  role: "r",
  code: code("one"),
  architectures: ["x86_64"],
  vpcConfig: { subnetIds: ["subnet-1", "subnet-2"], securityGroupIds: ["sg-1"] },
});
const asBefore: Properties = {
  name: "f",
  role: "r",
  code: code("one"),
  vpcConfig: { subnetIds: ["subnet-2", "subnet-1"], securityGroupIds: ["sg-1", "sg-1"] },
};

const rows: readonly { readonly says: string; readonly change: Properties; readonly found: readonly PropertyChange[] }[] = [
  { says: "order and repetition in a set are no difference", change: {}, found: [] },
  { says: "a default that is now written out is no difference", change: { memorySize: 128, layers: [] }, found: [] },
  {
    says: "code from another place with the same content is no difference",
    change: { code: { ...code("one"), path: "/elsewhere" } },
    found: [],
  },
  { says: "other code is one", change: { code: code("two") }, found: [{ path: "code", kind: "update", replaces: false }] },
  {
    says: "an unknown element is one, for it may turn out to be",
    change: { vpcConfig: { subnetIds: ["subnet-1", UNKNOWN], securityGroupIds: ["sg-1"] } },
    found: [{ path: "vpcConfig.subnetIds", kind: "update", replaces: false }],
  },
  { says: "another name replaces", change: { name: "g" }, found: [{ path: "name", kind: "update", replaces: true }] },
  { says: "an unknown name replaces", change: { name: UNKNOWN }, found: [{ path: "name", kind: "update", replaces: true }] },
  {
    says: "a value for what was not given is added",
    change: { description: "new" },
    found: [{ path: "description", kind: "add", replaces: false }],
  },
  {
    says: "what is no longer given is taken away",
    change: { vpcConfig: null },
    found: [{ path: "vpcConfig", kind: "delete", replaces: false }],
  },
];

test.each(rows)("$says", ({ change, found }) => {
  const inputs = { ...asBefore, ...change };
  expect(propertyChanges(lambdaFunction.fields, plan(lambdaFunction.fields, inputs, old), old)).toEqual(found);
});

test("a description that a rule lost because others came or went is no difference", () => {
  const { fields } = securityGroup;
  const rule = (port: number) => ({ protocol: "tcp", fromPort: port, toPort: port });
  const before = plan(fields, { ingress: [rule(443), rule(80)] });
  const lost = plan(fields, { ingress: [rule(443)] }, before);
  expect(lost).toMatchObject({ ingress: [{ description: null }] });
  expect(propertyChanges(fields, plan(fields, { ingress: [rule(443)] }, lost), lost)).toEqual([]);
});
