import { expect, test } from "@jest/globals";
import { networkOf } from "../testing/network-of";
import { applied, idOf, type Inputs, preview, type Resource, resource, settled, urnOf } from "../testing/program";
import { securityGroup } from "../testing/sample-resources";

const [a, b] = [securityGroup("a"), securityGroup("b")];
const foreign = resource("random:index/randomId:RandomId", "foreign", {});
const ports = { fromPort: 443, toPort: 443 };
const block = { protocol: "tcp", ...ports, cidrBlocks: ["10.0.0.0/8"] };
const rule = { direction: "outbound", protocol: "tcp", ...ports, peer: { kind: "cidr", cidr: "10.0.0.0/8" } };
const single = (owner: Inputs[string]): Resource =>
  resource("aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule", "rule", {
    ...{ securityGroupId: owner, ipProtocol: "tcp", ...ports, cidrIpv4: "10.0.0.0/8" },
  });
const older = (type: Inputs[string]): Resource =>
  resource("aws:ec2/securityGroupRule:SecurityGroupRule", "rule", { type, securityGroupId: idOf(a), ...block });
const adopted = (inputs: Inputs = {}): Resource => resource("aws:ec2/defaultSecurityGroup:DefaultSecurityGroup", "a", inputs);
const native = (inputs: Inputs = {}): Resource => resource("aws-native:ec2:SecurityGroup", "a", inputs);

const rows: readonly { of: string; program: readonly Resource[]; expected: object; view?: typeof preview }[] = [
  { of: "no rule", program: [a], expected: { known: [] } },
  { of: "an inline rule", program: [securityGroup("a", { egress: [block] })], expected: { known: [rule] } },
  { of: "a rule resource", program: [a, single(idOf(a))], expected: { known: [rule] } },
  { of: "a rule resource of another group", program: [a, b, single(idOf(b))], expected: { known: [] } },
  { of: "an older rule resource", program: [a, older("egress")], expected: { known: [rule] } },
  { of: "an older inbound rule resource", program: [a, older("ingress")], expected: { known: [] } },
  {
    of: "an older rule resource of unknown direction",
    program: [a, foreign, older(applied([foreign], "egress"))],
    expected: { known: [], hidden: "possible" },
  },
  {
    of: "a rule resource of one of two groups",
    program: [a, b, single(applied([a, b], idOf(a)))],
    expected: { known: [], hidden: "possible" },
  },
  {
    of: "a rule resource of an unknown group",
    program: [a, foreign, single(applied([foreign], "sg-a"))],
    expected: { known: [], hidden: "possible" },
  },
  {
    of: "an inline rule with an unknown range",
    program: [foreign, securityGroup("a", { egress: [block, { ...block, cidrBlocks: applied([foreign], ["10.0.0.0/8"]) }] })],
    expected: { known: [rule], hidden: "certain" },
  },
  {
    of: "an unknown list",
    program: [foreign, securityGroup("a", { egress: applied([foreign], [block]) })],
    expected: { known: [], hidden: "certain" },
  },
  { of: "an adopted group without rules", program: [adopted()], expected: { known: [] } },
  { of: "an adopted group with a rule", program: [adopted({ egress: [block] })], expected: { known: [rule] } },
  { of: "a group of aws-native without rules", program: [native({ securityGroupEgress: [] })], expected: { known: [], hidden: "certain" } },
  {
    of: "the same once it exists",
    program: [native({ securityGroupEgress: [] })],
    expected: { known: [], hidden: "possible" },
    view: settled,
  },
];

test.each(rows)("the outbound rules of $of", ({ program, expected, view = preview }) => {
  const { securityGroups } = networkOf(view(program));
  const group = program.find(({ name }) => name === "a") ?? a;
  expect(securityGroups.find(({ key }) => key === urnOf(group))?.egress).toEqual(expected);
});

test("rules that a group still has although the program lists none may be there", () => {
  const view = preview([a]);
  const resources = view.resources.map((one) => ({ ...one, props: { id: "sg-1", egress: [block] } }));
  expect(networkOf({ ...view, resources }).securityGroups[0]?.egress).toEqual({ known: [], hidden: "possible" });
});

test("without the inputs of a group, rules may be there", () => {
  const view = preview([a]);
  const outputsOnly = { ...view, validated: [] };
  expect(networkOf(outputsOnly).securityGroups[0]?.egress).toEqual({ known: [], hidden: "possible" });
});
