import { expect, test } from "@jest/globals";
import { workingDirectory } from "./working-directory";

test.each([
  ["at the root when npm was called there", "/repo", "/repo", "/repo"],
  ["where the user stood when npm moved us to the root", "/repo/examples/one", "/repo", "/repo/examples/one"],
  ["where we stand when npm did not move us", "/repo/examples/one", "/repo/e2e", "/repo/e2e"],
  ["at the root when the user stood outside", "/home/user", "/repo", "/repo"],
  ["at the root when the user stood in a sibling of the same beginning", "/repo-two", "/repo", "/repo"],
  ["where we stand without npm", undefined, "/repo", "/repo"],
])("a command runs %s", (_, stood, current, expected) => {
  expect(workingDirectory({ INIT_CWD: stood }, current, "/repo")).toBe(expected);
});
