import { firstPreview, wholeLife } from "./case";
import { runCases } from "./run-cases";

runCases("identity", [
  {
    name: "awsx-default-group",
    nightly: true,
    shows: "the default group of a component's VPC is one group",
    steps: wholeLife,
  },
  {
    name: "awsx-elements-of-a-list",
    nightly: true,
    shows: "elements of one list of a component are different elements of one of its lists",
    steps: wholeLife,
  },
  {
    name: "default-group-looked-up",
    nightly: true,
    shows: "a look-up of the default group is unknown at first, and then the group that the VPC returns",
    steps: wholeLife,
  },
  {
    name: "default-groups-of-two-vpcs",
    nightly: true,
    shows: "each VPC has one default group",
    steps: wholeLife,
  },
  {
    name: "functions-of-two-providers",
    shows: "functions of two providers with the same credentials share ENIs",
    steps: firstPreview(),
  },
  {
    name: "group-and-default-group",
    nightly: true,
    shows: "a group and the default group of its VPC are one set of two",
    steps: wholeLife,
  },
  {
    name: "groups-of-a-mount-target",
    nightly: true,
    shows: "a list that a resource hands on is the list that it was given",
    steps: wholeLife,
  },
  {
    name: "list-of-a-routed-component",
    nightly: true,
    shows: "a list of a component without tags is one of its lists by routing",
    steps: wholeLife,
  },
  {
    name: "private-and-public-lists",
    nightly: true,
    shows: "two functions may take different lists of a component, and do",
    steps: wholeLife,
  },
  {
    name: "subnets-after-a-database",
    shows: "subnets that wait for a database are still these subnets",
    steps: wholeLife,
  },
  {
    name: "subnets-of-associations",
    nightly: true,
    shows: "the subnets that associations hand on are those that they were given",
    steps: wholeLife,
  },
  {
    name: "adopted-default-group",
    shows: "a resource that adopts the default group of a VPC is this one group",
    steps: wholeLife,
  },
  {
    name: "awsx-subnet-list",
    shows: "a list of a VPC component is one of its lists, likely the private one",
    steps: wholeLife,
  },
  {
    name: "awsx-subnet-list-shared",
    nightly: true,
    shows: "functions of one shared configuration are aligned, whatever list it has",
    steps: wholeLife,
  },
  {
    name: "default-group-of-a-new-vpc",
    shows: "the default group of a VPC is one group",
    steps: wholeLife,
  },
  {
    name: "subnet-id-after-association",
    nightly: true,
    shows: "the id of a subnet that waits for its association is still the id of a subnet",
    steps: wholeLife,
  },
]);
