import { test } from "@jest/globals";
import { checkLaw } from "@lambda-vpc/property-testing";
import { arbitraryDescription } from "./arbitrary-description";

/** The least share of programs of each dialect, in percent. docs/decisions/0025-modelled-engine.md states what they are drawn as. */
const shares = { "policies are configured": 15 } as const;

test("programs of every dialect are drawn", () => {
  checkLaw(shares, [arbitraryDescription()], ({ configured }, met) => {
    met("policies are configured", configured);
  });
});
