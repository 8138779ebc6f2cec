import { expect, test } from "@jest/globals";
import type { Undecided } from "./finding";
import { ReportedTopics } from "./reported-topics";

const tolerated = (cause: "one-of-lists" | "list-unknown", expected?: true): Undecided => ({
  ...{ verdict: "undecided", subject: "a", what: "a", causes: new Map([[cause, ["a"]]]) },
  ...(expected === undefined ? {} : { expected }),
});

test("a subject is reported once at each level, and not at the lower level after the higher one", () => {
  const topics = new ReportedTopics();
  expect(topics.report("one-of-lists", ["a"], "advisory")).toEqual(["a"]);
  expect(topics.report("one-of-lists", ["a", "b"], "advisory")).toEqual(["b"]);
  expect(topics.report("one-of-lists", ["a"], "mandatory")).toEqual(["a"]);
  expect(topics.report("one-of-lists", ["c"], "mandatory")).toEqual(["c"]);
  expect(topics.report("one-of-lists", ["c"], "advisory")).toEqual([]);
  expect(topics.report("one-of-lists", ["c"], "mandatory")).toEqual([]);
  expect(topics.report("subnet-of-others", ["a"], "advisory")).toEqual(["a"]);
});

test("what a waiver tolerates of a topic is accepted for every policy, and nothing else is", () => {
  const topics = new ReportedTopics();
  topics.accept([tolerated("one-of-lists")], "mandatory");
  expect(topics.report("one-of-lists", ["a"], "mandatory")).toEqual(["a"]);
  const others = new ReportedTopics();
  others.accept([tolerated("one-of-lists", true), tolerated("list-unknown", true)], "mandatory");
  expect(others.report("one-of-lists", ["a", "b"], "mandatory")).toEqual(["b"]);
  expect(others.report("list-unknown", ["a"], "mandatory")).toEqual(["a"]);
});
