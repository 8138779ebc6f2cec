import { expect, test } from "@jest/globals";
import { indexedModules, readPolicyIndex, withPolicy } from "./policy-index";

const text = `import type { Pack } from "@lambda-vpc/policy-kit";
import { eniBudget } from "./eni-budget";
import { alignSubnets } from "./align-subnets";
import { subjectOf } from "./vpc-subject";
export const pack: Pack = { name: "p", policies: [eniBudget, alignSubnets] };
`;

test("a module is a policy's where the pack lists what comes from it", () => {
  expect(indexedModules(readPolicyIndex(text))).toEqual(["eni-budget", "align-subnets"]);
});

test("an index that does not compile or lists nothing is still read", () => {
  expect(indexedModules(readPolicyIndex('import { a } from "./a";\nexport const pack = {'))).toEqual([]);
});

const listing = (...names: readonly string[]): string => {
  const modules = names.map((name) => `import { ${name} } from "./${name}";\n`).join("");
  return `import type { Pack } from "kit";\n${modules}\nexport { ${names.join(", ")} };\nexport const pack = { policies: [${names.join(", ")}] };\n`;
};

test.each([
  { place: "first", before: ["b", "c"], name: "a" },
  { place: "between", before: ["a", "c"], name: "b" },
  { place: "last", before: ["a", "b"], name: "c" },
])("a new policy is imported, exported and listed at its place in the alphabet: $place", ({ before, name }) => {
  expect(withPolicy(listing(...before), name, name)).toBe(listing("a", "b", "c"));
});

test("a policy in a folder is imported at the place of its path, and listed at the place of its name", () => {
  const index = listing("a", "d").replace("./d", "./roles/d");
  expect(withPolicy(index, "roles/b", "b")).toBe(listing("a", "b", "d").replace("./b", "./roles/b").replace("./d", "./roles/d"));
  expect(indexedModules(readPolicyIndex(index))).toEqual(["a", "roles/d"]);
});

test("the first policy of a pack needs no neighbour", () => {
  expect(indexedModules(readPolicyIndex(withPolicy("export const pack = { policies: [] };\n", "few-functions", "fewFunctions")))).toEqual([
    "few-functions",
  ]);
});

test("an index without a list of policies is refused", () => {
  expect(() => withPolicy("export {};\n", "few-functions", "fewFunctions")).toThrow("no list `policies: [ … ]`");
});
