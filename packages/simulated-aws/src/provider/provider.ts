import { AwsError } from "../account/aws-error";
import { CREATION_TIME } from "../account/circumstances";
import { lookups } from "../lookups";
import { isNothing, type Properties } from "../property/value";
import { resourceTypes } from "../resources";
import { foreignType } from "../resources/foreign";
import type { Made, ResourceType } from "../resources/resource-type";
import { check, type CheckContext, type Checked } from "../schema/check";
import { type Difference, differences, topLevel } from "../schema/difference";
import { inputsOf } from "../schema/inputs-of";
import { plan } from "../schema/plan";
import { settle } from "../schema/settle";
import type { AccountFile } from "../storage/account-file";
import { applyConfiguration, type Configuration, readConfiguration } from "./configuration";
import type { ResourceAddress } from "./urn";

/** A resource as it was read. */
export interface Found {
  readonly inputs: Properties;
  readonly outputs: Properties;
}

/**
 * What the engine asks of a provider, as calls over plain properties: what Pulumi's bridge makes of a program (src/schema) in front of what AWS
 * makes of it (src/account). Calls throw `AwsError` where AWS refuses.
 */
export class Provider {
  #configuration: Configuration = readConfiguration({});

  constructor(
    readonly account: AccountFile,
    readonly wait: (milliseconds: number) => Promise<void>,
  ) {}

  configure(inputs: Properties): void {
    this.#configuration = readConfiguration(inputs);
  }

  check({ type }: ResourceAddress, news: Properties, context: CheckContext): Checked {
    const { fields, refuse } = typeOf(type, news);
    const checked = check(fields, applyConfiguration(fields, news, this.#configuration), context);
    return { ...checked, failures: [...checked.failures, ...(refuse?.(checked.inputs) ?? [])] };
  }

  diff({ type }: ResourceAddress, news: Properties, olds: Properties): readonly Difference[] {
    const { fields } = typeOf(type, news, olds);
    return differences(fields, plan(fields, news, olds), olds);
  }

  /** The outputs that a policy sees before anything is done. */
  preview({ type }: ResourceAddress, news: Properties, olds?: Properties): Properties {
    const { fields, unsettledBy } = typeOf(type, news, olds ?? {});
    const planned = plan(fields, news, olds);
    if (olds === undefined || unsettledBy === undefined) return planned;
    const changed = topLevel(differences(fields, planned, olds));
    return plan(fields, news, olds, unsettledBy(changed, news));
  }

  async create({ type }: ResourceAddress, news: Properties): Promise<{ readonly id: string; readonly outputs: Properties }> {
    const resourceType = typeOf(type, news);
    const asked = settle(resourceType.fields, "", news, {});
    const made = this.account.run((account) => {
      const { id, ...rest } = resourceType.create(account, asked);
      return { ...rest, id, outputs: settle(resourceType.fields, id, asked, resourceType.describe(account, id, asked) ?? {}) };
    });
    await this.#making(made);
    return made;
  }

  async update({ type }: ResourceAddress, id: string, news: Properties, olds: Properties): Promise<Properties> {
    const resourceType = typeOf(type, news);
    const asked = settle(resourceType.fields, id, plan(resourceType.fields, news, olds), {});
    const made = this.account.run((account) => {
      const update = resourceType.update?.(account, id, asked, olds);
      return { ...update, outputs: settle(resourceType.fields, id, asked, resourceType.describe(account, id, asked) ?? {}) };
    });
    await this.#making(made);
    return made.outputs;
  }

  /** The resource as the account has it; undefined when it has none. Without outputs so far it is one to get or to import. */
  read({ type }: ResourceAddress, id: string, inputs: Properties, outputs: Properties): Found | undefined {
    const { fields, describe } = typeOf(type, inputs, outputs);
    const described = this.account.run((account) => describe(account, id, outputs));
    if (described === undefined) return undefined;
    const known = Object.keys(outputs).length > 0;
    const tags = described["tagsAll"] ?? null;
    const asked: Properties = known ? outputs : { tags: isNothing(tags) ? null : tags };
    const settled = settle(fields, id, asked, described);
    return { inputs: inputsOf(fields, settled, known ? inputs : undefined), outputs: settled };
  }

  async remove({ type }: ResourceAddress, id: string, outputs: Properties): Promise<void> {
    const { busyUntil, remove } = typeOf(type);
    const until = busyUntil && this.account.run((account) => busyUntil(account, id));
    if (until !== undefined) await this.wait(until - this.account.circumstances.now());
    this.account.run((account) => {
      remove(account, id, outputs);
    });
  }

  invoke(token: string, inputs: Properties): Properties {
    const lookup = lookups.get(token);
    if (lookup === undefined)
      throw new AwsError("UnsupportedOperation", `simulated AWS does not answer ${token}; it answers ${[...lookups.keys()].join(", ")}`);
    const region = typeof inputs["region"] === "string" ? inputs["region"] : String(this.#configuration.region);
    return this.account.run((account) => lookup(account, { ...inputs, region }));
  }

  async #making({ interfacesMade = 0 }: Partial<Made>): Promise<void> {
    if (interfacesMade > 0) await this.wait(CREATION_TIME * this.account.circumstances.timeScale);
  }
}

function typeOf(token: string, ...properties: readonly Properties[]): ResourceType {
  return resourceTypes.get(token) ?? foreignType(token, ...properties);
}
