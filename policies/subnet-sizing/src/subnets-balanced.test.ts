import {
  applied,
  awsxVpc,
  component,
  cut,
  deployed,
  fromElsewhere,
  idOf,
  lambda,
  securityGroup,
  stack,
  subnet,
  testPolicy,
  vpc,
} from "@lambda-vpc/policy-testing";
import { subnetsBalanced } from "./subnets-balanced";

const main = vpc("main");
const make = (name: string, cidrBlock: string | ReturnType<typeof fromElsewhere>) => subnet(name, { vpc: main, cidrBlock });
const [a, b] = [make("private-a", "10.0.0.0/24"), make("private-b", "10.0.1.0/24")];
const quarter = make("quarter", "10.0.2.0/26");
const tiny = make("tiny", "10.0.3.0/28");
const pooled = make("pooled", fromElsewhere("10.0.4.0/24"));
const securityGroups = [securityGroup("web", { vpc: main })];
const uses = (name: string, ...subnets: readonly (typeof a | string)[]) => lambda(name, { subnets, securityGroups });
const awsx = awsxVpc("network", { zones: 2 });
/** A component with large private and small public subnets, whose lists are one output each. */
const platform = component("acme:index:Platform", "platform");
const inner = vpc("inner", { parent: platform });
const parts = ["private", "public"].flatMap((kind, group) =>
  ["1", "2"].map((zone, index) =>
    subnet(`${kind}-${zone}`, {
      vpc: inner,
      cidrBlock: group === 0 ? `10.0.${64 * index}.0/18` : `10.0.128.${16 * index}/28`,
      public: group === 1,
      parent: platform,
    }),
  ),
);
const listOfPlatform = applied([platform, inner, ...parts], parts.slice(0, 2).map(idOf));
const six = subnet("six", { vpc: main, ipv6: "only" });

testPolicy(
  subnetsBalanced,
  [
    { name: "subnets of one size: no finding", stack: stack(uses("orders", a, b)), finds: [] },
    { name: "a quarter of the other: no finding", stack: stack(uses("orders", a, quarter)), finds: [] },
    {
      name: "a sixteenth of the other: reported at the smaller one, with the affected functions",
      stack: stack(uses("orders", a, tiny), uses("users", a, b, tiny)),
      finds: [
        {
          verdict: "violation",
          about: tiny,
          says: [
            "subnet tiny (/28, 11 usable addresses) is much smaller than private-a (/24, 251 usable addresses) of the same functions (orders, users).",
            "the smallest is full first",
            "Set cidrBlock of Subnet tiny to 10.0.2.0/24, or set cidrBlock of Subnet private-a to 10.0.0.0/26",
          ],
        },
      ],
    },
    {
      name: "sizes that differ, but no function uses both: no finding",
      stack: stack(uses("orders", a, b), uses("users", tiny)),
      finds: [],
    },
    {
      name: "as strict as the user wants",
      stack: stack(uses("orders", a, quarter)),
      config: { maxBits: 1 },
      finds: [{ verdict: "violation", about: quarter, says: ["(/26, 59 usable"] }],
    },
    {
      name: "subnets that exist: nothing can be changed any more, so no finding",
      stack: stack(deployed(a, tiny), uses("orders", a, tiny)),
      finds: [],
    },
    {
      name: "a small one that is created next to an existing one",
      stack: stack(deployed(a), uses("orders", a, tiny)),
      finds: [{ verdict: "violation", about: tiny, says: ["private-a (/24,"] }],
    },
    {
      name: "a range that a pool gives: undecided",
      stack: stack(uses("orders", a, pooled)),
      finds: [{ verdict: "undecided", says: ["subnet pooled may be much smaller", "IPv4 range"] }],
    },
    {
      name: "a list cut by an apply out of uneven subnets: undecided",
      stack: stack(lambda("orders", { subnets: cut([a, tiny]), securityGroups })),
      finds: [{ verdict: "undecided", about: tiny, says: ["the whole list is unknown"] }],
    },
    {
      name: "a list cut by an apply out of even subnets: no finding",
      stack: stack(lambda("orders", { subnets: cut([a, b]), securityGroups })),
      finds: [],
    },
    {
      name: "functions in an awsx VPC: no finding",
      stack: stack(lambda("orders", { subnets: awsx.privateSubnetIds, securityGroups })),
      finds: [],
    },
    {
      name: "one of the lists of a component, each of which is even: no finding",
      stack: stack(lambda("orders", { subnets: listOfPlatform, securityGroups: [securityGroup("inner-web", { vpc: inner })] })),
      finds: [],
    },
    { name: "ids of subnets outside the stack: no finding", stack: stack(uses("orders", "subnet-1", "subnet-2"), six), finds: [] },
  ],
  { untilDeployed: "a subnet's range cannot change once it is made" },
);
