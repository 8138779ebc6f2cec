import type { LambdaFunction, Role } from "@lambda-vpc/model";
import { describe, expect, test } from "@jest/globals";
import { networkOf } from "../testing/network-of";
import { applied, idOf, type Input, type Inputs, type Output, preview, type Resource, resource, settled, urnOf } from "../testing/program";

const VPC_ACCESS = "arn:aws:iam::aws:policy/service-role/AWSLambdaVPCAccessExecutionRole";
const document = (Action: Input, Resource: Input = "*"): string => JSON.stringify({ Statement: [{ Effect: "Allow", Action, Resource }] });
const says = (...only: readonly string[]) => ({ statements: [{ effect: "Allow", actions: { only } }] });

const role = (inputs: Inputs = {}, parent?: Resource): Resource => resource("aws:iam/role:Role", "functions", inputs, parent);
const arnOf = (one: Resource): Output => applied([one], `arn:aws:iam::123456789012:role/${one.name}`);
const lambda = (name: string, arn: Input): Resource =>
  resource("aws:lambda/function:Function", name, { role: arn, vpcConfig: { subnetIds: ["subnet-1"], securityGroupIds: ["sg-1"] } });
const put = (type: string, inputs: Inputs, parent?: Resource): Resource => resource(`aws:iam/${type}`, "put", inputs, parent);
const attachment = (of: Resource, policyArn: Input = VPC_ACCESS, parent?: Resource): Resource =>
  put("rolePolicyAttachment:RolePolicyAttachment", { role: idOf(of), policyArn }, parent);

function rolesOf(program: readonly Resource[], shown = preview(program)): readonly Role[] {
  return networkOf(shown).roles ?? [];
}

function functionsOf(program: readonly Resource[]): readonly LambdaFunction[] {
  return networkOf(preview(program)).functions ?? [];
}

describe("the execution role of a function", () => {
  const [own, orders] = [role(), lambda("orders", arnOf(role()))];

  test("is the role of the stack that it depends on, and once deployed the one that its ARN names", () => {
    expect(functionsOf([own, orders])).toMatchObject([{ role: urnOf(own) }]);
    expect(rolesOf([own, orders], settled([own, orders]))).toMatchObject([{ key: urnOf(own) }]);
  });

  test("is the role of the stack where its ARN is written out, with a path", () => {
    expect(functionsOf([role({ name: "mine" }), lambda("orders", "arn:aws:iam::123456789012:role/service/mine")])).toMatchObject([
      { role: urnOf(own) },
    ]);
  });

  test.each([
    { sentence: "is found by its ARN in another partition", text: "arn:aws-us-gov:iam::123456789012:role/mine", found: true },
    { sentence: "is found by its name alone", text: "mine", found: true },
    {
      sentence: "is not found by a text that ends as the ARN of a role does",
      text: "see arn:aws:iam::123456789012:role/mine",
      found: false,
    },
    { sentence: "is not found by the ARN of a user of that name", text: "arn:aws:iam::123456789012:user/mine", found: false },
    { sentence: "is not found by the ARN of a role of another service", text: "arn:aws:s3::123456789012:role/mine", found: false },
    { sentence: "is not found by a path that ends with its name", text: "service/mine", found: false },
  ])("$sentence", ({ text, found }) => {
    expect(functionsOf([role({ name: "mine" }), lambda("orders", text)])).toMatchObject([{ role: found ? urnOf(own) : text }]);
  });

  test("is the ARN as written where two roles of the stack have its name", () => {
    const arn = "arn:aws:iam::123456789012:role/mine";
    const second = resource("aws:iam/role:Role", "second", { name: "mine" });
    expect(functionsOf([role({ name: "mine" }), second, lambda("orders", arn)])).toMatchObject([{ role: arn }]);
  });

  test("and its name are absent where the function gives neither", () => {
    const [found] = functionsOf([own, resource("aws:lambda/function:Function", "orders", {})]);
    expect(found).not.toHaveProperty("role");
    expect(found).not.toHaveProperty("name");
    expect(rolesOf([own, resource("aws:lambda/function:Function", "orders", {})])).toEqual([]);
  });

  test("is not known where the ARN comes from elsewhere, or is one of several", () => {
    const second = resource("aws:iam/role:Role", "second");
    const either = applied([own, second], "arn:aws:iam::123456789012:role/second");
    for (const arn of [applied([resource("pulumi:pulumi:StackReference", "platform")], "x"), either])
      expect(functionsOf([own, second, lambda("orders", arn)])[0]).not.toHaveProperty("role");
  });

  test("of another stack has policies that do not show, beside those that this stack attaches to it", () => {
    const arn = "arn:aws:iam::123456789012:role/platform/shared";
    const attached = put("rolePolicyAttachment:RolePolicyAttachment", { role: "shared", policyArn: VPC_ACCESS });
    expect(rolesOf([lambda("orders", arn), attached])).toMatchObject([
      { key: arn, policies: [{ uncertainty: "role-elsewhere" }, { by: urnOf(attached) }] },
    ]);
  });
});

