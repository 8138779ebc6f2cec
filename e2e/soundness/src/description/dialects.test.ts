import { test } from "@jest/globals";
import { checkLaw } from "@lambda-vpc/property-testing";
import { attachedFunctions } from "./expected-combinations";
import { arbitraryDescription } from "./arbitrary-description";

/** The least share of programs of each dialect, in percent. docs/decisions/0025-modelled-engine.md states what they are drawn as. */
const shares = { "policies are configured": 15, "a function requests IPv6": 10 } as const;

test("programs of every dialect are drawn", () => {
  checkLaw(shares, [arbitraryDescription()], ({ configured, second }, met) => {
    met("policies are configured", configured);
    met(
      "a function requests IPv6",
      attachedFunctions(second).some(({ attachment: { ipv6 } }) => ipv6 !== "none"),
    );
  });
});
