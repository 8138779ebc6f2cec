import { wholeLife } from "./case";
import { runCases } from "./run-cases";

runCases("simulation", [
  {
    name: "computed-outputs",
    shows: "a program that reads parts of a function URL and of a bucket's ARN deploys",
    steps: wholeLife,
  },
]);
