import { wholeLife } from "./case";
import { runCases } from "./run-cases";

runCases("identity", [
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
    shows: "the id of a subnet that waits for its association is still the id of a subnet",
    steps: wholeLife,
  },
]);
