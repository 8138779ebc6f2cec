import { describe, expect, test } from "@jest/globals";
import { exactly } from "../count/count";
import { planEnis } from "./eni-plan";
import { resolveNetwork } from "./resolved-network";
import { sampleGroups } from "../testing/samples/sample-groups";
import { attach, groupIn, listWithHoles, sampleNetwork, subnetIn, unknownList } from "../testing/samples/sample-network";
import { to } from "../testing/samples/sample-rule";

describe("twelve functions with a group each, all with equal rules, over three subnets", () => {
  const names = Array.from({ length: 12 }, (_, index) => `${index + 10}`);
  const network = sampleNetwork({
    subnets: ["a", "b", "c"].map((key) => subnetIn("vpc", key)),
    securityGroups: sampleGroups(Object.fromEntries(names.map((name) => [`group-${name}`, [to("0.0.0.0/0")]]))),
    attachments: names.map((name) => attach(`function-${name}`, ["a", "b", "c"], [`group-${name}`])),
  });
  const [plan] = planEnis(resolveNetwork(network)).vpcs;

  test("hold 36 combinations, twelve a subnet", () => {
    expect(planEnis(resolveNetwork(network)).combinations).toEqual(exactly(36));
    expect(planEnis(resolveNetwork(network)).subnets.map(({ combinations }) => combinations)).toEqual([
      exactly(12),
      exactly(12),
      exactly(12),
    ]);
  });

  test("would save 33 by sharing one set, all of them without widening access", () => {
    expect(plan).toMatchObject({ sets: exactly(12), savedBySharing: exactly(33), avoidable: exactly(33) });
  });

  test("merge into the first group", () => {
    expect(plan?.merges).toEqual([
      {
        keep: ["group-10"],
        replace: names.slice(1).map((name) => [`group-${name}`]),
        consumers: names.map((name) => `function-${name}`),
        movers: names.slice(1).map((name) => `function-${name}`),
        saved: exactly(33),
      },
    ]);
  });
});

describe("an awsx VPC, of whose four subnets privateSubnetIds may be any", () => {
  const privateSubnetIds = unknownList("private-1", "private-2", "public-1", "public-2");
  const network = sampleNetwork({
    subnets: ["private-1", "private-2", "public-1", "public-2"].map((key) => ({
      ...subnetIn("vpc", key),
      public: key.startsWith("public"),
    })),
    securityGroups: [groupIn("vpc", "x"), groupIn("vpc", "y")],
    attachments: [attach("f", privateSubnetIds, ["x"]), attach("g", privateSubnetIds, ["x"]), attach("h", privateSubnetIds, ["y"])],
  });
  const plan = planEnis(resolveNetwork(network));

  test("holds {2, 4, 8} combinations of two functions on x and one on y", () => {
    expect(plan.combinations).toEqual({ min: 2, likely: 4, max: 8, basis: "dependencies" });
    expect(plan.vpcs).toMatchObject([{ vpc: "vpc", combinations: { min: 2, likely: 4, max: 8 } }]);
  });

  test("has exactly two sets, so that a rule about sets is decided", () => {
    expect(plan.vpcs[0]?.sets).toEqual(exactly(2, "dependencies"));
  });

  test("likely holds nothing in its public subnets", () => {
    expect(plan.subnets.map(({ subnet, combinations: { min, likely, max } }) => [subnet, min, likely, max])).toEqual([
      ["private-1", 0, 2, 2],
      ["private-2", 0, 2, 2],
      ["public-1", 0, 0, 2],
      ["public-2", 0, 0, 2],
    ]);
  });
});

describe("a function that is unplaced", () => {
  const network = sampleNetwork({
    subnets: [subnetIn("vpc-1", "a"), subnetIn("vpc-2", "z")],
    attachments: [attach("f", ["a"], ["x"]), attach("g", ["z"], ["y"]), attach("lost", listWithHoles(1, ["a", "z"]), ["w"])],
  });
  const plan = planEnis(resolveNetwork(network));

  test("counts in the max of every VPC and subnet that it could reach, and in no min", () => {
    const bounds = [...plan.vpcs, ...plan.subnets].map(({ combinations: { min, max } }) => [min, max]);
    expect(bounds).toEqual(Array(4).fill([1, 2]));
    expect(plan.unplaced.map(({ consumer }) => consumer)).toEqual(["lost"]);
  });

  test("counts once in the stack, whose bounds are not those of its VPCs added up", () => {
    expect(plan.combinations).toEqual(exactly(3, "dependencies"));
  });
});

test("merges come with the greatest saving first", () => {
  const network = sampleNetwork({
    subnets: ["a", "b"].map((key) => subnetIn("vpc", key)),
    securityGroups: sampleGroups({ g: [], h: [], x: [to("10.0.0.0/8")], y: [to("10.0.0.0/8")] }),
    attachments: [attach("1", ["a"], ["g"]), attach("2", ["a"], ["h"]), attach("3", ["a", "b"], ["x"]), attach("4", ["b", "a"], ["y"])],
  });
  const [plan] = planEnis(resolveNetwork(network)).vpcs;
  expect(plan?.merges.map(({ keep, saved }) => [keep, saved])).toEqual([
    [["x"], exactly(2)],
    [["g"], exactly(1)],
  ]);
  expect(plan?.avoidable).toEqual(exactly(3));
});

