import { type Step, wholeLife } from "./case";
import { runCases } from "./run-cases";

/** A program that AWS refuses while it deploys, with its words. What it left can be destroyed. */
const refusedAtDeployment = (...words: readonly string[]): readonly Step[] => [
  { run: "preview" },
  { run: "up", ends: "refused", prints: words },
  { run: "destroy" },
  { run: "look", combinations: 0, orphans: 0 },
];

runCases("simulation", [
  {
    name: "adopted-default-group",
    shows: "the default group of a VPC is adopted with its id, and goes with the VPC",
    steps: wholeLife,
  },
  {
    name: "aurora-behind-a-proxy",
    nightly: true,
    shows: "an Aurora cluster, a proxy, a secret and a cache deploy next to functions",
    steps: wholeLife,
  },
  {
    name: "bucket-notification",
    nightly: true,
    shows: "a bucket that notifies a function deploys",
    steps: wholeLife,
  },
  {
    name: "computed-outputs",
    shows: "a program that reads parts of a function URL and of a bucket's ARN deploys",
    steps: wholeLife,
  },
  {
    name: "default-acl-of-a-vpc",
    nightly: true,
    shows: "the default network ACL of a VPC is adopted",
    steps: wholeLife,
  },
  {
    name: "default-group-locked-down",
    nightly: true,
    shows: "a default group that allows nothing does not affect functions in another group",
    steps: wholeLife,
  },
  {
    name: "default-network-adopted",
    shows: "the default VPC of an account is adopted, and stays",
    steps: [...wholeLife, { run: "up" }, { run: "destroy" }],
  },
  {
    name: "efs-access-point",
    shows: "a function that waits for a mount target in each of its zones deploys",
    steps: wholeLife,
  },
  {
    name: "efs-in-one-zone-only",
    shows: "a function with a zone without a mount target is refused",
    steps: refusedAtDeployment("does not have mount targets created in all availability zones the function will execute in"),
  },
  {
    name: "efs-named-by-its-mount-targets",
    nightly: true,
    shows: "a function can wait for mount targets through the id of the file system",
    steps: wholeLife,
  },
  {
    name: "efs-without-waiting",
    shows: "a function that does not wait for its mount targets is refused",
    steps: refusedAtDeployment("InvalidParameterValueException: EFS file system arn:aws:elasticfilesystem:"),
  },
  {
    name: "events-and-workflows",
    nightly: true,
    shows: "event rules, a schedule, a workflow and a topic that call functions deploy",
    steps: wholeLife,
  },
  {
    name: "fargate-next-to-functions",
    shows: "a Fargate service behind a load balancer deploys in the subnets of functions",
    steps: wholeLife,
  },
  {
    name: "function-in-ipv6-only-subnets",
    shows: "a function is refused in subnets without IPv4",
    steps: refusedAtDeployment("an IPv6-only subnet").slice(1),
  },
  {
    name: "functions-in-the-default-vpc",
    shows: "the default network of an account can be looked up",
    steps: wholeLife,
  },
  {
    name: "http-api-and-function-url",
    nightly: true,
    shows: "an HTTP API and a function URL deploy, and their URLs can be parsed",
    steps: wholeLife,
  },
  {
    name: "ipv6-only-subnets-for-others",
    shows: "IPv6-only subnets are accepted next to the subnets of functions",
    steps: wholeLife,
  },
  {
    name: "made-up-cluster-group",
    shows: "a program that needs what simulated AWS does not model fails with the type that it names",
    steps: refusedAtDeployment(
      "as an output of aws:eks/cluster:Cluster, which it does not model",
      "This is a limit of the simulation",
    ).slice(1),
  },
  {
    name: "main-route-table-replaced",
    nightly: true,
    shows: "a VPC gets its original main route table back",
    steps: wholeLife,
  },
  {
    name: "main-route-table-with-nat",
    shows: "the main route table is adopted, and private subnets use it",
    steps: wholeLife,
  },
  {
    name: "new-network-looked-up",
    shows: "a look-up of what the stack creates is unknown first, and the same afterwards",
    steps: wholeLife,
  },
  {
    name: "queue-event-source",
    nightly: true,
    shows: "queues with a dead-letter queue call a function",
    steps: wholeLife,
  },
  {
    name: "rest-api-behind-a-domain",
    nightly: true,
    shows: "a REST API with a certificate and its validation records deploys",
    steps: wholeLife,
  },
  {
    name: "search-in-small-subnets",
    shows: "a search domain that needs more addresses than its subnets have is refused",
    steps: refusedAtDeployment("InsufficientFreeAddressesInSubnet").slice(1),
  },
  {
    name: "search-in-the-vpc",
    nightly: true,
    shows: "a search domain in the subnets of functions deploys",
    steps: wholeLife,
  },
  {
    name: "subnets-of-a-database-group",
    nightly: true,
    shows: "the subnets of a subnet group are looked up by its name",
    steps: wholeLife,
  },
  {
    name: "table-stream",
    nightly: true,
    shows: "a table whose stream calls a function deploys",
    steps: wholeLife,
  },
]);
