import { describe, expect, test } from "@jest/globals";
import { planEnis } from "./eni-plan";
import { attach, listWithHoles, sampleNetwork, subnetIn } from "./testing/sample-network";

describe("a function whose VPC does not show", () => {
  const network = sampleNetwork({
    subnets: [subnetIn("vpc", "a"), subnetIn("vpc", "b")],
    attachments: [attach("here", ["a", "b"], ["x"]), attach("somewhere", ["literal"], ["y"])],
  });

  test("counts in the max of a VPC that shows, and in its min not", () => {
    const [plan] = planEnis(network).vpcs;
    expect(plan).toMatchObject({ vpc: "vpc", combinations: { min: 2, likely: 2, max: 3 }, sets: { min: 1, max: 2 } });
    expect(plan?.reachable.map(({ consumer }) => consumer)).toEqual(["somewhere"]);
  });

  test("may turn out to be in a VPC that shows: the functions there count in the max of its own", () => {
    const plan = planEnis(network).vpcs[1];
    expect(plan).toMatchObject({ combinations: { min: 1, likely: 1, max: 3 }, sets: { min: 1, max: 2 } });
    expect(plan?.vpc).toBeUndefined();
    expect(plan?.reachable.map(({ consumer }) => consumer)).toEqual(["here"]);
  });

  test("leaves the stack's figure exact: what it costs is the same wherever it is", () => {
    expect(planEnis(network).combinations).toEqual({ min: 3, likely: 3, max: 3, basis: "known" });
  });
});

describe("a figure is known only if no unknown id could turn out to be in it", () => {
  const network = sampleNetwork({
    subnets: [subnetIn("vpc-1", "a"), subnetIn("vpc-2", "b")],
    attachments: [attach("shown", ["a"], ["x"]), attach("elsewhere by its dependencies", listWithHoles(1, ["b"]), ["y"])],
  });

  test("a subnet that an unknown subnet id may name is exact under assumption S only", () => {
    expect(planEnis(network).subnets[0]).toEqual({ subnet: "a", combinations: { min: 1, likely: 1, max: 1, basis: "dependencies" } });
  });

  test("a VPC that an unknown subnet id may be in is exact under assumption S only", () => {
    expect(planEnis(network).vpcs[0]).toMatchObject({
      vpc: "vpc-1",
      combinations: { max: 1, basis: "dependencies" },
      sets: { basis: "dependencies" },
    });
  });
});
