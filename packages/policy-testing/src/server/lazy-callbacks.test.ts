import { afterAll, beforeAll, expect, jest, test } from "@jest/globals";
import { packArguments, type Policy } from "@lambda-vpc/policy-kit";
import * as sdk from "@pulumi/policy/version";
import { checkAsyncLaw } from "@lambda-vpc/property-testing";
import fc from "fast-check";
import type { Configured, PolicyDiagnostic } from "./analyzer-client";
import { TEST_DAY } from "../judgement/run-policy";
import { type PackServer, startPackServer } from "./policy-server";
import { previewOf } from "../program/stack";
import { checking, clean, fewSets, undecided, violating } from "../testing/few-sets";

const { version } = sdk as { readonly version?: string };

const failing = checking(() => {
  throw new Error("a bug");
});
const policies: readonly Policy[] = [
  ...["first", "second", "third", "fourth"].map((id): Policy => ({ ...fewSets, id })),
  { ...failing, id: "failing" },
];

/** The same pack twice: every policy called with everything, and only when it must be. */
let plain: PackServer;
let lazy: PackServer;

beforeAll(async () => {
  const pack = { name: "pack", description: "A pack.", policies };
  plain = await startPackServer(
    "plain",
    packArguments(pack, () => TEST_DAY),
  );
  lazy = await startPackServer(
    "lazy",
    packArguments(pack, () => TEST_DAY, { sdkVersion: version ?? "" }),
  );
});

afterAll(() => {
  plain.stop();
  lazy.stop();
});

const level = fc.constantFrom<Configured["level"]>("advisory", "mandatory", "disabled");

function configured(properties: fc.Arbitrary<Configured["properties"]>): fc.Arbitrary<Configured> {
  return fc.record({ level, properties });
}

const ofPolicy = fc.record(
  { maxSets: fc.constantFrom(1, 2, "wrong"), onUndecided: fc.constantFrom("advisory", "mandatory") },
  { requiredKeys: [] },
);
const waiver = fc.record({
  policy: fc.constantFrom("first", "third", "nobody"),
  subject: fc.constantFrom("*", "urn:*::main", "elsewhere"),
  reason: fc.constant("moving"),
  expires: fc.constantFrom("2026-01-14", "2026-12-31"),
});
const settings = {
  assumptions: fc.constantFrom({}, { growth: -1 }),
  inventory: fc.constantFrom({}, { combinations: "wrong" }),
  waivers: fc.array(waiver, { maxLength: 2 }).map((entries) => ({ entries })),
};
const configuration = fc
  .tuple(
    ...policies.map(({ id }) => fc.tuple(fc.constant(id), configured(ofPolicy))),
    ...Object.entries(settings).map(([id, properties]) => fc.tuple(fc.constant(id), configured(properties))),
  )
  .map((entries): ReadonlyMap<string, Configured> => new Map(entries));

/** What an engine does in one run: resources are validated, or the stack alone is. */
const run = fc.record({
  configuration,
  stack: fc.constantFrom(clean.stack, violating.stack, undecided.stack),
  resources: fc.constantFrom("in turn", "at once", "not at all"),
});

type Run = typeof run extends fc.Arbitrary<infer R> ? R : never;

async function diagnosticsFrom({ calls }: PackServer, { configuration, stack, resources }: Run): Promise<readonly PolicyDiagnostic[]> {
  const view = previewOf(stack);
  await calls.configure(configuration);
  return [...(resources === "not at all" ? [] : await calls.analyze(view, resources)), ...(await calls.analyzeStack(view))];
}

jest.setTimeout(120_000);

test("whatever is enabled, a pack whose policies are called only when they must be reports all the same", async () => {
  let total = 0;
  await checkAsyncLaw(
    { "something is reported": 50 },
    [fc.array(run, { minLength: 1, maxLength: 3 })],
    async (runs, met) => {
      for (const one of runs) {
        const expected = await diagnosticsFrom(plain, one);
        expect(await diagnosticsFrom(lazy, one)).toEqual(expected);
        met("something is reported", expected.length > 0);
        total += expected.length;
      }
    },
    { numRuns: 40 },
  );
  expect(total).toBeGreaterThan(100);
});
