import { firstPreview, type Step, wholeLife } from "./case";
import { runCases } from "./run-cases";

/** A preview that refuses what the account refuses then, in AWS's words. */
const refused = (missing: string): readonly Step[] => [
  { run: "preview", ends: "refused" },
  { run: "up", ends: "refused", prints: [`The provided execution role does not have permissions to call ${missing} on EC2`] },
];

/** A preview that refuses nothing, and an account that accepts. */
const accepted: readonly Step[] = [{ run: "preview" }, { run: "up" }];

/** The same, and what a preview shows of what is deployed. */
const acceptedAndKnown: readonly Step[] = [...accepted, { run: "preview", unchanged: true }];

runCases("execution-roles", [
  {
    name: "role-with-three-eni-actions",
    shows: "three actions are enough for AWS, and its own minimum policy passes without a finding",
    steps: wholeLife,
  },
  {
    name: "callback-function",
    shows: "the role of a callback function has the permission, and no program can name what attaches it",
    steps: acceptedAndKnown,
  },
  {
    name: "callback-function-with-default-policies",
    shows: "the policies that the SDK attaches by default do not let Lambda manage ENIs",
    steps: refused("CreateNetworkInterface"),
  },
  { name: "callback-function-with-own-role", shows: "the role that the packs advise passes", steps: accepted },
  {
    name: "same-name-different-types",
    shows: "a name that several resources share stands after its type",
    steps: firstPreview(),
  },
  {
    name: "policy-with-the-arn-of-its-function",
    shows: "a policy that needs the function cannot give the function what it needs to be created",
    steps: refused("CreateNetworkInterface"),
  },
  { name: "own-policy-after-access", shows: "a policy that needs the function may give it other permissions", steps: wholeLife },
  { name: "text-from-outputs", shows: "a text with an unknown part is undecided, and known after the deployment", steps: acceptedAndKnown },
  {
    name: "document-with-outputs",
    shows: "a document with an unknown resource is unknown as a whole: the provider makes a text of it",
    steps: acceptedAndKnown,
  },
  { name: "document-from-a-data-source", shows: "a data source without outputs is known at the first preview", steps: accepted },
  { name: "all-but-identities", shows: "NotAction grants, and a denial to the code of functions spares Lambda", steps: accepted },
  {
    name: "boundary-without-interfaces",
    shows: "a permissions boundary takes away what a policy grants",
    steps: refused("CreateNetworkInterface"),
  },
  {
    name: "interfaces-of-some-resources",
    shows: "describing interfaces works on all resources only",
    steps: refused("DescribeNetworkInterfaces"),
  },
  { name: "access-in-one-vpc-only", shows: "a grant under a condition is undecided", steps: accepted },
  { name: "role-of-another-stack", shows: "roles of another stack are undecided, in one line", steps: firstPreview() },
  { name: "policy-attached-to-several-roles", shows: "one attachment grants to several roles", steps: wholeLife },
  { name: "exclusive-attachments", shows: "an exclusive list grants, and outlives the functions", steps: wholeLife },
  {
    name: "one-role-of-three",
    shows: "the one role without the permission is refused, and no other",
    steps: refused("CreateNetworkInterface"),
  },
  { name: "unknown-policy-of-aws", shows: "a policy whose document is unknown takes nothing away", steps: firstPreview() },
]);
