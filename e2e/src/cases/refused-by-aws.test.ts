import { runCases } from "./run-cases";

runCases("refused-by-aws", [
  {
    name: "group-of-another-vpc",
    shows: "a group of another VPC than the subnets is refused at the first preview, as AWS refuses it",
    steps: [
      { run: "preview", ends: "refused" },
      { run: "up", ends: "refused", prints: ["Security Groups are required to be in the same VPC."] },
      { run: "preview", ends: "refused" },
    ],
  },
  {
    name: "six-groups",
    shows: "six security groups are refused at the first preview, as AWS refuses them",
    steps: [
      { run: "preview", ends: "refused" },
      { run: "up", ends: "refused", prints: ["Member must have length less than or equal to 5"] },
      { run: "preview", ends: "refused" },
    ],
  },
]);
