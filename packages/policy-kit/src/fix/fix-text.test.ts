import { expect, test } from "@jest/globals";
import { writeNames } from "@lambda-vpc/model";
import { byHand, change, type Fix, inOrder, namedIn, oneOfFixes } from "./fix";
import { fixText } from "./fix-text";

const urn = (type: string, name: string) => `urn:pulumi:dev::shop::${type}::${name}`;
const fn = (name: string) => urn("aws:lambda/function:Function", name);
const group = (name: string) => urn("aws:ec2/securityGroup:SecurityGroup", name);
const attachment = (name: string) => urn("aws:iam/rolePolicyAttachment:RolePolicyAttachment", name);

test.each<[name: string, fix: Fix, text: string]>([
  [
    "a shared set is written whole",
    change([{ step: "set-vpc-config", functions: [fn("audit"), fn("cart")], securityGroups: [group("shared"), "sg-0123456789abcdef0"] }]),
    "Set securityGroupIds to [shared, sg-0123456789abcdef0] in audit, cart.",
  ],
  [
    "old versions are deleted in an update of their own, before what they hold",
    inOrder([
      [{ step: "trim-versions", functions: [fn("audit")] }],
      [{ step: "set-vpc-config", functions: [fn("audit")], subnets: ["subnet-0123456789abcdef0"] }],
      [{ step: "remove-resources", resources: [group("old")] }],
    ]),
    "Update 1: delete old versions of audit (VersionTrimmer). " +
      "Update 2: set subnetIds to [subnet-0123456789abcdef0] in audit. Update 3: delete security group old with its rules.",
  ],
  [
    "steps of one kind are counted, and a step of another kind is never left out",
    change([
      { step: "leave-vpc", functions: [fn("a")] },
      { step: "leave-vpc", functions: [fn("b")] },
      { step: "leave-vpc", functions: [fn("c")] },
      { step: "remove-resources", resources: [group("old")] },
    ]),
    "Remove the vpcConfig of a, and remove the vpcConfig of b, and make 1 more change like this, and delete security group old with its rules.",
  ],
  [
    "a dependency names both resources with their types",
    change([{ step: "depend-on", resources: [group("worker")], on: [attachment("access")] }]),
    "Add RolePolicyAttachment access to the dependsOn of SecurityGroup worker.",
  ],
  [
    "an option of two steps of two kinds has both",
    oneOfFixes(
      change([
        { step: "remove-property", resources: [fn("edge")], property: "publish" },
        { step: "leave-vpc", functions: [fn("edge")] },
      ]),
      byHand("use another function", "the program does not show which"),
    ),
    "Remove publish from Function edge, and remove the vpcConfig of edge, or use another function.",
  ],
  [
    "one of several fixes is a choice, and a note follows it",
    oneOfFixes(
      change([{ step: "leave-vpc", functions: [fn("edge")] }]),
      change([{ step: "remove-property", resources: [fn("edge")], property: "publish" }], { note: "Versions stay." }),
    ),
    "Remove the vpcConfig of edge, or remove publish from Function edge. Versions stay.",
  ],
  [
    "a resource is added with its inputs and its place in the order",
    change([
      {
        step: "add-resource",
        type: "aws:iam/rolePolicyAttachment:RolePolicyAttachment",
        properties: { role: { resource: urn("aws:iam/role:Role", "worker"), output: "name" }, policyArn: "arn:aws:iam::aws:policy/x" },
        dependents: [group("worker")],
      },
    ]),
    "Add a RolePolicyAttachment (role: worker.name, policyArn: arn:aws:iam::aws:policy/x) to the dependsOn of SecurityGroup worker.",
  ],
  [
    "what only a person can decide says why",
    byHand("add an egress rule for each destination", "the program does not show what the functions call"),
    "Add an egress rule for each destination. By hand: the program does not show what the functions call.",
  ],
])("%s", (_, fix, text) => {
  expect(writeNames(fixText(fix))).toBe(text);
});

test("a fix names every resource of every step once", () => {
  const fix = oneOfFixes(
    change([{ step: "depend-on", resources: [group("a")], on: [attachment("b")] }]),
    change([{ step: "set-property", resources: [group("a")], property: "vpcId", value: { resource: "vpc", output: "id" } }]),
  );
  expect(namedIn(fix)).toEqual([group("a"), attachment("b"), "vpc"]);
});
