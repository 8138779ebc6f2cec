import { type Step, wholeLife } from "./case";
import { runCases } from "./run-cases";

/** A destroy after which ENIs remain that Lambda can no longer delete. */
const orphans = (count: number, ends: "accepted" | "refused"): readonly Step[] => [
  { run: "preview" },
  { run: "up" },
  { run: "preview", unchanged: true },
  { run: "destroy", ends },
  { run: "look", orphans: count },
];

runCases("deletion", [
  {
    name: "function-kept-on-destroy",
    shows: "a function that stays behind keeps its ENIs, so its group and subnets cannot be deleted",
    timeScale: 0.01,
    steps: [{ run: "preview" }, { run: "up" }, { run: "destroy", ends: "refused" }],
  },
  {
    name: "permission-ordered-after-function-only",
    shows: "a dependency of the function alone does not keep the permission until the ENIs are deleted",
    timeScale: 0.01,
    steps: orphans(2, "refused"),
  },
  {
    name: "permission-before-the-group",
    shows: "a group that depends on the permission waits for the ENIs first",
    timeScale: 0.01,
    steps: wholeLife,
  },
  {
    name: "replace-groups-without-ids",
    shows: "the default group of the VPC replaces the groups, and the old group still waits for its ENIs",
    seed: "seed.json",
    timeScale: 0.01,
    steps: [{ run: "preview" }, { run: "up" }, { run: "preview", unchanged: true }, { run: "destroy" }, { run: "look", orphans: 0 }],
  },
  {
    name: "replaced-groups-in-own-subnets",
    shows: "ENIs with replaced groups need the permission until the subnets are deleted",
    timeScale: 0.01,
    steps: orphans(4, "refused"),
  },
  {
    name: "role-in-the-stack-network-elsewhere",
    shows: "without a group or a subnet in the stack, the role must outlive the function",
    seed: "seed.json",
    timeScale: 0.01,
    steps: orphans(2, "accepted"),
  },
  {
    name: "role-and-network-elsewhere",
    shows: "a stack of functions alone has nothing that Lambda needs",
    seed: "seed.json",
    timeScale: 0.01,
    steps: [{ run: "preview" }, { run: "up" }, { run: "preview", unchanged: true }, { run: "destroy" }, { run: "look", orphans: 0 }],
  },
  {
    name: "permissions-in-the-role",
    shows: "a role that has the policy itself is deleted after a group in a VPC of the stack",
    timeScale: 0.01,
    steps: wholeLife,
  },
  {
    name: "permissions-in-the-role-vpc-elsewhere",
    shows: "a role that has the policy itself is deleted with a group in a VPC of another stack",
    seed: "seed.json",
    timeScale: 0.01,
    steps: orphans(2, "refused"),
  },
  {
    name: "group-elsewhere-subnets-wait",
    shows: "subnets that depend on the permission wait for the ENIs if the group is in another stack",
    seed: "seed.json",
    timeScale: 0.01,
    steps: wholeLife,
  },
  {
    name: "component-holds-role-and-function",
    shows: "a group outside a component does not wait for what the component needs",
    timeScale: 0.01,
    steps: orphans(2, "refused"),
  },
  {
    name: "group-with-fixed-name",
    shows: "a group with a fixed name is deleted under its functions; without the name, its replacement is created first",
    nightly: true,
    timeScale: 0.01,
    steps: [
      { run: "preview" },
      { run: "up" },
      { run: "up", environment: { STEP: "2" }, ends: "refused", prints: ["DependencyViolation"] },
      { run: "preview", environment: { STEP: "3" } },
      { run: "up", environment: { STEP: "3" } },
      { run: "look", combinations: 2, orphans: 0 },
      { run: "destroy", environment: { STEP: "3" } },
      { run: "look", combinations: 0, orphans: 0 },
    ],
  },
  {
    name: "subnet-deleted-before-replacement",
    shows: "a subnet with deleteBeforeReplace is deleted under its function; a second subnet with another range takes the function over",
    nightly: true,
    timeScale: 0.01,
    steps: [
      { run: "preview" },
      { run: "up" },
      { run: "up", environment: { STEP: "2" }, ends: "refused", prints: ["DependencyViolation"] },
      { run: "up", environment: { STEP: "3" } },
      { run: "destroy", environment: { STEP: "3" } },
      { run: "look", combinations: 0, orphans: 0 },
    ],
  },
  {
    name: "subnet-in-further-range",
    shows: "a subnet in a further range waits for the association if it takes the VPC id from it",
    steps: [
      { run: "preview", ends: "refused" },
      { run: "up", ends: "refused", prints: ["InvalidSubnet.Range"] },
      { run: "preview", environment: { ORDERED: "1" } },
    ],
  },
]);
