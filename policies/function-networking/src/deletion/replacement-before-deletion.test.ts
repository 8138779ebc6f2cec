import {
  applied,
  cut,
  deletedFirst,
  deployed,
  idOf,
  type Inputs,
  lambda,
  resource,
  securityGroup,
  stack,
  subnet,
  testPolicy,
  vpc,
  type VpcConfig,
} from "@lambda-vpc/policy-testing";
import { replacementBeforeDeletion } from "./replacement-before-deletion";

const main = vpc("main", { subnets: 2 });
const GROUP = "aws:ec2/securityGroup:SecurityGroup";
const named = (inputs: Inputs, name = "api") => resource(GROUP, name, { vpcId: idOf(main), ...inputs });
const fixed = named({ name: "api-functions" });
const plain = securityGroup("plain", { vpc: main });
const using = (config: Partial<VpcConfig>, name = "orders") => lambda(name, { subnets: main.subnets, securityGroups: [plain], ...config });
const first = deletedFirst(subnet("first", { vpc: main }));
const moved = deletedFirst(resource("aws:ec2/vpc:Vpc", "moved", { cidrBlock: "10.1.0.0/16" }));
const inMoved = ["a", "b"].map((zone) => subnet(zone, { vpc: moved }));

testPolicy(replacementBeforeDeletion, [
  { name: "generated names and no option: no finding", stack: stack(using({})), finds: [] },
  {
    name: "a fixed name of a group: one finding with its functions",
    stack: stack(using({ securityGroups: [fixed] }), using({ securityGroups: [plain, fixed] }, "users")),
    finds: [
      {
        verdict: "violation",
        about: fixed,
        says: [
          "2 functions (orders, users) use security group api, which a replacement deletes first because of its fixed name.",
          "EC2 refuses the deletion",
          "Remove name from SecurityGroup api.",
          "set namePrefix",
        ],
      },
    ],
  },
  {
    name: "a fixed name of a new group of functions that publish: no version uses it yet, so the name can be removed",
    stack: stack(lambda("orders", { subnets: main.subnets, securityGroups: [fixed] }, { publish: true })),
    finds: [{ verdict: "violation", says: ["Remove name from SecurityGroup api."] }],
  },
  {
    name: "a fixed name of a deployed group of functions that publish: their versions keep it, so it is replaced in steps",
    stack: stack(
      deployed(
        lambda("orders", { subnets: main.subnets, securityGroups: [fixed] }, { publish: true }),
        using({ securityGroups: [fixed] }, "users"),
      ),
    ),
    finds: [
      {
        verdict: "violation",
        says: [
          "Add a group with namePrefix and the rules of api, and use it in orders, users; then delete their old versions; then remove api",
        ],
      },
    ],
  },
  {
    name: "a fixed name of a deployed group whose functions publish nothing: the name can be removed",
    stack: stack(deployed(using({ securityGroups: [fixed] }))),
    finds: [{ verdict: "violation", says: ["Remove name from SecurityGroup api."] }],
  },
  { name: "a fixed name of a group without functions: no finding", stack: stack(using({}), fixed), finds: [] },
  {
    name: "a name with outputs: the program gives it too",
    stack: stack(using({ securityGroups: [named({ name: applied([main], "api-vpc-1") })] })),
    finds: [{ verdict: "violation", says: ["1 function (orders) uses security group api"] }],
  },
  {
    name: "a prefix of a name: no finding",
    stack: stack(using({ securityGroups: [named({ namePrefix: "api-" })] })),
    finds: [],
  },
  ...["api-1a2b3c4", "shop-dev-api-0123456", "api_00f1a2b3c4d5"].map((name) => ({
    name: `a generated name, ${name}: no finding`,
    stack: stack(using({ securityGroups: [named({ name })] })),
    finds: [],
  })),
  ...["api-2024", "api-20241130", "api-facade", "api-v2", "api1a2b3c4"].map((name) => ({
    name: `a written name, ${name}: a finding`,
    stack: stack(using({ securityGroups: [named({ name })] })),
    finds: [{ verdict: "violation" as const, says: ["because of its fixed name"] }],
  })),
  {
    name: "an empty name, which the provider generates: no finding",
    stack: stack(using({ securityGroups: [named({ name: "" })] })),
    finds: [],
  },
  {
    name: "the option of a group: the fix removes it",
    stack: stack(using({ securityGroups: [deletedFirst(plain)] })),
    finds: [
      {
        verdict: "violation",
        says: [
          "security group plain, which a replacement deletes first because of deleteBeforeReplace",
          "Remove deleteBeforeReplace from the options",
        ],
      },
    ],
  },
  {
    name: "both: the fix removes both",
    stack: stack(using({ securityGroups: [deletedFirst(fixed)] })),
    finds: [
      {
        verdict: "violation",
        says: ["because of deleteBeforeReplace and its fixed name", "Remove name from", "and remove deleteBeforeReplace"],
      },
    ],
  },
  { name: "the option set to false: no finding", stack: stack(using({ securityGroups: [deletedFirst(plain, false)] })), finds: [] },
  {
    name: "the option of a subnet: its functions are listed",
    stack: stack(using({ subnets: [first] }), using({}, "users")),
    finds: [{ verdict: "violation", about: first, says: ["1 function (orders) uses subnet first, which a replacement deletes first"] }],
  },
  {
    name: "a subnet with a fixed range: no finding, for every subnet has one",
    stack: stack(using({ subnets: [subnet("ranged", { vpc: main, cidrBlock: "10.0.9.0/24" })] })),
    finds: [],
  },
  {
    name: "the option of a VPC: its subnets are deleted with it",
    stack: stack(using({ subnets: inMoved }), using({}, "users")),
    finds: [{ verdict: "violation", about: moved, says: ["1 function (orders) uses VPC moved, which a replacement deletes first"] }],
  },
  { name: "the option of another VPC: no finding", stack: stack(using({}), inMoved), finds: [] },
  {
    name: "a group out of an apply over two, of which one has a fixed name: undecided",
    stack: stack(using({ securityGroups: cut([fixed, plain], [plain]) })),
    finds: [{ verdict: "undecided", says: ["0 to 1 functions (likely 1) that may use security group api"] }],
  },
]);
