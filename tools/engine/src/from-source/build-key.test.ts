import { describe, expect, test } from "@jest/globals";
import { buildKey, buildSources } from "./build-key";
import { FakeMachine } from "../testing/fake-machine";

const sources = [
  { name: "go.mod", content: "module a" },
  { name: "main.go", content: "package main" },
];
const key = buildKey(sources, "linux-x64");

describe("the key of a build", () => {
  test("does not depend on the order of its sources", () => {
    expect(buildKey([...sources].reverse(), "linux-x64")).toBe(key);
  });

  test.each([
    ["a source changes", [{ name: "go.mod", content: "module b" }, ...sources.slice(1)], "linux-x64"],
    ["a source is renamed", [{ name: "go.sum", content: "module a" }, ...sources.slice(1)], "linux-x64"],
    ["a source is added", [...sources, { name: "z.go", content: "" }], "linux-x64"],
    [
      "text moves from one source to the next",
      [
        { name: "go.mod", content: "module" },
        { name: "main.go", content: " apackage main" },
      ],
      "linux-x64",
    ],
    ["the platform is another", sources, "darwin-arm64"],
  ])("changes when %s", (_, changed, platform) => {
    expect(buildKey(changed, platform)).not.toBe(key);
  });
});

test("a module's sources are its pins and its Go files below, without tests", () => {
  const machine = new FakeMachine();
  try {
    for (const name of ["go.mod", "go.sum", "host/main.go", "host/main_test.go", "README.md"]) machine.file(name, name);
    expect(
      buildSources(machine.root)
        .map(({ name }) => name)
        .sort(),
    ).toEqual(["go.mod", "go.sum", "host/main.go"]);
  } finally {
    machine.remove();
  }
});
