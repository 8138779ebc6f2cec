import { test } from "@jest/globals";
import { checkLaw } from "@lambda-vpc/property-testing";
import { abroadBy } from "./abroad";
import { attachedFunctions } from "./expected-combinations";
import { arbitraryDescription } from "./arbitrary-description";

/** The least share of programs of each dialect, in percent. docs/decisions/0025-modelled-engine.md states what they are drawn as. */
const shares = {
  "policies are configured": 15,
  "a function publishes versions": 20,
  "a function requests IPv6": 5,
  "functions are in two Regions": 5,
} as const;

test("programs of every dialect are drawn", () => {
  checkLaw(shares, [arbitraryDescription()], ({ configured, second }, met) => {
    met("policies are configured", configured);
    met(
      "a function requests IPv6",
      attachedFunctions(second).some(({ attachment: { ipv6 } }) => ipv6 !== "none"),
    );
    met(
      "a function publishes versions",
      attachedFunctions(second).some(({ publish }) => publish),
    );
    const regions = attachedFunctions(second).map(({ attachment: { place } }) => abroadBy(second, place) !== undefined);
    met("functions are in two Regions", new Set(regions).size > 1);
  });
});
