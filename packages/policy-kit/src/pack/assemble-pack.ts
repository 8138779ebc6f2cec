import { printable } from "@lambda-vpc/model";
import { checkConfiguration } from "./check-configuration";
import type { Level } from "./level";
import type { Problem } from "./problem";
import { type Configuration, type Fields, nearest, problemText } from "../configuration/configuration";
import type { Policy } from "../policy/define-policy";
import { keepDisabled } from "./keep-disabled";
import { formerIds, withPresentIds } from "../settings/former-ids";
import type { inventoryFields } from "../settings/inventory";
import { inventorySetting } from "../settings/inventory-setting";
import type { Pack, PackConfiguration } from "./policy-pack";
import type { Waiver } from "../settings/waiver";
import { waiversSetting } from "../settings/waivers-setting";

/** Options in code, by policy (`shareSecurityGroups` for `share-security-groups`): a level, or an object with a level and keys. */
export type PackOptions<P extends Pack> = CommonOptions & {
  readonly [One in P["policies"][number] as OptionName<One["id"]>]?: Level | (One extends Policy<infer F> ? PolicyOptions<F> : never);
};

/** A policy's id as a name in code. */
export type OptionName<Id extends string> = Id extends `${infer Head}-${infer Tail}` ? `${Head}${Capitalize<OptionName<Tail>>}` : Id;

export interface CommonOptions {
  /** `recommended`: the defaults of every policy. `strict`: the strict values on each policy's page. Other options override it. */
  readonly preset?: "recommended" | "strict";
  /** The level of every policy of the pack that is not named. */
  readonly all?: Level;
  readonly waivers?: readonly Waiver[];
  /** What the account holds outside the stack. */
  readonly inventory?: PolicyOptions<typeof inventoryFields>;
  /** Your own policies, which run at their own level. */
  readonly policies?: readonly Policy[];
}

/** The level and the keys of one policy, every one of them optional. */
export type PolicyOptions<F extends Fields> = { readonly level?: Level } & { readonly [K in keyof Configuration<F>]?: Configuration<F>[K] };

/** Wrong options: each mistake with the policy, the key and the fix. */
export class PackOptionsError extends Error {
  constructor(readonly problems: readonly Problem[]) {
    super(["The pack cannot be assembled:", ...problems.map((problem) => `- ${problemLine(problem)}`)].join("\n"));
    this.name = "PackOptionsError";
  }
}

/** A mistake as one printable line: `share-security-groups: Unknown key "maxx". Did you mean "max"? …`. */
export function problemLine(problem: Problem): string {
  return printable(`${problem.policy === undefined ? "" : `${problem.policy}: `}${problemText(problem)}`);
}

/**
 * Sets up a pack with a configuration. A configuration file given to the engine overrides it.
 *
 * @throws PackOptionsError when an option names no policy or a policy takes no such key or value.
 */
export function assemblePack<const P extends Pack>(pack: P, options: PackOptions<P> = {}): Pack {
  const {
    preset = "recommended",
    all,
    waivers = [],
    inventory,
    policies: own = [],
    ...named
  } = options as CommonOptions & Readonly<Record<string, unknown>>;
  const names = pack.policies.map(({ id }) => optionName(id));
  const strangers = Object.keys(named).filter((name) => !names.includes(name));
  const configuration: PackConfiguration = {
    ...(all === undefined ? {} : { all }),
    ...Object.fromEntries(
      pack.policies.flatMap((policy) => {
        const set = { ...(preset === "strict" ? strictOptions(policy, all) : {}), ...optionsOf(named[optionName(policy.id)]) };
        return Object.keys(set).length === 0 ? [] : [[policy.id, inFileForm(set)]];
      }),
    ),
    // `all` is about the pack's policies: your own policies keep their level.
    ...(all === undefined ? {} : Object.fromEntries(own.map(({ id, level }) => [id, { enforcementLevel: level }]))),
    ...(inventory === undefined ? {} : { [inventorySetting.id]: { enforcementLevel: inventorySetting.level, ...inventory } }),
    ...(waivers.length === 0 ? {} : { [waiversSetting.id]: { enforcementLevel: waiversSetting.level, entries: waivers } }),
  };
  const policies = [...pack.policies, ...own];
  const assembled: Pack = {
    ...pack,
    policies,
    configuration: keepDisabled({ ...pack, policies, configuration: {} }, configuration) as PackConfiguration,
  };
  const problems = [
    ...strangers.map((policy) => ({ policy, problem: "Unknown option", fix: nearest(policy, [...commonOptions, ...names]) })),
    ...duplicates(assembled.policies).map((policy) => ({
      policy,
      problem: "Two policies have this id",
      fix: "Give your policy another id",
    })),
    // Waivers expire, and policies are renamed, while a pack is in use: a preview reports that, and it never stops the pack.
    ...checkConfiguration(assembled, withPresentIds(formerIds(assembled.policies), configuration).file, "0000-00-00"),
  ];
  if (problems.length > 0) throw new PackOptionsError(problems);
  return assembled;
}

function optionName(id: string): string {
  return id.replaceAll(/-(.)/g, (_, letter: string) => letter.toUpperCase());
}

const commonOptions = ["preset", "all", "waivers", "inventory", "policies"] as const satisfies readonly (keyof CommonOptions)[];

/** A preset keeps the level that the user sets for all policies. */
function strictOptions({ strict }: Policy, all: Level | undefined): Readonly<Record<string, unknown>> {
  return { ...(strict?.level === undefined || all !== undefined ? {} : { level: strict.level }), ...strict?.config };
}

function optionsOf(given: unknown): Readonly<Record<string, unknown>> {
  return typeof given === "object" && given !== null ? { ...given } : given === undefined ? {} : { level: given };
}

function inFileForm({ level, ...keys }: Readonly<Record<string, unknown>>): PackConfiguration[string] {
  return { ...(level === undefined ? {} : { enforcementLevel: level as Level }), ...keys };
}

function duplicates(policies: readonly Policy[]): readonly string[] {
  const ids = policies.map(({ id }) => id);
  return [...new Set(ids.filter((id, index) => ids.indexOf(id) !== index))];
}
