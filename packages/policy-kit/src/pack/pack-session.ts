import type { Assumptions } from "@lambda-vpc/model";
import {
  readPolicyResources,
  readNetwork,
  readUpdatePrefix,
  SeenInputs,
  type PolicyResource,
  type Properties,
  type SeenInventory,
  type StackResource,
  type ValidatedResource,
} from "@lambda-vpc/sources";
import { type Fields, readConfiguration, type ReadConfiguration } from "../configuration/configuration";
import type { Finding } from "../findings/finding";
import { PreviewReports } from "../findings/preview-reports";
import { Analysis } from "../policy/analysis";
import type { AssessOptions } from "../policy/report-policy";
import { assumptionsSetting } from "../settings/assumptions-setting";
import type { FormerIds } from "../settings/former-ids";
import { inventoryOf } from "../settings/inventory";
import { inventorySetting } from "../settings/inventory-setting";
import type { PackSetting } from "../settings/pack-setting";
import { nameWhatIsNew } from "../settings/name-what-is-new";
import type { Analysed } from "../settings/review-waivers";
import { type StackName, stackOfAll } from "../settings/stack-name";
import { mayTolerate, tolerates } from "../settings/tolerance";
import type { Waivable, Waiver } from "../settings/waiver";
import { WaiverIndex } from "../settings/waiver-index";
import { waiversSetting } from "../settings/waivers-setting";
import { ResourcePhase } from "./resource-phase";
import { UpdatePrefix } from "./update-prefix";

/** What the engine passes to a policy or a setting as its configuration. */
export type RawConfiguration = Readonly<Record<string, unknown>>;

/**
 * The state that the policies of one pack share: inputs and configurations, collected while resources are validated. The engine validates every resource
 * before the stack. Any policy may be disabled.
 */
export class PackSession {
  private readonly seen = new SeenInputs();
  private readonly configured = new Map<string, RawConfiguration>();
  /** The inputs in a state file, of which no resource is validated. */
  private deployed: ReadonlyMap<string, Properties> = new Map();
  private phase = new ResourcePhase();
  private indexed: { readonly configuration: RawConfiguration; readonly index: WaiverIndex } | undefined;
  /** The resources that this phase has validated, while they can be refused. */
  prefix = new UpdatePrefix();

  constructor(
    private readonly today: () => string,
    private readonly former: FormerIds = new Map(),
  ) {}

  /**
   * Whether `policy` is the first to see the resource. An exception here would abort the preview. An input that is not seen is opaque, and stack
   * validation reports it.
   */
  see(policy: string, resource: ValidatedResource): boolean {
    if (!this.phase.seesFirst(policy, resource.urn)) return false;
    try {
      this.seen.see(resource);
    } catch {
      this.seen.forget(resource.urn);
    }
    return true;
  }

  /** The inputs of a resource as they are deployed, after remediation. */
  inputs(urn: string): Properties | undefined {
    return this.deployed.get(urn) ?? this.seen.of(urn);
  }

  /** Keeps the configuration of a policy or a setting in this phase. */
  configure(id: string, configuration: RawConfiguration): void {
    this.configured.set(id, configuration);
    this.phase.call(id);
  }

  /** Whether a policy or a setting must be called with the next resource. */
  needsResource(id: string): boolean {
    return this.phase.needs(id);
  }

  /** Whether the configurations of all of `ids` are those of this phase. */
  hasConfigured(ids: Iterable<string>): boolean {
    return [...ids].every((id) => this.phase.configuredIds.has(id));
  }

  /** The last configuration of a policy or a setting. */
  configurationOf(id: string): RawConfiguration {
    return this.configured.get(id) ?? NONE;
  }

  /** The configuration of a setting; empty if the setting is disabled. */
  setting<F extends Fields>({ id, config }: PackSetting<F>): ReadConfiguration<F> {
    return readConfiguration(config, this.configurationOf(id));
  }

  /** Reads a stack for all policies together, and begins the next phase: a preview and the update after it share a process. */
  begin(resources: readonly PolicyResource[]): Run {
    return this.run(readPolicyResources(resources, this.seen));
  }

