import { runCases } from "./run-cases";

runCases("deletion", [
  {
    name: "function-kept-on-destroy",
    shows: "a function that stays behind keeps its ENIs, so its group and subnets cannot be deleted",
    timeScale: 0.01,
    steps: [{ run: "preview" }, { run: "up" }, { run: "destroy", ends: "refused" }],
  },
]);
