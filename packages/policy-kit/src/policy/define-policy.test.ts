import type { Network } from "@lambda-vpc/model";
import { describe, expect, test } from "@jest/globals";
import { Analysis } from "./analysis";
import { integer, limit } from "../configuration/configuration";
import { type Context, definePolicy } from "./define-policy";

const list = { known: ["x"], holes: 0, candidates: [] };
const network: Network = { subnets: [], securityGroups: [], attachments: [{ consumer: "orders", subnets: list, securityGroups: list }] };

const config = {
  max: integer({ description: "Most things.", default: 5, minimum: 1 }),
  perStack: limit({ description: "Most things in all.", minimum: 0 }),
};

/** Evaluates a policy with `configuration` and shows what its check was given. */
function evaluate(configuration: Readonly<Record<string, unknown>>): { given: Context<typeof config>[]; outcome: unknown } {
  const given: Context<typeof config>[] = [];
  const policy = definePolicy({
    ...{ id: "few-things", title: "Things are few.", severity: "low", level: "mandatory", config },
    check: (context) => {
      given.push(context);
      return [];
    },
  });
  return { outcome: policy.evaluate(new Analysis(network), configuration), given };
}

describe("the check of a policy", () => {
  test("is given the network, its plan and the configuration with defaults", () => {
    const { given, outcome } = evaluate({});
    expect(given).toMatchObject([{ network, plan: { combinations: { min: 1, max: 1 } }, config: { max: 5, perStack: Infinity } }]);
    expect(outcome).toEqual({ ok: true, value: { findings: [], onUndecided: "advisory" } });
  });

  test("is given what the user configured", () => {
    const { given, outcome } = evaluate({ max: 7, perStack: 0, onUndecided: "mandatory" });
    expect(given[0]?.config).toEqual({ max: 7, perStack: 0 });
    expect(outcome).toMatchObject({ ok: true, value: { onUndecided: "mandatory" } });
  });

  test("does not run where the configuration is wrong", () => {
    const { given, outcome } = evaluate({ max: "many" });
    expect(given).toEqual([]);
    expect(outcome).toMatchObject({ ok: false, error: [{ key: "max" }] });
  });

  test("does not run where only onUndecided is wrong", () => {
    const { given, outcome } = evaluate({ onUndecided: "disabled" });
    expect(given).toEqual([]);
    expect(outcome).toMatchObject({ ok: false, error: [{ fix: expect.stringContaining('one of "advisory", "mandatory"') }] });
  });
});

test("a misspelt key that every policy takes is recognised", () => {
  const { outcome } = evaluate({ onUndecide: "mandatory" });
  expect(outcome).toMatchObject({ ok: false, error: [{ fix: expect.stringContaining('mean "onUndecided"') }] });
});

test("a policy shows its own keys and those that every policy takes", () => {
  const policy = definePolicy({ id: "p", title: "P.", severity: "low", level: "advisory", config, check: () => [] });
  expect(Object.keys(policy.config)).toEqual(["max", "perStack", "onUndecided"]);
});