  /** The same for the resources of a state file. */
  analyse(resources: readonly StackResource[]): Run {
    this.deployed = new Map(resources.flatMap(({ urn, inputs }) => (inputs === undefined ? [] : [[urn, inputs] as const])));
    return this.run(resources);
  }

  private run(resources: readonly StackResource[]): Run {
    const { configuredIds } = this.phase;
    this.phase = new ResourcePhase();
    this.prefix = new UpdatePrefix();
    const network = readNetwork(resources, this.inventory());
    const stack = stackOfAll(resources.map(({ urn }) => urn));
    return {
      ...(stack === undefined ? {} : { stack }),
      ...(resources.some(({ leftOut }) => leftOut === true) ? { partial: true } : {}),
      analysis: new Analysis(network, this.assumptions()),
      policies: new Set(),
      findings: [],
      preview: new PreviewReports(),
      today: this.today(),
      configuredIds,
    };
  }

  /** Reads the resources that an update has validated so far. */
  analysePrefix(resources: readonly StackResource[]): Analysis {
    return new Analysis(readUpdatePrefix(resources, this.inventory()), this.assumptions());
  }

  /** Whether the network of one function is not all that decides: the assumptions name functions. */
  get distinguishesFunctions(): boolean {
    const { connections } = this.configurationOf(assumptionsSetting.id);
    return Array.isArray(connections) && connections.length > 0;
  }

  /** Whether waivers may tolerate what `policy` finds in an update before its resources exist. */
  mayTolerate(policy: string, urn: string): (finding: Finding) => boolean {
    const [waivers, today, stack] = [this.presentWaivers().ofPolicy(policy), this.today(), stackOfAll([urn])];
    return (finding) =>
      waivers.some((waiver) => mayTolerate(waiver, { policy, finding, ...(stack === undefined ? {} : { stack }) }, today));
  }

  /** What waivers tolerate of `policy`; every finding asked about is recorded in the run. Wrong waivers tolerate nothing. */
  tolerance({ findings, today, stack }: Run, policy: string): Pick<AssessOptions, "tolerated" | "nameWhatIsNew"> {
    const waivers = this.presentWaivers();
    const waivable = (finding: Finding): Waivable => ({ policy, finding, ...(stack === undefined ? {} : { stack }) });
    return {
      tolerated: (finding) => {
        findings.push(waivable(finding));
        return waivers.near(waivable(finding)).some((waiver) => tolerates(waiver, waivable(finding), today));
      },
      nameWhatIsNew: (finding) => nameWhatIsNew(waivers.near(waivable(finding)), waivable(finding), today),
    };
  }

  /** The waivers as they are written: a policy may stand there under a former id. */
  waivers(): readonly Waiver[] {
    const setting = this.setting(waiversSetting);
    return setting.ok ? setting.value.entries : [];
  }

  /** The waivers with the present ids of their policies. Reading many takes long, so it is done once for each configuration. */
  private presentWaivers(): WaiverIndex {
    const configuration = this.configurationOf(waiversSetting.id);
    if (this.indexed?.configuration !== configuration) {
      const present = this.waivers().map((waiver) => ({ ...waiver, policy: this.former.get(waiver.policy) ?? waiver.policy }));
      this.indexed = { configuration, index: new WaiverIndex(present) };
    }
    return this.indexed.index;
  }

  /** Absent if none is configured. A wrong inventory counts as none. */
  private inventory(): SeenInventory | undefined {
    const setting = this.setting(inventorySetting);
    if (!setting.ok) return undefined;
    const inventory = inventoryOf(setting.value);
    return inventory.subnets.length + inventory.combinations.length === 0 ? undefined : inventory;
  }

  /** Wrong assumptions count as none. */
  private assumptions(): Assumptions | undefined {
    const setting = this.setting(assumptionsSetting);
    return setting.ok ? setting.value : undefined;
  }
}

const NONE: RawConfiguration = {};

/** One analysis of a stack while it runs. */
export interface Run extends Analysed {
  readonly analysis: Analysis;
  readonly policies: Set<string>;
  readonly findings: Waivable[];
  /** What a person reads of it. */
  readonly preview: PreviewReports;
  readonly today: string;
  readonly stack?: StackName;
  /** The policies and settings that were configured in the phase before it: those that the engine has enabled. */
  readonly configuredIds: ReadonlySet<string>;
}
