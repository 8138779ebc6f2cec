import { describe, expect, test } from "@jest/globals";
import { planEnis } from "./eni-plan";
import { resolveNetwork } from "./resolved-network";
import { attach, sampleNetwork, subnetIn, unknownList } from "../testing/samples/sample-network";

describe("keys that may be the same thing", () => {
  const network = {
    ...sampleNetwork({ subnets: [subnetIn("vpc", "a")], attachments: [attach("1", ["a"], ["default"]), attach("2", ["a"], ["sg-1"])] }),
    aliases: [["default", "sg-1"]],
  };

  test("are one in a min and distinct in a max", () => {
    const { combinations, vpcs, subnets } = planEnis(resolveNetwork(network));
    expect(combinations).toMatchObject({ min: 1, max: 2 });
    expect(vpcs).toMatchObject([{ combinations: { min: 1, max: 2 }, sets: { min: 1, max: 2 } }]);
    expect(subnets).toMatchObject([{ subnet: "a", combinations: { min: 1, max: 2 } }]);
  });

  test("that are subnets may carry what the other carries", () => {
    const subnets = {
      ...sampleNetwork({ attachments: [attach("1", ["adopted"], ["x"]), attach("2", ["subnet-1"], ["y"])] }),
      aliases: [["adopted", "subnet-1"]],
    };
    expect(planEnis(resolveNetwork(subnets)).subnets).toMatchObject([
      { subnet: "adopted", combinations: { min: 1, max: 2 } },
      { subnet: "subnet-1", combinations: { min: 1, max: 2 } },
    ]);
  });

  test("make an attachment that names both ask for one at least", () => {
    const both = { ...sampleNetwork({ attachments: [attach("1", ["adopted", "subnet-1"], ["x"])] }), aliases: [["adopted", "subnet-1"]] };
    expect(planEnis(resolveNetwork(both)).combinations).toMatchObject({ min: 1, max: 2 });
  });
});

describe("a network with keys that may be the same thing", () => {
  const leastOf = (subnets: Parameters<typeof attach>[1]) => {
    const network = sampleNetwork({ attachments: [attach("1", subnets, ["x"])], aliases: [["adopted", "subnet-1"]] });
    return planEnis(resolveNetwork(network)).combinations.min;
  };

  test("counts what cannot be the same apart", () => {
    expect(leastOf(["adopted", "subnet-1", "c"])).toBe(2);
  });

  test("counts lists of other keys as ever", () => {
    expect(leastOf(unknownList("a", "b"))).toBe(1);
  });
});

describe("functions of several providers", () => {
  const twice = (left: string, right: string): ReturnType<typeof planEnis> =>
    planEnis(
      resolveNetwork(
        sampleNetwork({
          attachments: [
            { ...attach("1", ["a"], ["x"]), scope: left },
            { ...attach("2", ["a"], ["x"]), scope: right },
          ],
        }),
      ),
    );

  test("may be of one account or of two, and only within one they share", () => {
    expect(twice("p", "q").combinations).toMatchObject({ min: 1, max: 2 });
  });

  test("share where the provider is the same", () => {
    expect(twice("p", "p").combinations).toMatchObject({ min: 1, max: 1 });
  });
});
