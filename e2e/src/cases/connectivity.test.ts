import { firstPreview } from "./case";
import { runCases } from "./run-cases";

runCases("connectivity", [
  {
    name: "group-without-egress",
    shows: "a group without egress lets nothing out, because the provider removes the default rule",
    steps: firstPreview(),
  },
]);
