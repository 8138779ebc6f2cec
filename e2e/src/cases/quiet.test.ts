import { firstPreview } from "./case";
import { runCases } from "./run-cases";

runCases("quiet", [
  {
    name: "repetitive-findings",
    shows: "12 functions with a role, an attachment and a group each are one block for each policy",
    steps: firstPreview("refused"),
  },
]);
