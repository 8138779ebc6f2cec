import {
  readPolicyResources,
  readNetwork,
  SeenInputs,
  type PolicyResource,
  type Properties,
  type SeenInventory,
  type ValidatedResource,
} from "@lambda-vpc/sources";
import type { Network } from "@lambda-vpc/model";
import { type Fields, readConfiguration, type ReadConfiguration } from "./configuration";
import type { Finding } from "./finding";
import { inventoryOf } from "./inventory";
import { inventorySetting } from "./inventory-setting";
import type { PackSetting } from "./pack-setting";
import { tolerates, type Waiver } from "./waiver";
import { type Analysed, waiversSetting } from "./waivers-setting";

type Raw = Readonly<Record<string, unknown>>;

/**
 * What the policies of one pack have seen together: inputs and settings while resources are validated, findings while the stack is. The engine
 * validates every resource before the stack, and the stack by one policy after the other, in the pack's order.
 */
export class PackSession {
  private readonly seen = new SeenInputs();
  private readonly configured = new Map<string, Raw>();
  private policies = new Set<string>();
  private found: { policy: string; finding: Finding }[] = [];

  constructor(private readonly today: () => string) {}

  /** An exception here would abort the preview; what is not seen is opaque, and stack validation says so. */
  see(resource: ValidatedResource): void {
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

  configure({ id }: PackSetting, raw: Raw): void {
    this.configured.set(id, raw);
  }

  /** What was configured for a setting; nothing where it is disabled. */
  setting<F extends Fields>({ id, config }: PackSetting<F>): ReadConfiguration<F> {
    return readConfiguration(config, this.configured.get(id) ?? {});
  }

  network(resources: readonly PolicyResource[]): Network {
    return readNetwork(readPolicyResources(resources, this.seen), this.inventory());
  }

  /** Begins a policy's run: whether a waiver tolerates each thing that it finds. Wrong waivers tolerate nothing. */
  tolerance(policy: string): (finding: Finding) => boolean {
    this.policies.add(policy);
    const [waivers, today] = [this.waivers(), this.today()];
    return (finding) => {
      this.found.push({ policy, finding });
      return waivers.some((waiver) => tolerates(waiver, { policy, finding }, today));
    };
  }

  /** Absent where nothing is told. Of a wrong inventory nothing is believed. */
  private inventory(): SeenInventory | undefined {
    const setting = this.setting(inventorySetting);
    if (!setting.valid) return undefined;
    const inventory = inventoryOf(setting.values);
    return inventory.subnets.length + inventory.combinations.length === 0 ? undefined : inventory;
  }

  waivers(): readonly Waiver[] {
    const setting = this.setting(waiversSetting);
    return setting.valid ? setting.values.entries : [];
  }

  /** Ends the analysis of a stack: what happened in it. The next one begins with nothing. */
  end(): Analysed & { readonly today: string } {
    const analysed = { policies: this.policies, findings: this.found, today: this.today() };
    [this.policies, this.found] = [new Set(), []];
    return analysed;
  }
}
