import { expect, test } from "@jest/globals";
import { strykerOptions } from "./stryker-options";

const shard = {
  target: { name: "model", path: "packages/model", threshold: 90 },
  name: "access",
  patterns: ["packages/model/src/access/**/*.ts"],
};

test("a shard mutates its own files, keeps its results apart, and repeats all mutants only when asked to", () => {
  const request = { packages: ["model"], fresh: true, concurrency: 1 };
  expect(strykerOptions(shard, request, "/repository")).toMatchObject({
    mutate: ["packages/model/src/access/**/*.ts", "!**/*.test.ts", "!**/testing/**"],
    incrementalFile: ".state/mutation/model/access.incremental.json",
    jsonReporter: { fileName: ".state/mutation/model/access.json" },
    force: true,
    concurrency: 1,
  });
  expect(strykerOptions(shard, { ...request, fresh: false }, "/repository")).toMatchObject({ force: false });
});
