import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "@jest/globals";
import semver from "semver";
import { acceptedEngines, acceptedGo, engineVersion } from "./engine-version";

const read = (name: string): string => readFileSync(path.join(__dirname, "../..", name), "utf8");

describe("the pinned CLI", () => {
  test("is what the Go module builds", () => {
    expect(read("from-source/go.mod")).toContain(`github.com/pulumi/pulumi/pkg/v3 v${engineVersion}`);
  });

  test("is what the npm package downloads", () => {
    expect(JSON.parse(read("package.json"))).toMatchObject({ dependencies: { pulumi: engineVersion } });
  });

  test("would be accepted on PATH", () => {
    expect(semver.satisfies(engineVersion, acceptedEngines)).toBe(true);
  });

  test("builds with every Go that is accepted, Go fetching newer patch releases by itself", () => {
    const line = /^go (\d+\.\d+)/m.exec(read("from-source/go.mod"));
    expect(acceptedGo).toBe(`>=${line?.[1]}.0`);
  });
});
