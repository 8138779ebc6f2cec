import { describe, expect, test } from "@jest/globals";
import { readArguments } from "./arguments";

describe("a request for mutation tests", () => {
  test("names packages, and runs two test runners unless it states a number", () => {
    expect(readArguments(["model", "sources"])).toEqual({ packages: ["model", "sources"], fresh: false, concurrency: 2 });
  });

  test("selects one folder of one package", () => {
    expect(readArguments(["model", "--folder", "access", "--fresh", "--concurrency", "1"])).toEqual({
      packages: ["model"],
      folder: "access",
      fresh: true,
      concurrency: 1,
    });
  });

  test("measures what changed since main, or since another commit", () => {
    expect(readArguments(["--changed"])).toEqual({ packages: [], changedSince: "origin/main", fresh: false, concurrency: 2 });
    expect(readArguments(["--changed", "--since", "v1"])).toMatchObject({ changedSince: "v1" });
  });

  test.each([
    ["neither packages nor --changed", [], "Specify packages or --changed."],
    ["packages and --changed", ["model", "--changed"], "Specify packages or --changed."],
    ["a folder of two packages", ["model", "sources", "--folder", "access"], "--folder needs exactly one package."],
    ["half a test runner", ["model", "--concurrency", "0.5"], "--concurrency must be a positive integer."],
    ["no test runner", ["model", "--concurrency", "0"], "--concurrency must be a positive integer."],
    ["an unknown option", ["model", "--quick"], "Unknown option '--quick'"],
  ])("is refused with %s", (_, args, message) => {
    expect(() => readArguments(args)).toThrow(message);
  });
});
