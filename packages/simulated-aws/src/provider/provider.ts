import type { Account } from "../account/store/account";
import { AwsError } from "../account/store/aws-error";
import { INTERFACE_CREATION_TIME, SHORTEST_SETTLING_TIME } from "../account/store/simulation-settings";
import { lookups } from "../lookups";
import { isZeroValue, type Properties } from "../property/value";
import { resourceTypes } from "../resources";
import { addressConsumers } from "../pass-through/address-consumers";
import { withAddresses } from "../pass-through/address-consumers/address-consumer";
import { passThroughType } from "../pass-through/pass-through-type";
import { withRefusal } from "../resources/definition/with-refusal";
import { refusals } from "../resources/refusals";
import type { Action, ResourceResult, ResourceType } from "../resources/definition/resource-type";
import { check, type CheckContext, type Checked, UNKNOWN_KEY } from "../schema/check";
import { type PropertyChange, propertyChanges, topLevelNames } from "../schema/property-change";
import { inputsOf } from "../schema/inputs-of";
import { plan } from "../schema/plan";
import { inputChanges, planFromInputs } from "../schema/plan-from-inputs";
import { removedValues, outputsOf } from "../schema/outputs-of";
import type { AccountFile } from "../storage/account-file";
import { applyConfiguration, type Configuration, frameworkTags, readConfiguration } from "./configuration";
import { retryUntilPermitted, retryUntilUnused } from "./retry";
import type { ResourceAddress } from "./urn";

/** A resource that was read. */
export interface Found {
  readonly inputs: Properties;
  readonly outputs: Properties;
}

