import type { ProcessResult } from "@lambda-vpc/engine";
import { beforeAll, describe, expect, test } from "@jest/globals";
import { type SizingDescription, sizingProgram, type ZoneDescription } from "./sizing-program";
import { noMargins, previewSizing, refusedSubnets } from "./sizing-pack";
import { printed, withWorkspace } from "@lambda-vpc/test-stacks/workspace";

/** Eleven addresses, which is all that a /28 has: nine sets, one mount target and one interface endpoint. */
const full: ZoneDescription = {
  sets: 9,
  mountTarget: true,
  interfaceEndpoint: true,
  natGateway: false,
  networkLoadBalancer: false,
  networkInterfaces: 0,
};
const eleven: SizingDescription = { prefixLength: 28, zones: [full, full], twins: 0 };
const twelve: SizingDescription = { ...eleven, zones: [{ ...full, sets: 10 }, full] };

function passes(result: ProcessResult): void {
  expect({ exitCode: result.exitCode, printed: result.exitCode === 0 ? "" : printed(result) }).toEqual({ exitCode: 0, printed: "" });
}

describe("a /28 a zone with nine sets, one mount target and one interface endpoint", () => {
  let results: Readonly<Record<"preview" | "margins" | "up" | "tenthPreview" | "tenthUp", ProcessResult>>;

  beforeAll(
    () =>
      withWorkspace(async ({ hosted: program }) => {
        const stack = await program("02-one-shared-configuration", () => sizingProgram(eleven));
        const preview = await previewSizing(stack, noMargins);
        const margins = await previewSizing(stack);
        const up = await stack.pulumi("up --yes --skip-preview");
        stack.edit(() => sizingProgram(twelve));
        const tenthPreview = await previewSizing(stack, noMargins);
        const tenthUp = await stack.pulumi("up --yes --skip-preview");
        results = { preview, margins, up, tenthPreview, tenthUp };
      }),
    300_000,
  );

  test("passes without margins, and is deployed", () => {
    passes(results.preview);
    expect(refusedSubnets(results.preview)).toEqual([]);
    passes(results.up);
  });

  test("is told with the default margins, subnet by subnet: what is used, at peak and free", () => {
    expect(refusedSubnets(results.margins)).toEqual(["private-a", "private-b"]);
    for (const subnet of ["private-a (10.0.0.0/28)", "private-b (10.0.1.0/28)"])
      expect(printed(results.margins)).toContain(
        `20 addresses at peak in subnet ${subnet}: 11 used (9 for combinations, 1 for interface endpoints, 1 for mount targets), 9 for changeover; 11 usable, -9 free, 3 to keep free (headroom)`,
      );
    expect(printed(results.margins)).toContain("Set cidrBlock of Subnet private-a to 10.0.0.0/27, or share security-group sets");
  });

  test("is refused with a tenth set in one zone, at that zone's subnet alone", () => {
    expect(refusedSubnets(results.tenthPreview)).toEqual(["private-a"]);
    expect(results.tenthPreview.exitCode).not.toBe(0);
    expect(printed(results.tenthPreview)).toContain("12 addresses at peak in subnet private-a");
  });

  test("fails with a tenth set at its function, for want of an address", () => {
    expect(results.tenthUp.exitCode).not.toBe(0);
    expect(printed(results.tenthUp)).toMatch(/SubnetOutOfIPAddresses[^\n]*function set-9/);
  });
});

test.each([
  { sets: "nine sets", description: eleven },
  { sets: "a tenth set in one zone", description: twelve },
])("a /27 a zone with $sets passes, and is deployed", ({ description }) =>
  withWorkspace(async ({ hosted: program }) => {
    const stack = await program("02-one-shared-configuration", () => sizingProgram({ ...description, prefixLength: 27 }));
    const preview = await previewSizing(stack, noMargins);
    passes(preview);
    expect(refusedSubnets(preview)).toEqual([]);
    passes(await stack.pulumi("up --yes --skip-preview"));
  }),
);
