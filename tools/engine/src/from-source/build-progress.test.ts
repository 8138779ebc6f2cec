import { expect, test } from "@jest/globals";
import { type BuildProgress, clock, countLine, progressText, withoutProgress } from "./build-progress";

const count = (start: BuildProgress, ...lines: readonly string[]): BuildProgress => lines.reduce(countLine, start);

test("downloaded modules and compiled packages are counted, and nothing else that Go prints", () => {
  const lines = [
    "go: downloading github.com/pulumi/pulumi/pkg/v3 v3.259.0",
    "internal/abi",
    "github.com/pulumi/pulumi/pkg/v3/cmd/pulumi",
    "# lambda-vpc.dev/engine",
    "./main.go:3:1: syntax error",
    "",
  ];
  expect(count({ modules: 0, packages: 0 }, ...lines)).toEqual({ modules: 1, packages: 2 });
});

test.each([
  ["while modules are downloaded", { modules: 120, packages: 0 }, 15, "120 modules downloaded, 0:15 of about 4:00 minutes"],
  [
    "while packages are compiled",
    { modules: 300, packages: 812, allPackages: 1500 },
    80,
    "812 of about 1500 packages compiled, 1:20 of about 4:00 minutes",
  ],
  [
    "on a machine that is slower than usual",
    { modules: 300, packages: 600, allPackages: 1500 },
    231,
    "600 of about 1500 packages compiled, 3:51 of about 10:00 minutes",
  ],
  [
    "before the rate means anything",
    { modules: 300, packages: 149, allPackages: 1500 },
    231,
    "149 of about 1500 packages compiled, 3:51 of about 4:00 minutes",
  ],
  ["if the download takes longer than usual", { modules: 9, packages: 0 }, 310, "9 modules downloaded, 5:10, usually about 4:00 minutes"],
  [
    "if Go compiles more than it listed",
    { modules: 0, packages: 9, allPackages: 8 },
    1,
    "9 of about 9 packages compiled, 0:01 of about 4:00 minutes",
  ],
])("%s, the text states what, how far and how long", (_, progress, elapsed, text) => {
  expect(progressText("a Pulumi CLI", progress, elapsed, 240)).toBe(`Building a Pulumi CLI: ${text}`);
});

test("errors are what remains of Go's output", () => {
  expect(withoutProgress("go: downloading a v1\nfmt\n# a\n./a.go:1:1: undefined: b\n")).toBe("# a\n./a.go:1:1: undefined: b");
});

test.each([
  [0, "0:00"],
  [59.9, "0:59"],
  [60, "1:00"],
  [754, "12:34"],
])("%d seconds are written %s", (seconds, text) => expect(clock(seconds)).toBe(text));
