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
    name: "no replacement: no finding",
    stack: stack(lambda("orders", { subnets: main.subnets, securityGroups: [own] }, elsewhere)),
    finds: [],
  },
  {
    name: "subnets, role and replacement of another stack: no finding",
    stack: stack(replacing({ replacementSecurityGroupIds })),
    finds: [],
  },
  {
    name: "a replacement out of a stack that is not deployed: no finding, for it depends on nothing of this one",
    stack: stack(replacing({ replacementSecurityGroupIds: [fromElsewhere("sg-2")] })),
    finds: [],
  },
  {
    name: "no replacement group: reported at the function, with the fix",
    stack: stack(replacing({})),
    finds: [
      {
        verdict: "violation",
        says: [
          "orders sets replaceSecurityGroupsOnDestroy without replacementSecurityGroupIds.",
          "The provider requires both",
          "Set replacementSecurityGroupIds to groups that outlive",
        ],
      },
    ],
  },
  {
    name: "a role of this stack: reported, because nothing keeps it until the ENIs are deleted",
    stack: stack(replacing({ replacementSecurityGroupIds, role: applied([role], "arn:aws:iam::123456789012:role/functions") })),
    finds: [
      {
        verdict: "violation",
        says: ["1 resource of this stack (functions) that the ENIs of orders need", "without the role Lambda cannot delete ENIs"],
      },
    ],
  },
  {
    name: "subnets and replacement of this stack: each is reported",
    stack: stack(replacing({ replacementSecurityGroupIds: cut([spare]) }, { subnets: main.subnets, securityGroups: [own] })),
    finds: [
      {
        verdict: "violation",
        says: ["3 resources of this stack (spare, main-0, main-1)", "Move subnets, role and replacement groups"],
      },
    ],
  },
  {
    name: "a replacement out of an apply over two groups of this stack: undecided",
    stack: stack(replacing({ replacementSecurityGroupIds: cut([own, spare], [spare]) })),
    finds: [
      {
        verdict: "undecided",
        says: ["resources that the ENIs of orders need after its deletion may be deleted with it", "the whole list is unknown"],
      },
    ],
  },
  {
    name: "whether groups are replaced is unknown until the deployment: undecided where a resource is deleted with the function",
    stack: stack(replacing({ replaceSecurityGroupsOnDestroy: applied([main], true), replacementSecurityGroupIds: cut([spare]) })),
    finds: [{ verdict: "undecided", says: ["Set replaceSecurityGroupsOnDestroy to true or false"] }],
  },
]);
