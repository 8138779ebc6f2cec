import { strictPreset } from "@lambda-vpc/test-stacks/packs";
import { firstPreview, wholeLife } from "./case";
import { runCases } from "./run-cases";

runCases("quiet", [
  {
    name: "database-between-network-and-functions",
    shows: "a function has the address of a database in the network of its description",
    configuration: strictPreset(),
    steps: wholeLife,
  },
  {
    name: "fargate-in-foreign-subnets",
    shows: "free addresses and zones of another team's subnets are one line",
    seed: "seed.json",
    steps: wholeLife,
  },
  {
    name: "fargate-in-own-subnets",
    shows: "a task takes one address, so a service of three has room in a /24",
    steps: wholeLife,
  },
  {
    name: "fargate-that-scales-out",
    shows: "a service takes as many addresses as its scaling allows",
    steps: firstPreview(),
  },
  {
    name: "fargate-with-too-many-tasks",
    shows: "a service that may fill a subnet alone is undecided",
    steps: firstPreview(),
  },
  {
    name: "foreign-subnets-by-id-and-by-look-up",
    shows: "subnets by id and subnets that are looked up are one line",
    seed: "seed.json",
    steps: firstPreview(),
  },
  {
    name: "foreign-subnets-in-an-inventory",
    shows: "an inventory decides the room and the zones of another team's subnets",
    configuration: {
      inventory: {
        subnets: [
          { id: "subnet-0a0000000000000a1", cidrBlock: "10.0.0.0/24", availableAddresses: 200, availabilityZone: "us-east-1a" },
          { id: "subnet-0b0000000000000b2", cidrBlock: "10.0.1.0/24", availableAddresses: 200, availabilityZone: "us-east-1b" },
        ],
      },
    },
    steps: firstPreview(),
  },
  {
    name: "large-subnets-beside-a-database",
    shows: "large subnets are fine if not only functions use the VPC",
    steps: firstPreview(),
  },
  {
    name: "large-subnets-for-functions-alone",
    shows: "large subnets of a VPC for functions alone are one finding",
    steps: firstPreview(),
  },
  {
    name: "large-subnets-of-a-team-component",
    shows: "a component of a team lays out a VPC for every service",
    steps: firstPreview(),
  },
  {
    name: "one-foreign-subnet",
    shows: "one subnet is one zone, and only its room is unknown",
    steps: firstPreview(),
  },
  {
    name: "own-subnets-in-a-foreign-vpc",
    shows: "who else uses the VPC of another team is unknown, so the size of subnets is no finding",
    steps: firstPreview(),
  },
  {
    name: "repetitive-findings",
    shows: "12 functions with a role, an attachment and a group each are one block for each policy",
    steps: firstPreview("refused"),
  },
  {
    name: "search-domain-kafka-and-cache",
    shows: "clusters take as many addresses as their settings allow",
    steps: firstPreview(),
  },
  {
    name: "sixty-functions",
    shows: "60 functions of six teams with a role, an attachment and a group each are at most 40 lines",
    steps: firstPreview("refused"),
  },
]);
