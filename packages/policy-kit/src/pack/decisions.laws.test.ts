import { byHand } from "../fix/fix";
import { expect, jest, test } from "@jest/globals";
import { checkLaw } from "@lambda-vpc/property-testing";
import fc from "fast-check";
import { integer } from "../configuration/configuration";
import type { Finding } from "../findings/finding";
import { parseReport } from "../findings/report-text";
import type { Report } from "../findings/report";
import { Analysis } from "../policy/analysis";
import { definePolicy, type Policy } from "../policy/define-policy";
import { reportPolicy } from "../policy/report-policy";
import { assumptionsSetting } from "../settings/assumptions-setting";
import { inventorySetting } from "../settings/inventory-setting";
import { tolerates } from "../settings/tolerance";
import type { Waivable, Waiver } from "../settings/waiver";
import { reviewWaivers } from "../settings/review-waivers";
import { waiversSetting } from "../settings/waivers-setting";
import { packArguments } from "./policy-pack";
import { readNetwork, readPolicyResources, SeenInputs } from "@lambda-vpc/sources";

const sdk = jest.requireActual<{ version: string }>("@pulumi/policy/version");
const TODAY = "2026-01-15";

const props = { vpcConfig: { subnetIds: ["subnet-1"], securityGroupIds: ["sg-1"] } };
const resources = ["orders", "users"].map((name) => ({
  ...{ urn: `urn:pulumi:dev::shop::aws:lambda/function:Function::${name}`, type: "aws:lambda/function:Function" },
  ...{ props, propertyDependencies: {} },
}));

/** Finds each function that is past `max` in the stack; it throws if `fails(max)`. */
function policyCalled(id: string): Policy {
  const config = { max: integer({ description: "Most functions.", default: 0, minimum: 0 }) };
  return definePolicy({
    ...{ id, title: "Functions are few.", severity: "low", level: "advisory", config },
    check: ({ network, config: { max } }) => {
      if (fails(max)) throw new Error("a bug");
      return network.attachments.slice(max).map(({ consumer: subject }): Finding => {
        return {
          verdict: "violation",
          subject,
          what: "is one too many",
          why: "they cost",
          fix: byHand("have fewer", "only people know"),
          basis: "known",
        };
      });
    },
  });
}

function fails(max = 0): boolean {
  return max > 2;
}

const policies = ["first", "second", "third"].map(policyCalled);
const ids = [...policies.map(({ id }) => id), ...[assumptionsSetting, inventorySetting, waiversSetting].map(({ id }) => id)];

interface Situation {
  readonly enabled: readonly string[];
  readonly max: Readonly<Record<string, number>>;
  readonly waivers: readonly Waiver[];
  /** What is looked up before each call of the engine. */
  readonly lookUps: readonly string[];
}

/** Half of them make a policy fail. */
const most = fc.constantFrom(0, 1, 2, 3, 4, 5);

const situation: fc.Arbitrary<Situation> = fc.record({
  enabled: fc.oneof(fc.subarray(ids), fc.subarray(ids, { minLength: ids.length - 1 })),
  max: fc.record({ first: most, second: most, third: most }),
  waivers: fc.array(
    fc.record({
      policy: fc.constantFrom("first", "third", "nobody"),
      pattern: fc.constantFrom("*", "*::orders", "elsewhere"),
      ...{ reason: fc.constant("moving"), expires: fc.constantFrom("2026-01-14", "2026-12-31") },
    }),
    { maxLength: 3 },
  ),
  lookUps: fc.array(fc.constantFrom(...ids), { maxLength: 8 }),
});

function configurationOf(id: string, { max, waivers }: Situation): object {
  return id === waiversSetting.id ? { entries: waivers } : id in max ? { max: max[id] } : {};
}

type Told = readonly (readonly [id: string, message: string])[];

/** As much of a policy as the SDK calls. */
interface Callbacks {
  readonly name: string;
  readonly validateResource?: (resource: object) => void;
  readonly validateStack?: (stack: object, report: (told: { readonly message: string }) => void) => void;
}

