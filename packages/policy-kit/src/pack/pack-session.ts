import {
  readPolicyResources,
  readNetwork,
  SeenInputs,
  type PolicyResource,
  type Properties,
  type SeenInventory,
  type ValidatedResource,
} from "@lambda-vpc/sources";
import type { Assumptions } from "@lambda-vpc/model";
import { Analysis } from "../policy/analysis";
import { assumptionsSetting } from "../settings/assumptions-setting";
import { type Fields, readConfiguration, type ReadConfiguration } from "../configuration/configuration";
import type { Finding } from "../findings/finding";
import type { FormerIds } from "../settings/former-ids";
import { inventoryOf } from "../settings/inventory";
import { inventorySetting } from "../settings/inventory-setting";
import type { PackSetting } from "../settings/pack-setting";
import type { Report } from "../findings/report";
import { Round } from "./round";
import { tolerates, type Waiver } from "../settings/waiver";
import { type Analysed, waiversSetting } from "../settings/waivers-setting";

type Raw = Readonly<Record<string, unknown>>;

/**
 * What the policies of one pack have seen together: inputs and configurations while resources are validated, findings while the stack is. The engine
 * validates every resource before the stack, and the stack by one policy after the other, in the pack's order. Any of them may be switched off.
 */
export class PackSession {
  private readonly seen = new SeenInputs();
  private readonly configured = new Map<string, Raw>();
  private round = new Round();
  private current: Run | undefined;

  constructor(
    private readonly today: () => string,
    private readonly former: FormerIds = new Map(),
  ) {}

  /** An exception here would abort the preview; what is not seen is opaque, and stack validation says so. */
  see(policy: string, resource: ValidatedResource): void {
    this.current = undefined;
    if (!this.round.seesFirst(policy, resource.urn)) return;
    try {
      this.seen.see(resource);
    } catch {
      this.seen.forget(resource.urn);
    }
  }

  /** What resource validation has shown of a resource: the inputs that are deployed, remedied ones among them. */
  inputs(urn: string): Properties | undefined {
    return this.seen.of(urn);
  }

  /** Keeps what a policy or a setting was configured with in this round. */
  configure(id: string, raw: Raw): void {
    this.current = undefined;
    this.configured.set(id, raw);
    this.round.call(id);
  }

  /** Whether a policy or a setting must be called with the next resource. */
  needsResource(id: string): boolean {
    return this.round.needs(id);
  }

  /** What was configured for a setting; nothing where it is disabled. */
  setting<F extends Fields>({ id, config }: PackSetting<F>): ReadConfiguration<F> {
    return readConfiguration(config, this.configured.get(id) ?? {});
  }

  /** What a policy or a setting says of the stack, by `decide`. */
  decide(id: string, resources: readonly PolicyResource[], decide: (run: Run) => readonly Report[]): readonly Report[] {
    const run = this.begin(id, resources);
    return run.ahead.get(id) ?? decide(run);
  }

  /**
   * Whether a policy or a setting must be called with the stack. It need not be where another was, in the same round that told its configuration, and
   * `decide` finds nothing to say: then it has run.
   */
  needsStack(id: string, decide: (run: Run, configuration: Raw) => readonly Report[]): boolean {
    const run = this.current;
    if (run === undefined || run.policies.has(id) || !run.told.has(id)) return true;
    const lines = run.ahead.get(id) ?? decide(run, this.configured.get(id) ?? {});
    if (lines.length === 0) run.policies.add(id);
    else run.ahead.set(id, lines);
    return lines.length > 0;
  }

  /**
   * Begins the run of a policy over a stack that all policies look at together. A policy that ran already, and anything newly seen, begins the
   * next analysis: a preview and the update after it share a process.
   */
  begin(policy: string, resources: readonly PolicyResource[]): Run {
    if (this.current === undefined || this.current.policies.has(policy)) {
      const { told } = this.round;
      this.round = new Round();
      const network = readNetwork(readPolicyResources(resources, this.seen), this.inventory());
      const analysis = new Analysis(network, this.assumptions());
      this.current = { analysis, policies: new Set(), findings: [], today: this.today(), told, ahead: new Map() };
    }
    this.current.policies.add(policy);
    return this.current;
  }

  /** Whether a waiver tolerates each thing that a policy finds. Wrong waivers tolerate nothing. */
  tolerance({ findings, today }: Run, policy: string): (finding: Finding) => boolean {
    const waivers = this.waivers().map((waiver) => ({ ...waiver, policy: this.former.get(waiver.policy) ?? waiver.policy }));
    return (finding) => {
      findings.push({ policy, finding });
      return waivers.some((waiver) => tolerates(waiver, { policy, finding }, today));
    };
  }

  /** As they are written: a policy may stand there under a former id. */
  waivers(): readonly Waiver[] {
    const setting = this.setting(waiversSetting);
    return setting.valid ? setting.values.entries : [];
  }

  /** Absent where nothing is told. Of a wrong inventory nothing is believed. */
  private inventory(): SeenInventory | undefined {
    const setting = this.setting(inventorySetting);
    if (!setting.valid) return undefined;
    const inventory = inventoryOf(setting.values);
    return inventory.subnets.length + inventory.combinations.length === 0 ? undefined : inventory;
  }

  /** Of wrong assumptions nothing is believed. */
  private assumptions(): Assumptions | undefined {
    const setting = this.setting(assumptionsSetting);
    return setting.valid ? setting.values : undefined;
  }
}

/** One analysis of a stack, as far as it has come. */
export interface Run extends Analysed {
  readonly analysis: Analysis;
  readonly policies: Set<string>;
  readonly findings: { policy: string; finding: Finding }[];
  readonly today: string;
  /** Whose configuration the round before it has told. */
  readonly told: ReadonlySet<string>;
  /** What was decided before its policy is called. */
  readonly ahead: Map<string, readonly Report[]>;
}
