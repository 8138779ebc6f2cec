import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { arbitrarySizing } from "./arbitrary-sizing";
import { addressesIn, type SizingDescription, sizingProgram, subnetName } from "./sizing-program";
import { noMargins, previewSizing, refusedSubnets } from "./sizing-pack";
import { printed, withWorkspace } from "@lambda-vpc/test-stacks/workspace";

/*
 * Where figures are exact and nothing is kept free, subnet-has-room refuses just what AWS refuses. A few programs by default;
 * `SIZING_PROGRAMS=100 SIZING_SEED=7 npm run e2e -- subnet-sizing-property` tries others.
 */

const byDefault = { programs: 3, seed: 9 };
const programs = Number(process.env["SIZING_PROGRAMS"] ?? byDefault.programs);
const seed = Number(process.env["SIZING_SEED"] ?? byDefault.seed);

/** The usable addresses of a /28 (docs/aws-facts.md#reserved-addresses). */
const USABLE = 11;

/** The errors of AWS if a subnet has no free address: Lambda, EC2, EFS and Elastic Load Balancing. */
const EXHAUSTED =
  /SubnetOutOfIPAddresses|InsufficientFreeAddressesInSubnet|NoFreeAddressesInSubnet|InvalidSubnet: The specified subnet is out of available addresses/;

/** The subnets of a stack that are asked for more than they have. */
function crowdedSubnets({ zones }: SizingDescription): readonly string[] {
  return zones.flatMap((zone, index) => (addressesIn(zone) > USABLE ? [subnetName(index)] : []));
}

function draw(numRuns: number, from: number): readonly SizingDescription[] {
  return fc.sample(arbitrarySizing, { numRuns, seed: from });
}

test("the programs drawn by default show both: stacks that fit and stacks that do not", () => {
  const outcomes = draw(byDefault.programs, byDefault.seed).map((description) => crowdedSubnets(description).length > 0);
  expect(new Set(outcomes)).toEqual(new Set([true, false]));
});

const drawn = draw(programs, seed).map((description, index) => {
  const crowded = crowdedSubnets(description);
  return {
    description,
    crowded,
    number: index + 1,
    says: crowded.length === 0 ? "room everywhere" : `no room in ${crowded.join(" and ")}`,
  };
});

describe.each(drawn)("random program $number, with $says", ({ description, crowded }) => {
  test("is refused at the preview where and only where it fails on AWS", () =>
    withWorkspace(async ({ hosted: program }) => {
      const stack = await program("02-one-shared-configuration", () => sizingProgram(description));
      const preview = await previewSizing(stack, noMargins);
      const up = await stack.pulumi("up --yes --skip-preview");
      const seen = {
        refused: refusedSubnets(preview),
        undecided: printed(preview).includes("undecided"),
        passes: preview.exitCode === 0,
        deploys: up.exitCode === 0,
        exhausted: EXHAUSTED.test(printed(up)),
      };
      const fits = crowded.length === 0;
      expect(seen).toEqual({ refused: crowded, undecided: false, passes: fits, deploys: fits, exhausted: !fits });
    }));
});