/**
 * The operations of a provider over plain properties: the rules of Pulumi's bridge (src/schema) over the rules of AWS (src/account).
 * Throws `AwsError` for what AWS rejects.
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
    const { fields, validate, passesThrough } = typeOf(type, news);
    const { inputs, failures } = check(fields, applyConfiguration(fields, news, this.#configuration), context);
    // A program may use a newer SDK than the one that the fields of a pass-through type come from.
    const relevant = passesThrough ? failures.filter(({ reason }) => reason !== UNKNOWN_KEY) : failures;
    return { inputs, failures: [...relevant, ...(validate?.(inputs) ?? [])] };
  }

  diff({ type }: ResourceAddress, news: Properties, olds: Properties, oldInputs?: Properties): readonly PropertyChange[] {
    const resourceType = typeOf(type, news, olds);
    if (resourceType.passesThrough && oldInputs !== undefined) return inputChanges(resourceType.fields, news, oldInputs);
    const planned = this.#plan(resourceType, news, olds);
    const replacingFields = resourceType.replacedBy?.(planned, olds) ?? [];
    return propertyChanges(resourceType.fields, planned, olds).map((difference) => ({
      ...difference,
      replaces: difference.replaces || replacingFields.includes(difference.path),
    }));
  }

  /** The outputs that a policy sees at preview. */
  preview({ type }: ResourceAddress, news: Properties, olds?: Properties, oldInputs?: Properties): Properties {
    const resourceType = typeOf(type, news, olds ?? {});
    const planned = this.#plan(resourceType, news, olds, [], oldInputs);
    if (olds === undefined || resourceType.recomputedBy === undefined) return visibleOutputs(resourceType, planned);
    const changed = topLevelNames(propertyChanges(resourceType.fields, planned, olds));
    return visibleOutputs(resourceType, this.#plan(resourceType, news, olds, resourceType.recomputedBy(changed, news)));
  }

  async create({ type }: ResourceAddress, news: Properties): Promise<{ readonly id: string; readonly outputs: Properties }> {
    const resourceType = typeOf(type, news);
    const planned = outputsOf(resourceType.fields, "", this.#plan(resourceType, news), {});
    const prepared = await this.#prepared(resourceType, "create", planned);
    const result = await this.#run((account) => {
      const { id, ...rest } = resourceType.create(account, prepared);
      return { ...rest, id, outputs: currentOutputs(resourceType, account, id, prepared) };
    });
    await this.#waitForInterfaces(result);
    await this.#settled(resourceType, result.id);
    return result;
  }

  async update({ type }: ResourceAddress, id: string, news: Properties, olds: Properties, oldInputs?: Properties): Promise<Properties> {
    const resourceType = typeOf(type, news);
    const kept = outputsOf(resourceType.fields, id, this.#plan(resourceType, news, olds, [], oldInputs), {});
    const planned = resourceType.framework ? kept : { ...kept, ...removedValues(resourceType.fields, kept, olds) };
    const prepared = await this.#prepared(resourceType, "update", planned, olds);
    const result = await this.#run((account) => {
      const update = resourceType.update?.(account, id, prepared, olds);
      return { ...update, outputs: currentOutputs(resourceType, account, id, prepared) };
    });
    await this.#waitForInterfaces(result);
    return result.outputs;
  }

  /** The resource in the account. Undefined if there is none. Without previous outputs, it is read for a get or an import. */
  read({ type }: ResourceAddress, id: string, inputs: Properties, outputs: Properties): Found | undefined {
    const resourceType = typeOf(type, inputs, outputs);
    const { fields, describe } = resourceType;
    const described = this.account.run((account) => describe(account, id, outputs));
    if (described === undefined) return undefined;
    const known = Object.keys(outputs).length > 0;
    const tags = described["tagsAll"] ?? null;
    const prepared: Properties = known ? outputs : { tags: isZeroValue(tags) ? null : tags };
    const found = visibleOutputs(resourceType, outputsOf(fields, id, prepared, described));
    if (known && resourceType.passesThrough) return { inputs, outputs: found };
    return { inputs: inputsOf(fields, found, known ? inputs : undefined), outputs: found };
  }

  async remove({ type }: ResourceAddress, id: string, outputs: Properties): Promise<void> {
    const resourceType = typeOf(type);
    const { busyUntil, remove } = resourceType;
    const until = busyUntil && this.account.run((account) => busyUntil(account, id, outputs));
    if (until !== undefined) await this.wait(until - this.account.settings.now());
    await this.#prepared(resourceType, "delete", outputs, outputs);
    await retryUntilUnused(this.wait, () =>
      this.account.run((account) => {
        remove(account, id, outputs);
      }),
    );
  }

  invoke(token: string, inputs: Properties): Properties {
    const lookup = lookups.get(token);
    if (lookup === undefined)
      throw new AwsError(
        "UnsupportedOperation",
        `simulated AWS does not support ${token}. This is a limit of the simulation, not an error of the program. ` +
          `Specify the value in the configuration of the stack. Supported functions: ${[...lookups.keys()].join(", ")}`,
      );
    const region = typeof inputs["region"] === "string" ? inputs["region"] : String(this.#configuration.region);
    return this.account.run((account) => lookup(account, { ...inputs, region }));
  }

  #plan(
    { fields, framework, passesThrough }: ResourceType,
    news: Properties,
    olds?: Properties,
    recomputed: readonly string[] = [],
    oldInputs: Properties = {},
  ): Properties {
    if (passesThrough) return planFromInputs(fields, news, olds === undefined ? undefined : { inputs: oldInputs, outputs: olds });
    const planned = plan(fields, news, olds, recomputed);
    return framework && "tagsAll" in fields ? { ...planned, ...frameworkTags(news, this.#configuration) } : planned;
  }

  /** The inputs with the results of the preparation. */
  async #prepared({ prepare }: ResourceType, action: Action, inputs: Properties, before?: Properties): Promise<Properties> {
    if (prepare === undefined) return inputs;
    return { ...inputs, ...(await prepare((operation) => this.account.run(operation), action, inputs, before)) };
  }

  #run<Result>(work: (account: Account) => Result): Promise<Result> {
    return retryUntilPermitted(this.wait, () => this.account.run(work));
  }

  async #waitForInterfaces({ interfacesCreated = 0 }: Partial<ResourceResult>): Promise<void> {
    if (interfacesCreated > 0) await this.wait(INTERFACE_CREATION_TIME * this.account.settings.timeScale);
  }

  async #settled({ settling }: ResourceType, id: string): Promise<void> {
    if (settling === undefined) return;
    await this.wait(Math.max(settling.time * this.account.settings.timeScale, SHORTEST_SETTLING_TIME));
    this.account.run((account) => {
      settling.finish(account, id);
    });
  }
}

function currentOutputs(resourceType: ResourceType, account: Account, id: string, prepared: Properties): Properties {
  return visibleOutputs(resourceType, outputsOf(resourceType.fields, id, prepared, resourceType.describe(account, id, prepared) ?? {}));
}

/** The outputs in the format of the bridge. */
function visibleOutputs({ framework }: ResourceType, outputs: Properties): Properties {
  return framework ? Object.fromEntries(Object.entries(outputs).filter(([, value]) => value !== null)) : outputs;
}

function typeOf(token: string, ...properties: readonly Properties[]): ResourceType {
  const known = resourceTypes.get(token);
  if (known !== undefined) return known;
  const consumer = addressConsumers.get(token);
  const unplaced = passThroughType(token, ...properties);
  const passedThrough = consumer === undefined ? unplaced : withAddresses(unplaced, consumer);
  const refuse = refusals.get(token);
  return refuse === undefined ? passedThrough : withRefusal(passedThrough, refuse);
}
