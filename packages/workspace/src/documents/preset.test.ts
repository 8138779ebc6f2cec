import type { Pack, PolicyData } from "@lambda-vpc/policy-kit";
import { expect, test } from "@jest/globals";
import { preset } from "./preset";
import { fewFunctions, samplePack } from "../testing/sample-pack";

const withStrict = (strict: Required<PolicyData>["strict"]): Pack => ({ ...samplePack, policies: [{ ...fewFunctions, strict }] });

test("recommended names every policy with the level that it has anyway", () => {
  expect(preset(withStrict({ level: "mandatory" }), "recommended")).toEqual({ "few-functions": "advisory" });
});

test.each([
  { says: {}, becomes: "advisory", sentence: "nothing beyond the defaults" },
  { says: { level: "mandatory" as const }, becomes: "mandatory", sentence: "a level" },
  { says: { config: { max: 5 } }, becomes: { enforcementLevel: "advisory", max: 5 }, sentence: "keys" },
])("strict takes what the policy says of itself: $sentence", ({ says, becomes }) => {
  expect(preset(withStrict(says), "strict")).toEqual({ "few-functions": becomes });
});
