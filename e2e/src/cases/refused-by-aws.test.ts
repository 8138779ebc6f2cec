import type { Step } from "./case";
import { wholeLife } from "./case";
import { runCases } from "./run-cases";

/** Refused at the first preview, by AWS in these words, and at a preview in which what AWS accepted exists. */
const refusedInTheWords = (words: string): readonly Step[] => [
  { run: "preview", ends: "refused" },
  { run: "up", ends: "refused", prints: [words] },
  { run: "preview", ends: "refused" },
];

runCases("refused-by-aws", [
  {
    name: "group-of-another-vpc",
    shows: "a group of another VPC than the subnets is refused",
    steps: refusedInTheWords("Security Groups are required to be in the same VPC."),
  },
  {
    name: "group-without-vpc-id",
    shows: "a group without a VPC is in the default VPC, and refused with subnets of another one",
    steps: refusedInTheWords("Security Groups are required to be in the same VPC."),
  },
  {
    name: "existing-subnets-new-group",
    shows: "subnets that exist are not in a VPC that is being created, so its group is refused",
    seed: "seed.json",
    steps: [
      { run: "preview", ends: "refused" },
      { run: "up", ends: "refused", prints: ["Security Groups are required to be in the same VPC."] },
      { run: "preview" },
    ],
  },
  {
    name: "subnets-of-two-vpcs",
    shows: "subnets of two VPCs are refused",
    steps: refusedInTheWords("Subnets are required to be in the same VPC"),
  },
  {
    name: "moved-to-another-vpc",
    shows: "a function that moves to another VPC without its group is refused",
    steps: [
      { run: "preview" },
      { run: "up" },
      { run: "preview", ends: "refused", environment: { STEP: "2" } },
      { run: "up", ends: "refused", environment: { STEP: "2" }, prints: ["Security Groups are required to be in the same VPC."] },
    ],
  },
  { name: "associated-group", shows: "a group that is associated with the VPC of the subnets is accepted", steps: wholeLife },
  {
    name: "existing-network-by-get",
    nightly: true,
    shows: "a network that is read from the account is accepted with a new group in it",
    seed: "seed.json",
    steps: wholeLife,
  },
  {
    name: "six-groups",
    shows: "six security groups are refused",
    steps: refusedInTheWords("Member must have length less than or equal to 5"),
  },
  {
    name: "seventeen-subnets",
    nightly: true,
    shows: "17 subnets are refused",
    steps: refusedInTheWords("Member must have length less than or equal to 16"),
  },
  { name: "repeated-groups", shows: "six ids of three groups are accepted, for an id counts once", steps: wholeLife },
  {
    name: "groups-without-subnets",
    shows: "groups without subnets are refused",
    steps: refusedInTheWords("SubnetIds and SecurityIds must coexist or be both empty list."),
  },
  {
    name: "ipv6-without-vpc",
    shows: "IPv6 without a VPC is refused",
    steps: refusedInTheWords("Ipv6AllowedForDualStack cannot be true without subnet or security groups."),
  },
  {
    name: "edge-function-in-vpc",
    shows: "a function in a VPC is refused at edge locations",
    steps: [
      { run: "preview", ends: "refused" },
      { run: "up", ends: "refused", prints: ["InvalidLambdaFunctionAssociation: The function cannot have a VPC configuration."] },
      { run: "preview", ends: "refused" },
    ],
  },
  {
    name: "edge-function-outside-vpc",
    nightly: true,
    shows: "a distribution may have an origin in a VPC, and a function outside at the edge",
    steps: wholeLife,
  },
]);
