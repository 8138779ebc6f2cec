import { expect, test } from "@jest/globals";
import { checkLaw } from "@lambda-vpc/property-testing";
import fc from "fast-check";
import { type GrantedAccess, isKnown, mayGrantTheSame } from "./granted-access";
import { Partners } from "./partners";

const part = fc.constantFrom("one", "two", "three", undefined);
const access: fc.Arbitrary<GrantedAccess> = fc.record({ vpc: fc.constant("vpc"), outbound: part, references: part });

test("an access has a partner exactly when a comparison with each other one finds it", () => {
  checkLaw(
    { "it has a partner": 30, "it has none": 10 },
    [fc.array(access, { minLength: 1, maxLength: 5 })],
    (all, met) => {
      const partners = new Partners(all);
      for (const one of all) {
        const found = all.some((other) => other !== one && mayGrantTheSame(one, other) && !(isKnown(one) && isKnown(other)));
        met("it has a partner", found);
        met("it has none", !found);
        expect(partners.has(one)).toBe(found);
      }
    },
    { numRuns: 500 },
  );
});