test("functions that publish a version are listed", () => {
  const attachments = ["g", "f", "e"].map((name) => ({ ...attach(name, ["a"], ["x"]), publishes: name !== "e" }));
  expect(planEnis(resolveNetwork(sampleNetwork({ attachments }))).publishing).toEqual(["f", "g"]);
});

test("merges of groups whose rules do not all show save nothing for certain", () => {
  const unknown = { ok: false, error: "a port is unknown" } as const;
  const network = sampleNetwork({
    subnets: [subnetIn("vpc", "a")],
    securityGroups: sampleGroups({ g: [], h: [] }).map((group) => ({ ...group, outbound: unknown })),
    attachments: [attach("1", ["a"], ["g"]), attach("2", ["a"], ["h"])],
  });
  expect(planEnis(resolveNetwork(network)).vpcs).toMatchObject([
    {
      merges: [],
      perhapsMerges: [
        {
          keep: ["g"],
          replace: [["h"]],
          concealed: [["g"], ["h"]],
          consumers: ["1", "2"],
          saved: { min: 0, likely: 0, max: 1, basis: "known" },
        },
      ],
    },
  ]);
});

test("an empty network has an empty plan", () => {
  expect(planEnis(resolveNetwork(sampleNetwork({})))).toEqual({
    combinations: exactly(0),
    marginal: exactly(0),
    attachments: [],
    vpcs: [],
    subnets: [],
    unplaced: [],
    connectors: exactly(0),
    publishing: [],
    causes: { combinations: new Map(), sets: new Map() },
  });
});

describe("a function whose VPC does not show", () => {
  const network = sampleNetwork({
    subnets: [subnetIn("vpc", "a"), subnetIn("vpc", "b")],
    attachments: [attach("here", ["a", "b"], ["x"]), attach("somewhere", ["literal"], ["y"])],
  });

  test("counts in the max of a VPC that shows, and in its min not", () => {
    const [plan] = planEnis(resolveNetwork(network)).vpcs;
    expect(plan).toMatchObject({ vpc: "vpc", combinations: { min: 2, likely: 2, max: 3 }, sets: { min: 1, max: 2 } });
    expect(plan?.reachable.map(({ consumer }) => consumer)).toEqual(["somewhere"]);
  });

  test("may turn out to be in a VPC that shows: the functions there count in the max of its own", () => {
    const plan = planEnis(resolveNetwork(network)).vpcs[1];
    expect(plan).toMatchObject({ combinations: { min: 1, likely: 1, max: 3 }, sets: { min: 1, max: 2 } });
    expect(plan?.vpc).toBeUndefined();
    expect(plan?.reachable.map(({ consumer }) => consumer)).toEqual(["here"]);
  });

  test("is named as a cause where it may be, and so are those that it may join", () => {
    const causes = (parts: typeof network) =>
      planEnis(resolveNetwork(parts)).vpcs.map((plan) => plan.causes.combinations.get("vpc-unknown") ?? []);
    expect(causes(network)).toEqual([["somewhere"], ["here", "somewhere"]]);
    expect(causes({ ...network, attachments: network.attachments.slice(1) })).toEqual([[]]);
  });

  test("leaves the stack's figure exact: what it costs is the same wherever it is", () => {
    expect(planEnis(resolveNetwork(network)).combinations).toEqual({ min: 3, likely: 3, max: 3, basis: "known" });
  });
});

describe("a figure is known only if no unknown id could turn out to be in it", () => {
  const network = sampleNetwork({
    subnets: [subnetIn("vpc-1", "a"), subnetIn("vpc-2", "b")],
    attachments: [attach("shown", ["a"], ["x"]), attach("elsewhere by its dependencies", listWithHoles(1, ["b"]), ["y"])],
  });

  test("a subnet that an unknown subnet id may name is exact under assumption S only", () => {
    expect(planEnis(resolveNetwork(network)).subnets[0]).toMatchObject({ subnet: "a", combinations: exactly(1, "dependencies") });
  });

  test("a VPC that an unknown subnet id may be in is exact under assumption S only", () => {
    expect(planEnis(resolveNetwork(network)).vpcs[0]).toMatchObject({
      vpc: "vpc-1",
      combinations: { max: 1, basis: "dependencies" },
      sets: { basis: "dependencies" },
    });
  });
});

describe("functions of which none shows its VPC", () => {
  const unknown = { known: [], holes: "unknown", candidates: [] } as const;
  const { vpcs } = planEnis(
    resolveNetwork(sampleNetwork({ attachments: ["1", "2", "3"].map((name) => attach(name, unknown, [`group-${name}`])) })),
  );

  test("may be in one VPC together: it surely holds nothing and perhaps all of them", () => {
    expect(vpcs).toMatchObject([{ attachments: [], combinations: { min: 0, max: 48 }, sets: { min: 0, max: 3 } }]);
    expect(vpcs[0]?.reachable).toHaveLength(3);
  });
});
