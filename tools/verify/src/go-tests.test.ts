import { expect, test } from "@jest/globals";
import { goCounts } from "./go-tests";

test("a stream of go test is counted by test, and a package that does not build is a failure", () => {
  const events = [
    { Action: "run", Test: "TestA" },
    { Action: "pass", Test: "TestA" },
    { Action: "fail", Test: "TestB" },
    { Action: "skip", Test: "TestC" },
    { Action: "pass", Package: "p" },
    { Action: "fail", Package: "q", FailedBuild: "q" },
  ];
  expect(goCounts(events.map((event) => JSON.stringify(event)).join("\n"))).toEqual({ passed: 1, failed: 2, skipped: 1 });
});
