import { test } from "@jest/globals";
import { checkLaw } from "@lambda-vpc/property-testing";
import { arbitraryDescription } from "./arbitrary-description";
import { dialectNames, dialectsOf } from "./dialects";

/** The least share of programs of each dialect, in percent. docs/decisions/0025-modelled-engine.md states what they are drawn as. */
const shares = {
  "policies with configuration": 15,
  IPv6: 5,
  "several Regions": 5,
  versions: 20,
  connectors: 5,
  "aws-native": 5,
} as const;

test("programs of every dialect are drawn", () => {
  checkLaw(shares, [arbitraryDescription()], ({ configured, second }, met) => {
    const own = dialectsOf(second, configured);
    for (const name of dialectNames) met(name, own.includes(name));
  });
});
