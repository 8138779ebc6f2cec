import { describe, expect, test } from "@jest/globals";
import { byHand } from "../fix/fix";
import { integer } from "../configuration/configuration";
import { definePolicy } from "../policy/define-policy";
import type { Waiver } from "../settings/waiver";
import type { ReportingLevels } from "./configured-levels";
import { packArguments } from "./policy-pack";

/** Functions of a stack are few: a policy that a further function breaks. */
const fewFunctions = definePolicy({
  ...{ id: "few-functions", title: "Functions are few.", severity: "low", level: "mandatory", monotone: true },
  config: { max: integer({ description: "Most functions.", default: 2, minimum: 0 }) },
  check: ({ network: { attachments }, config: { max } }) =>
    attachments.length <= max
      ? []
      : [
          {
            ...{ verdict: "violation", subject: attachments[0]?.consumer ?? "", about: ["stack"], kind: "all" },
            measure: {
              count: { min: attachments.length, likely: 3, max: attachments.length, basis: "known" },
              noun: "function",
              atMost: 2,
            },
            ...{ what: "in the stack.", why: "They cost.", fix: byHand("have fewer", "only people know"), basis: "known" },
          },
        ],
});
const nothing = definePolicy({
  ...{ id: "nothing", title: "Nothing.", severity: "low", level: "advisory", config: {}, check: () => [] },
});

const settings = ["assumptions", "inventory", "waivers"];
const mandatory: ReportingLevels = new Map([
  ["nothing", "advisory"],
  ["few-functions", "mandatory"],
  ...settings.map((id) => [id, "advisory"] as const),
]);

interface Served {
  readonly name: string;
  readonly validateResource?: (resource: object, report: (told: { readonly message: string }) => void) => void;
}

interface Run {
  readonly levels?: ReportingLevels;
  readonly updating?: boolean;
  readonly waivers?: readonly Waiver[];
  readonly sdkVersion?: string;
  readonly max?: number;
  /** Whether a function is the first resource: then no setting is configured yet. */
  readonly withoutStack?: boolean;
}

/** What a pack reports of each function of these names, in their order, as the SDK's server calls it. */
function refusedOf(
  names: readonly string[],
  { levels = mandatory, updating = true, waivers = [], sdkVersion = "", max = 2, withoutStack }: Run = {},
) {
  const pack = {
    name: "pack",
    description: "A pack.",
    policies: withoutStack === true ? [fewFunctions, nothing] : [nothing, fewFunctions],
  };
  const { policies } = packArguments(pack, () => "2026-11-24", { levels: () => levels, updating, sdkVersion });
  const served = policies as unknown as readonly Served[];
  const validate = (type: string, name: string, props: object): readonly string[] => {
    const told: string[] = [];
    for (const one of served) {
      const getConfig = (): object => (one.name === "waivers" ? { entries: waivers } : one.name === "few-functions" ? { max } : {});
      const resource = { urn: `urn:pulumi:dev::shop::${type}::${name}`, type, name, props, provider: { urn: "urn:p" }, getConfig };
      one.validateResource?.(resource, ({ message }) => told.push(`${one.name}: ${message}`));
    }
    return told;
  };
  if (withoutStack !== true) validate("pulumi:pulumi:Stack", "shop-dev", {});
  return names.map((name) => {
    const [plain = "", group = plain] = name.split("@");
    return validate("aws:lambda/function:Function", plain, { vpcConfig: { subnetIds: ["subnet-1"], securityGroupIds: [`sg-${group}`] } });
  });
}

const REFUSED = ["few-functions: c is refused: 3 functions in the stack.\nwhy: They cost.\nfix: Have fewer. By hand: only people know."];

describe.each(["", "1.21.0"])("in an update, with version %j of the SDK,", (sdkVersion) => {
  test("the first function that breaks a mandatory policy is refused", () =>
    expect(refusedOf(["a", "b", "c"], { sdkVersion })).toEqual([[], [], REFUSED]));

  test("every function that breaks it is refused, and none of them counts", () => {
    const [, , third, fourth] = refusedOf(["a", "b", "c", "d"], { sdkVersion });
    expect([third?.length, fourth]).toEqual([1, [REFUSED[0]?.replace("c is", "d is")]]);
  });

  test("a function that is validated again counts once", () =>
    expect(refusedOf(["a@1", "b", "a@2", "b@3"], { sdkVersion })).toEqual([[], [], [], []]));
});

describe("nothing is refused", () => {
  const waiver: Waiver = { policy: "few-functions", pattern: "*::elsewhere", reason: "moving", expires: "2026-12-31" };
  const rows: readonly (Run & { readonly sentence: string })[] = [
    { sentence: "at a preview", updating: false },
    { sentence: "at the level advisory", levels: new Map([...mandatory, ["few-functions", "advisory"]]) },
    { sentence: "if the levels are unknown", levels: new Map() },
    { sentence: "by a disabled policy", levels: new Map([...mandatory].filter(([id]) => id !== "few-functions")) },
    { sentence: "that a waiver may accept, whatever it names", waivers: [waiver] },
    { sentence: "that a waiver accepts up to this number", waivers: [{ ...waiver, found: 3, kind: "all" }] },
  ];
  test.each(rows)("$sentence", ({ sentence, ...run }) =>
    expect([sentence, ...refusedOf(["a", "b", "c"], run)]).toEqual([sentence, [], [], []]),
  );

  const inForce: readonly (Run & { readonly sentence: string })[] = [
    { sentence: "expired", waivers: [{ ...waiver, expires: "2026-11-23" }] },
    { sentence: "accepts less", waivers: [{ ...waiver, found: 2 }] },
    { sentence: "is of another policy", waivers: [{ ...waiver, policy: "nothing" }] },
    { sentence: "is of another kind", waivers: [{ ...waiver, kind: "some" }] },
    { sentence: "is of another stack", waivers: [{ ...waiver, stacks: ["shop/prod"] }] },
  ];
  test.each(inForce)("but a waiver that $sentence changes nothing", ({ sentence, ...run }) =>
    expect([sentence, ...refusedOf(["a", "b", "c"], run)]).toEqual([sentence, [], [], REFUSED]),
  );

  test("before every setting is configured: a waiver may come", () => {
    expect(refusedOf(["a"], { max: 0 })).toEqual([[expect.stringContaining("a is refused: 1 function")]]);
    expect(refusedOf(["a"], { max: 0, withoutStack: true })).toEqual([[]]);
  });
});
