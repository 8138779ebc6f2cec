import { firstPreview } from "./case";
import { runCases } from "./run-cases";

runCases("connectivity", [
  {
    name: "group-without-egress",
    shows: "a group without egress lets nothing out, because the provider removes the default rule",
    steps: firstPreview(),
  },
  { name: "default-group-without-rules", shows: "an adopted default group has only the rules of the program", steps: firstPreview() },
  { name: "rules-as-resources", shows: "rules that are separate resources count, in both styles", steps: firstPreview() },
  { name: "marker-group-with-base-group", shows: "one group with a rule is enough", steps: firstPreview() },
  { name: "private-subnets-without-nat", shows: "a private route table without a route keeps calls in the VPC", steps: firstPreview() },
  { name: "subnet-without-association", shows: "a subnet without an association uses the main table", steps: firstPreview() },
  {
    name: "nat-gateway-on-the-main-table",
    shows: "a route of the main table serves subnets without an association",
    steps: firstPreview(),
  },
  { name: "transit-gateway-inline", shows: "an inline route to any target leads out", steps: firstPreview() },
  { name: "database-only", shows: "functions that may call only a database need no route", steps: firstPreview() },
  { name: "file-system-in-one-zone", shows: "each zone of a function needs a mount target", steps: firstPreview() },
  { name: "mount-targets-without-order", shows: "an access point does not wait for mount targets", steps: firstPreview() },
  {
    name: "file-system-after-its-mount-targets",
    shows: "a function whose ARN waits for the mount targets is created after them",
    steps: [{ run: "preview" }, { run: "up" }],
  },
]);
