import {
  cut,
  groupPerFunction,
  lambda,
  mountTarget,
  networkConnector,
  securityGroup,
  stack,
  testPolicy,
  vpc,
} from "@lambda-vpc/policy-testing";
import { eniQuotaHeadroom } from "./eni-quota-headroom";

const main = vpc("main", { subnets: 4 });
const web = securityGroup("web", { vpc: main });
const busy = lambda("busy", { subnets: main.subnets.slice(0, 1), securityGroups: [web] });
const functions = (number: number) => groupPerFunction(main, { functions: number });
const files = main.subnets.map((subnet) => mountTarget(`files-${subnet.name}`, { subnet }));
const assuming = (assumptions: object) => ({ settings: { assumptions: { changeover: 0, ...assumptions } } });
const inventory = {
  subnets: [{ id: "subnet-9", vpcId: "vpc-1" }],
  combinations: Array.from({ length: 395 }, (_, index) => ({ subnetId: "subnet-9", securityGroupIds: [`sg-${1000 + index}`] })),
};
const outside = (...subnets: readonly string[]) => lambda("outside", { subnets, securityGroups: ["sg-1"] });

testPolicy(eniQuotaHeadroom, [
  { name: "200 combinations, and as many at a changeover: what the headroom leaves, no finding", stack: stack(functions(50)), finds: [] },
  {
    name: "one function more: refused, with what the peak is made of",
    stack: stack(functions(51)),
    finds: [
      {
        verdict: "violation",
        about: main,
        says: [
          "408 ENIs at peak in VPC main: 204 for combinations, 204 for changeover; the quota is 500 (enisPerVpc), 100 to keep free (headroom).",
          "EniLimitExceeded",
          "L-9FEE3D26",
        ],
      },
    ],
  },
  { name: "no headroom wanted: no finding up to the quota itself", stack: stack(functions(62)), config: { headroom: 0 }, finds: [] },
  {
    name: "a greater quota was granted: no finding",
    stack: stack(functions(51)),
    ...assuming({ changeover: 1, enisPerVpc: 510 }),
    finds: [],
  },
  {
    name: "mount targets share the quota",
    stack: stack(functions(2), files),
    config: { headroom: 0 },
    ...assuming({ enisPerVpc: 11 }),
    finds: [{ verdict: "violation", says: ["12 ENIs at peak", "8 for combinations, 4 for mount targets"] }],
  },
  {
    name: "as many as are granted: no finding",
    stack: stack(functions(2), files),
    config: { headroom: 0 },
    ...assuming({ enisPerVpc: 12 }),
    finds: [],
  },
  {
    name: "a function whose connections need more ENIs",
    stack: stack(busy),
    config: { headroom: 0 },
    ...assuming({ enisPerVpc: 3, connections: [{ function: "*busy", peak: 200000 }] }),
    finds: [{ verdict: "violation", says: ["4 ENIs at peak", "3 for connections above 65,000"] }],
  },
  {
    name: "network connectors: AWS does not document whether they count, so undecided",
    stack: stack(functions(1), networkConnector("edge", { subnets: main.subnets, securityGroups: [web] })),
    config: { headroom: 0 },
    ...assuming({ enisPerVpc: 4 }),
    finds: [{ verdict: "undecided", about: main, says: ["4 to 8", "for network connectors", "AWS does not document whether"] }],
  },
  {
    name: "lists cut by an apply and a quota between the bounds: undecided",
    stack: stack(groupPerFunction(main, { functions: 3, subnets: cut(main.subnets) })),
    config: { headroom: 0 },
    ...assuming({ enisPerVpc: 6 }),
    finds: [{ verdict: "undecided", says: ["3 to 12", "the whole list is unknown"] }],
  },
  {
    name: "what the account holds in the VPC counts",
    stack: stack(outside("subnet-9", "subnet-8")),
    settings: { assumptions: { changeover: 1 }, inventory },
    config: { headroom: 0.21 },
    finds: [{ verdict: "violation", says: ["397 for combinations, 2 for changeover"] }],
  },
]);
