import { expect, test } from "@jest/globals";
import { indexedModules, readPolicyIndex } from "./policy-index";

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
