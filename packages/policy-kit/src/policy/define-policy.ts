import {
  type Assumptions,
  type EniPlan,
  failure,
  type FunctionProfile,
  type Network,
  type ResolvedNetwork,
  type Result,
  type SubnetBudget,
  success,
} from "@lambda-vpc/model";
import type { Analysis } from "./analysis";
import { type Configuration, type Fields, type KeyProblem, oneOf, readConfiguration } from "../configuration/configuration";
import type { Finding } from "../findings/finding";
import type { Remediation } from "./remediation";

/** What an author writes: data first, then one pure function from the plan to findings. Everything else follows from the data. */
export interface PolicyDefinition<F extends Fields, Id extends string = string> extends PolicyData<Id> {
  readonly config: F;
  /** Pure: order of the network never matters, and it is called only for a network that the policy `concerns`. */
  readonly check: (context: Context<F>) => readonly Finding[];
}

/** The data of a policy, available without running it. */
export interface PolicyData<Id extends string = string> {
  /** Kebab-case; what users write in a pack's configuration. */
  readonly id: Id;
  /** Its ids in earlier versions. Configurations and waivers under these ids still apply, and are reported. */
  readonly formerly?: readonly string[];
  /** It works until the next major version removes it. Its page names the replacement. */
  readonly deprecated?: true;
  /** The rule as one short sentence. */
  readonly title: string;
  readonly severity: "low" | "medium" | "high" | "critical";
  /** The level if the user sets none; `disabled` for a policy that users must choose. */
  readonly level: "advisory" | "mandatory" | "disabled";
  /**
   * Set if added resources never remove a violation. At the level mandatory, an update then refuses the first resource that breaks the rule before it
   * creates it (docs/decisions/0024-refuse-before-creation.md). `for` states for what: an update knows the ids of subnets and groups, and nothing else of them.
   */
  readonly monotone?: true | { readonly for: string };
  /** Whether a stack matters to the policy. By default, a stack with functions in a VPC does. */
  readonly concerns?: (network: Network) => boolean;
  /** What the preset `strict` sets beyond the defaults. */
  readonly strict?: { readonly level?: "mandatory"; readonly config?: Readonly<Record<string, unknown>> };
}

/** What a policy decides from. */
export interface Context<F extends Fields> {
  readonly network: Network;
  /** The network with its lists read as sets and its functions placed in VPCs. */
  readonly resolved: ResolvedNetwork;
  readonly plan: EniPlan;
  /** The name, the tags and the zones of each function, also of those in no VPC. */
  readonly functions: readonly FunctionProfile[];
  /** The addresses of each subnet that the stack makes or uses, in canonical order. */
  readonly budgets: readonly SubnetBudget[];
  /** What the account's owner assumes in addition to the stack. */
  readonly assumptions: Assumptions;
  readonly config: Configuration<F>;
}

/** A policy ready to be assembled into a pack: its own keys and those that every policy takes. */
export interface Policy<F extends Fields = Fields, Id extends string = string> extends PolicyData<Id> {
  readonly config: F & CommonFields;
  readonly evaluate: (analysis: Analysis, configuration: Readonly<Record<string, unknown>>) => Evaluation;
  /** The change of each function, if the policy changes functions. */
  readonly remediation?: Remediation;
}

/** What a policy found, or what is wrong with its configuration. */
export type Evaluation = Result<
  { readonly findings: readonly Finding[]; readonly onUndecided: "advisory" | "mandatory" },
  readonly KeyProblem[]
>;

/** The keys that every policy takes in addition to its own. */
export type CommonFields = typeof commonFields;

const commonFields = {
  onUndecided: oneOf(["advisory", "mandatory"], {
    description: "The level of findings that a preview cannot decide. They are always reported.",
    default: "advisory",
  }),
};

/**
 * Makes a policy of its definition; `check` sees the configuration typed.
 *
 * ```ts
 * export const fewGroups = definePolicy({
 *   id: "few-groups",
 *   title: "A function has few security groups.",
 *   severity: "low",
 *   level: "advisory",
 *   config: { max: integer({ description: "Groups of one function.", default: 2, minimum: 1 }) },
 *   check: ({ plan, config }) =>
 *     plan.attachments.flatMap(({ consumer: subject, securityGroups: { least, most, basis } }) => {
 *       const what = `more than ${config.max} security groups`;
 *       const fix = byHand("merge groups", "the program does not show which groups may be one");
 *       if (least > config.max) return { verdict: "violation", subject, what, why: "Nobody reviews them.", fix, basis };
 *       return most > config.max ? { verdict: "undecided", subject, what, causes: new Map([["list-unknown", [subject]]]) } : [];
 *     }),
 * });
 * ```
 */
export function definePolicy<const F extends Fields, const Id extends string>({
  check,
  config,
  ...data
}: PolicyDefinition<F, Id>): Policy<F, Id> {
  return {
    ...data,
    config: { ...config, ...commonFields },
    evaluate: (analysis, configuration) => {
      const { onUndecided, ...own } = configuration;
      const common = readConfiguration(commonFields, onUndecided === undefined ? {} : { onUndecided });
      const read = readConfiguration(config, own, Object.keys(commonFields));
      if (read.ok && common.ok) return success({ findings: check(contextOf(analysis, read.value)), ...common.value });
      return failure([read, common].flatMap((part) => (part.ok ? [] : part.error)));
    },
  };
}

/** Each part is computed when a policy first reads it. */
function contextOf<F extends Fields>(analysis: Analysis, config: Configuration<F>): Context<F> {
  return {
    network: analysis.network,
    assumptions: analysis.assumptions,
    get resolved() {
      return analysis.resolved;
    },
    get plan() {
      return analysis.plan;
    },
    get functions() {
      return analysis.functions;
    },
    get budgets() {
      return analysis.budgets;
    },
    config,
  };
}
