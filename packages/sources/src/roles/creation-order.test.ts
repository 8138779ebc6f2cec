import type { Role } from "@lambda-vpc/model";
import { describe, expect, test } from "@jest/globals";
import { networkOf } from "../testing/network-of";
import {
  applied,
  idOf,
  type Input,
  type Inputs,
  madeAfter,
  type Output,
  preview,
  type Resource,
  resource,
  settled,
  urnOf,
} from "../testing/program";

const VPC_ACCESS = "arn:aws:iam::aws:policy/service-role/AWSLambdaVPCAccessExecutionRole";

const role = (): Resource => resource("aws:iam/role:Role", "functions", {});
const arnOf = (one: Resource): Output => applied([one], `arn:aws:iam::123456789012:role/${one.name}`);
const lambda = (name: string, arn: Input): Resource =>
  resource("aws:lambda/function:Function", name, { role: arn, vpcConfig: { subnetIds: ["subnet-1"], securityGroupIds: ["sg-1"] } });
const put = (type: string, inputs: Inputs): Resource => resource(`aws:iam/${type}`, "put", inputs);
const attachment = (of: Resource, policyArn: Input = VPC_ACCESS): Resource =>
  put("rolePolicyAttachment:RolePolicyAttachment", { role: idOf(of), policyArn });

function rolesOf(program: readonly Resource[], shown = preview(program)): readonly Role[] {
  return networkOf(shown).roles ?? [];
}

describe("the order in which a deployment creates a policy and a function", () => {
  const [own, orders] = [role(), lambda("orders", arnOf(role()))];
  const users = lambda("users", arnOf(own));
  const awaits = (program: readonly Resource[], shown = preview(program)): readonly unknown[] =>
    rolesOf(program, shown).flatMap(({ policies }) => policies.map((one) => one.awaits));

  test("is known where the policy depends on the function", () => {
    expect(awaits([own, orders, users, madeAfter(attachment(own), orders)])).toEqual([[urnOf(orders)]]);
  });

  test("is known where the text of the policy needs the function, and through other resources", () => {
    const about = put("rolePolicy:RolePolicy", { role: idOf(own), policy: applied([orders], "{}") });
    expect(awaits([own, orders, about])).toEqual([[urnOf(orders)]]);
    const [alias, managed] = [madeAfter(resource("aws:lambda/alias:Alias", "live"), orders), resource("aws:iam/policy:Policy", "managed")];
    expect(awaits([own, orders, alias, madeAfter(managed, alias), attachment(own, applied([managed], "arn"))])).toEqual([[urnOf(orders)]]);
  });

  test("matters no more once they exist, and never to policies that depend on the role alone", () => {
    const late = madeAfter(attachment(own), orders);
    expect(awaits([own, orders, late], settled([own, orders, late]))).toEqual([undefined]);
    expect(awaits([own, orders, late], preview([own, orders, late], [own, orders]))).toEqual([undefined]);
    expect(awaits([own, orders, attachment(own)])).toEqual([undefined]);
    expect(awaits([own, madeAfter(orders, attachment(own)), attachment(own)])).toEqual([undefined]);
  });
});

describe("the reason why a policy waits for a function", () => {
  const [own, orders] = [role(), lambda("orders", arnOf(role()))];
  const byOption = (...late: readonly Resource[]): readonly unknown[] =>
    rolesOf([own, orders, ...late]).flatMap(({ policies }) => policies.map((one) => one.awaitsByOption ?? []));
  const about = put("rolePolicy:RolePolicy", { role: idOf(own), policy: applied([orders], "{}") });
  const alias = madeAfter(resource("aws:lambda/alias:Alias", "live"), orders);

  test.each([
    { sentence: "is its option if nothing else names the function", late: [madeAfter(attachment(own), orders)], named: [[urnOf(orders)]] },
    { sentence: "is its text if that needs the function", late: [about], named: [[]] },
    { sentence: "is its text if that and the option need the function", late: [madeAfter(about, orders)], named: [[]] },
    {
      sentence: "is not its option if that names a resource that waits for the function",
      late: [alias, madeAfter(attachment(own), alias)],
      named: [[]],
    },
    {
      sentence: "is not its option alone if that names such a resource too",
      late: [alias, madeAfter(attachment(own), orders, alias)],
      named: [[]],
    },
  ])("$sentence", ({ late, named }) => {
    expect(byOption(...late)).toEqual(named);
  });
});

describe("what a role and its policies wait for", () => {
  const group = resource("aws:ec2/securityGroup:SecurityGroup", "shared");
  const subnet = resource("aws:ec2/subnet:Subnet", "private");
  const queue = madeAfter(resource("aws:sqs/queue:Queue", "queue"), group);

  test.each([
    {
      sentence: "is nothing for a role and a policy alone",
      own: role(),
      late: (own: Resource) => attachment(own),
      ofRole: undefined,
      ofPolicy: undefined,
    },
    {
      sentence: "is the group that the role depends on, for both",
      own: madeAfter(role(), group),
      late: (own: Resource) => attachment(own),
      ofRole: [urnOf(group)],
      ofPolicy: [urnOf(group)],
    },
    {
      sentence: "is the subnet and, through another resource, the group that the policy depends on",
      own: role(),
      late: (own: Resource) => madeAfter(attachment(own), queue, subnet),
      ofRole: undefined,
      ofPolicy: [urnOf(group), urnOf(subnet)].sort(),
    },
  ])("$sentence", ({ own, late, ofRole, ofPolicy }) => {
    const [found] = rolesOf([group, subnet, queue, own, lambda("orders", arnOf(own)), late(own)]);
    expect([found?.follows, found?.policies.map(({ follows }) => follows)]).toEqual([ofRole, [ofPolicy]]);
  });
});
