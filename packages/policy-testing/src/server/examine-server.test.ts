import { byHand } from "@lambda-vpc/policy-kit";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { examineServer } from "./examine-server";
import { type PolicyServer, startPolicyServer } from "./policy-server";
import { previewOf } from "../program/stack";
import { checking, clean, fewSets, undecided, violating } from "../testing/few-sets";

describe("rows through the policy server", () => {
  test("say the same of an honest policy, whatever the rows' configurations", async () => {
    const rows = [
      violating,
      { ...violating, config: { maxSets: 2 } },
      undecided,
      { ...undecided, config: { onUndecided: "mandatory" } },
      clean,
    ];
    expect(await examineServer(fewSets, rows)).toEqual([]);
  });

  test("find out a policy that remembers the stack before", async () => {
    let before = 0;
    const remembering = checking(({ subnets: [{ vpc = "" } = { vpc: "" }], attachments }) => {
      const what = `${before} functions in the stack before`;
      before = attachments.length;
      return [
        { verdict: "violation", subject: vpc, what, why: "they cost", fix: byHand("forget them", "only people know"), basis: "known" },
      ];
    });
    expect(await examineServer(remembering, [violating])).toEqual([
      expect.stringMatching(/^Through the policy server, "two sets: too many": it finds \n.*2 functions in the stack before/s),
    ]);
  });
});

describe("the policy server", () => {
  let server: PolicyServer;
  beforeAll(async () => {
    server = await startPolicyServer(fewSets);
  });
  afterAll(() => server.stop());

  test("tells what the engine is told: message, subject and level", async () => {
    expect(await server.run(previewOf(violating.stack), {})).toMatchObject([
      { level: "mandatory", about: expect.stringMatching(/::main$/) },
    ]);
    expect(await server.run(previewOf(undecided.stack), {})).toMatchObject([{ verdict: "undecided", level: "advisory" }]);
  });

  test("starts as often as it is asked to, and answers nothing once it is stopped", async () => {
    const another = await startPolicyServer(fewSets);
    expect(await another.run(previewOf(clean.stack), {})).toEqual([]);
    another.stop();
    await expect(another.run(previewOf(clean.stack), {})).rejects.toThrow();
  });
});