describe("the policies of a role", () => {
  const orders = lambda("orders", arnOf(role()));
  const policy = resource("aws:iam/policy:Policy", "network", { policy: document("ec2:*") });
  const policiesOf = (own: Resource, ...others: readonly Resource[]) =>
    rolesOf([own, lambda("orders", arnOf(own)), ...others])[0]?.policies;

  test("are what the role itself names", () => {
    const own = role({ inlinePolicies: [{ name: "one", policy: document("ec2:*") }], managedPolicyArns: [idOf(policy)] });
    expect(policiesOf(own, policy)).toMatchObject([
      { by: urnOf(own), ...says("ec2:*") },
      { by: urnOf(own), ...says("ec2:*") },
    ]);
  });

  test.each<[string, Resource]>([
    ["a policy of its own", put("rolePolicy:RolePolicy", { role: idOf(role()), policy: document("ec2:*") })],
    ["an attachment of a policy of this stack", attachment(role(), idOf(policy))],
    ["an attachment to several roles", put("policyAttachment:PolicyAttachment", { roles: [idOf(role())], policyArn: idOf(policy) })],
  ])("are what %s puts there", (_name, resource) => {
    expect(rolesOf([role(), orders, policy, resource])[0]?.policies).toEqual([{ by: urnOf(resource), ...says("ec2:*") }]);
  });

  test("are hidden where their list, their document or their ARN does not show", () => {
    const hidden = { uncertainty: "policy-unknown", statements: [] };
    expect(policiesOf(role({ managedPolicyArns: applied([policy], []) }), policy)).toMatchObject([hidden]);
    expect(policiesOf(role({ inlinePolicies: [{ policy: applied([policy], "{}") }] }), policy)).toMatchObject([hidden]);
    expect(policiesOf(role(), attachment(role(), applied([resource("x:y:Z", "z")], "arn")))).toMatchObject([hidden]);
  });

  test("are hidden where only another account's or another stack's documents would tell", () => {
    for (const arn of ["arn:aws:iam::123456789012:policy/theirs", "arn:aws:iam::aws:policy/SomethingNew"])
      expect(policiesOf(role({ managedPolicyArns: [arn] }))).toMatchObject([{ uncertainty: "policy-elsewhere", statements: [] }]);
  });

  test("of AWS are known in every partition", () => {
    const china = VPC_ACCESS.replace("arn:aws:", "arn:aws-cn:");
    for (const arn of [VPC_ACCESS, china])
      expect(policiesOf(role({ managedPolicyArns: [arn] }))?.[0]?.statements[0]).toMatchObject({
        actions: { only: expect.arrayContaining(["ec2:DescribeSubnets"]) },
      });
  });

  test("may be more where an attachment may be of this role or of another", () => {
    const second = resource("aws:iam/role:Role", "second");
    const either = put("rolePolicyAttachment:RolePolicyAttachment", {
      role: applied([role(), second], "functions"),
      policyArn: VPC_ACCESS,
    });
    expect(policiesOf(role(), second, either)).toMatchObject([{ by: urnOf(either), uncertainty: "policy-unknown" }]);
  });

  test("stay with a list of attachments, but for those that an attachment of its own attaches", () => {
    const list = put("rolePolicyAttachmentsExclusive:RolePolicyAttachmentsExclusive", { roleName: idOf(role()), policyArns: [VPC_ACCESS] });
    expect(policiesOf(role(), list)).toHaveLength(1);
    expect(policiesOf(role(), list)?.[0]).not.toHaveProperty("by");
    const single = resource("aws:iam/rolePolicyAttachment:RolePolicyAttachment", "single", { role: idOf(role()), policyArn: VPC_ACCESS });
    expect(policiesOf(role(), list, single)).toMatchObject([{ by: urnOf(single) }]);
  });

  test("are known by an unknown ARN of one policy of this stack, and hidden where it may be one of two", () => {
    const other = resource("aws:iam/policy:Policy", "other", { policy: document("s3:*") });
    expect(policiesOf(role({ managedPolicyArns: [idOf(policy)] }), policy, other)).toMatchObject([says("ec2:*")]);
    expect(policiesOf(role({ managedPolicyArns: [applied([policy, other], "arn")] }), policy, other)).toMatchObject([
      { uncertainty: "policy-unknown", statements: [] },
    ]);
  });

  test("are hidden where the list of inline policies, or one of them, is unknown", () => {
    const hidden = { uncertainty: "policy-unknown", statements: [] };
    expect(policiesOf(role({ inlinePolicies: applied([policy], []) }), policy)).toMatchObject([hidden]);
    expect(policiesOf(role({ inlinePolicies: [applied([policy], {})] }), policy)).toMatchObject([hidden]);
  });

  test("are hidden where the roles of an attachment are unknown, and unchanged where they are other roles", () => {
    const second = resource("aws:iam/role:Role", "second");
    const toSome = put("policyAttachment:PolicyAttachment", { roles: applied([role(), second], []), policyArn: VPC_ACCESS });
    const toSecond = put("policyAttachment:PolicyAttachment", { roles: [idOf(second)], policyArn: VPC_ACCESS });
    expect(policiesOf(role(), second, toSome)).toEqual([{ by: urnOf(toSome), statements: [], uncertainty: "policy-unknown" }]);
    expect(policiesOf(role(), second, toSecond)).toEqual([]);
  });

  test("are hidden where a list of attachments is unknown, and two lists of one policy both count", () => {
    const list = (name: string, policyArns: Input): Resource =>
      resource("aws:iam/rolePolicyAttachmentsExclusive:RolePolicyAttachmentsExclusive", name, { roleName: idOf(role()), policyArns });
    expect(policiesOf(role(), policy, list("one", applied([policy], [])))).toMatchObject([{ uncertainty: "policy-unknown" }]);
    expect(policiesOf(role(), list("one", [VPC_ACCESS]), list("two", [VPC_ACCESS]))).toHaveLength(2);
  });

  test("stay with a list of attachments whose policy is unknown, whatever attachments attach", () => {
    const unknown = applied([resource("x:y:Z", "z")], "arn");
    const list = put("rolePolicyAttachmentsExclusive:RolePolicyAttachmentsExclusive", { roleName: idOf(role()), policyArns: [unknown] });
    const single = resource("aws:iam/rolePolicyAttachment:RolePolicyAttachment", "single", { role: idOf(role()), policyArn: unknown });
    expect(policiesOf(role(), list, single)).toHaveLength(2);
  });

  test("have the order of what puts them there, whatever kind that is", () => {
    const [first, last] = [
      resource("aws:iam/rolePolicyAttachment:RolePolicyAttachment", "a", { role: idOf(role()), policyArn: VPC_ACCESS }),
      resource("aws:iam/rolePolicy:RolePolicy", "b", { role: idOf(role()), policy: document("ec2:*") }),
    ];
    const by = policiesOf(role({ managedPolicyArns: [VPC_ACCESS] }), last, first)?.map((one) => one.by);
    expect(by).toEqual([urnOf(role()), urnOf(last), urnOf(first)].sort());
  });

  test("are not limited by a boundary that the role does not have", () => {
    expect(rolesOf([role(), orders])[0]).not.toHaveProperty("boundary");
    expect(rolesOf([role({ permissionsBoundary: null }), orders])[0]).not.toHaveProperty("boundary");
  });

  test("count within its boundary", () => {
    const [bounded] = rolesOf([role({ permissionsBoundary: idOf(policy) }), orders, policy]);
    expect(bounded?.boundary).toEqual(says("ec2:*"));
  });
});

describe("the role of a callback function", () => {
  const callback = (name: string, handler: string, own: Resource): Resource =>
    resource("aws:lambda/function:Function", name, {
      role: arnOf(own),
      handler,
      vpcConfig: { subnetIds: ["subnet-1"], securityGroupIds: ["sg-1"] },
    });
  const own = role();

  test.each([
    { sentence: "is made by the SDK if it has the name of the function", name: "functions", handler: "__index.handler", ofSdk: true },
    { sentence: "is the program's if it has another name", name: "orders", handler: "__index.handler", ofSdk: undefined },
    { sentence: "is the program's if the code is not a callback", name: "functions", handler: "index.handler", ofSdk: undefined },
  ])("$sentence", ({ name, handler, ofSdk }) => {
    expect(functionsOf([own, callback(name, handler, own)]).map((one) => one.roleOfSdk)).toEqual([ofSdk]);
  });
});