/** What a pack reports that is called as the SDK's server calls it, which looks for each callback right before. */
function reportedBy(version: string, given: Situation): Told {
  const { policies: served } = packArguments({ name: "pack", description: "A pack.", policies }, () => TODAY, { sdkVersion: version });
  const all = served as unknown as readonly Callbacks[];
  const called = (one: Callbacks): object => ({ getConfig: () => configurationOf(one.name, given) });
  const lookUp = (): void => {
    for (const id of given.lookUps) {
      const one = all.find(({ name }) => name === id);
      const [first, again] = [one, one].map((found) => [found?.validateResource, found?.validateStack]);
      if (first?.some((callback, index) => callback !== again?.[index])) throw new Error(`looking ${id} up twice gives two callbacks`);
    }
  };
  for (const resource of resources)
    for (const one of all) {
      if (!given.enabled.includes(one.name)) continue;
      lookUp();
      one.validateResource?.({ ...resource, ...called(one) });
    }
  const told: [string, string][] = [];
  for (const one of all) {
    if (!given.enabled.includes(one.name)) continue;
    lookUp();
    one.validateStack?.({ resources, ...called(one) }, ({ message }) => told.push([one.name, message]));
  }
  return told;
}

/** The same, decided by no pack: one policy after the other, waivers last. */
function decidedApart(given: Situation): Told {
  const seen = new SeenInputs();
  for (const resource of resources) seen.see(resource);
  const analysis = new Analysis(readNetwork(readPolicyResources(resources, seen), undefined));
  const stack = "shop/dev";
  const findings: Waivable[] = [];
  const waivers = given.enabled.includes(waiversSetting.id) ? given.waivers : [];
  const told = policies
    .filter(({ id }) => given.enabled.includes(id))
    .flatMap((policy): Told => {
      if (fails(given.max[policy.id])) return [[policy.id, "a fault"]];
      const tolerated = (finding: Finding): boolean => {
        findings.push({ policy: policy.id, finding, stack });
        return waivers.some((waiver) => tolerates(waiver, { policy: policy.id, finding, stack }, TODAY));
      };
      return pairs(policy.id, reportPolicy(policy, analysis, { max: given.max[policy.id] }, { tolerated }));
    });
  const analysed = { policies: new Set(given.enabled.filter((id) => !fails(given.max[id]))), findings, today: TODAY, stack };
  return [...told, ...pairs(waiversSetting.id, reviewWaivers(waivers, analysed, { names: policies.map(({ id }) => id) }))];
}

function pairs(id: string, reports: readonly Report[]): Told {
  return reports.map(({ message }) => [id, message]);
}

test.each([
  { sentence: "called for everything", version: "" },
  { sentence: "called only when they must be", version: sdk.version },
])(
  "whatever is enabled and looked up, policies that are $sentence report what they decide alone, and waivers are reviewed last",
  ({ version }) => {
    checkLaw(
      { "a policy reports": 30, "a waiver is reviewed": 5, "a waiver is of a policy that fails": 5, "something is looked up": 50 },
      [situation],
      (given, met) => {
        const reported = reportedBy(version, given).map(([id, message]) => [
          id,
          parseReport(message).kind === "internal-error" ? "a fault" : message,
        ]);
        met(
          "a policy reports",
          reported.some(([id]) => id !== waiversSetting.id),
        );
        met(
          "a waiver is reviewed",
          reported.some(([id]) => id === waiversSetting.id),
        );
        met(
          "a waiver is of a policy that fails",
          given.enabled.includes(waiversSetting.id) &&
            given.waivers.some(({ policy }) => given.enabled.includes(policy) && fails(given.max[policy])),
        );
        met("something is looked up", given.lookUps.length > 0);
        expect(reported).toEqual(decidedApart(given));
      },
      { numRuns: 300 },
    );
  },
);
