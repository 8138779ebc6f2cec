import {
  applied,
  cut,
  fromElsewhere,
  type Inputs,
  lambda,
  resource,
  securityGroup,
  stack,
  testPolicy,
  vpc,
  type VpcConfig,
} from "@lambda-vpc/policy-testing";
import { safeGroupReplacement } from "./safe-group-replacement";

const main = vpc("main", { subnets: 2 });
const [own, spare] = ["own", "spare"].map((name) => securityGroup(name, { vpc: main })) as [typeof main, typeof main];
const role = resource("aws:iam/role:Role", "functions", { assumeRolePolicy: "{}" });
const existing: VpcConfig = { subnets: ["subnet-1", "subnet-2"], securityGroups: [own] };
const elsewhere: Inputs = { role: "arn:aws:iam::123456789012:role/functions" };
const replacing = (others: Inputs, config = existing) =>
  lambda("orders", config, { replaceSecurityGroupsOnDestroy: true, ...elsewhere, ...others });
const replacementSecurityGroupIds = ["sg-2"];

testPolicy(safeGroupReplacement, [
  {
    name: "no replacement: content",
    stack: stack(lambda("orders", { subnets: main.subnets, securityGroups: [own] }, elsewhere)),
    finds: [],
  },
  { name: "subnets, role and replacement of another stack: content", stack: stack(replacing({ replacementSecurityGroupIds })), finds: [] },
  {
    name: "a replacement out of a stack that is not deployed: content, for it depends on nothing of this one",
    stack: stack(replacing({ replacementSecurityGroupIds: [fromElsewhere("sg-2")] })),
    finds: [],
  },
  {
    name: "no group that takes the place: told at the function, with the fix",
    stack: stack(replacing({})),
    finds: [
      { verdict: "violation", says: ["orders asks for its groups to be replaced", "names none", "name groups that outlive the function"] },
    ],
  },
  {
    name: "a role of this stack: told, for nothing keeps it until the ENIs are gone",
    stack: stack(replacing({ replacementSecurityGroupIds, role: applied([role], "arn:aws:iam::123456789012:role/functions") })),
    finds: [{ verdict: "violation", says: ["1 resource of this stack", "gone: functions.", "Lambda cannot delete the ENIs at all"] }],
  },
  {
    name: "subnets and replacement of this stack: told of each",
    stack: stack(replacing({ replacementSecurityGroupIds: cut([spare]) }, { subnets: main.subnets, securityGroups: [own] })),
    finds: [{ verdict: "violation", says: ["3 resources of this stack", "spare, main-0, main-1."] }],
  },
  {
    name: "a replacement out of an apply over two groups of this stack: undecided",
    stack: stack(replacing({ replacementSecurityGroupIds: cut([own, spare], [spare]) })),
    finds: [{ verdict: "undecided", says: ["whether what orders leaves behind", "the list is one unknown value"] }],
  },
  {
    name: "whether groups are replaced shows only after the deployment: undecided where something would go with the function",
    stack: stack(replacing({ replaceSecurityGroupsOnDestroy: applied([main], true), replacementSecurityGroupIds: cut([spare]) })),
    finds: [{ verdict: "undecided", says: ["write replaceSecurityGroupsOnDestroy as true or false"] }],
  },
]);
