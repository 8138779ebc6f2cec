import { wholeLife } from "./case";
import { runCases } from "./run-cases";

runCases("identity", [
  {
    name: "subnet-id-after-association",
    shows: "the id of a subnet that waits for its association is still the id of a subnet",
    steps: wholeLife,
  },
]);
