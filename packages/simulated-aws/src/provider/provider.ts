import type { Account } from "../account/store/account";
import { AwsError } from "../account/store/aws-error";
import { CREATION_TIME } from "../account/store/circumstances";
import { lookups } from "../lookups";
import { isNothing, type Properties } from "../property/value";
import { resourceTypes } from "../resources";
import { foreignType } from "../resources/definition/foreign";
import type { Action, Made, ResourceType } from "../resources/definition/resource-type";
import { check, type CheckContext, type Checked } from "../schema/check";
import { type Difference, differences, topLevel } from "../schema/difference";
import { inputsOf } from "../schema/inputs-of";
import { plan } from "../schema/plan";
import { removals, settle } from "../schema/settle";
import type { AccountFile } from "../storage/account-file";
import { applyConfiguration, type Configuration, frameworkTags, readConfiguration } from "./configuration";
import { untilPermitted } from "./retry";
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
    const resourceType = typeOf(type, news, olds);
    const planned = this.#plan(resourceType, news, olds);
    const replacing = resourceType.replacedBy?.(planned, olds) ?? [];
    return differences(resourceType.fields, planned, olds).map((difference) => ({
      ...difference,
      replaces: difference.replaces || replacing.includes(difference.path),
    }));
  }

  /** The outputs that a policy sees before anything is done. */
  preview({ type }: ResourceAddress, news: Properties, olds?: Properties): Properties {
    const resourceType = typeOf(type, news, olds ?? {});
    const planned = this.#plan(resourceType, news, olds);
    if (olds === undefined || resourceType.unsettledBy === undefined) return shown(resourceType, planned);
    const changed = topLevel(differences(resourceType.fields, planned, olds));
    return shown(resourceType, this.#plan(resourceType, news, olds, resourceType.unsettledBy(changed, news)));
  }

  async create({ type }: ResourceAddress, news: Properties): Promise<{ readonly id: string; readonly outputs: Properties }> {
    const resourceType = typeOf(type, news);
    const wanted = settle(resourceType.fields, "", this.#plan(resourceType, news), {});
    const asked = await this.#performed(resourceType, "create", wanted);
    const made = await this.#run((account) => {
      const { id, ...rest } = resourceType.create(account, asked);
      return { ...rest, id, outputs: settled(resourceType, account, id, asked) };
    });
    await this.#making(made);
    return made;
  }

  async update({ type }: ResourceAddress, id: string, news: Properties, olds: Properties): Promise<Properties> {
    const resourceType = typeOf(type, news);
    const planned = settle(resourceType.fields, id, this.#plan(resourceType, news, olds), {});
    const wanted = resourceType.framework ? planned : { ...planned, ...removals(resourceType.fields, planned, olds) };
    const asked = await this.#performed(resourceType, "update", wanted, olds);
    const made = await this.#run((account) => {
      const update = resourceType.update?.(account, id, asked, olds);
      return { ...update, outputs: settled(resourceType, account, id, asked) };
    });
    await this.#making(made);
    return made.outputs;
  }

  /** The resource as the account has it; undefined when it has none. Without outputs so far it is one to get or to import. */
  read({ type }: ResourceAddress, id: string, inputs: Properties, outputs: Properties): Found | undefined {
    const resourceType = typeOf(type, inputs, outputs);
    const { fields, describe } = resourceType;
    const described = this.account.run((account) => describe(account, id, outputs));
    if (described === undefined) return undefined;
    const known = Object.keys(outputs).length > 0;
    const tags = described["tagsAll"] ?? null;
    const asked: Properties = known ? outputs : { tags: isNothing(tags) ? null : tags };
    const found = shown(resourceType, settle(fields, id, asked, described));
    return { inputs: inputsOf(fields, found, known ? inputs : undefined), outputs: found };
  }

  async remove({ type }: ResourceAddress, id: string, outputs: Properties): Promise<void> {
    const resourceType = typeOf(type);
    const { busyUntil, remove } = resourceType;
    const until = busyUntil && this.account.run((account) => busyUntil(account, id));
    if (until !== undefined) await this.wait(until - this.account.circumstances.now());
    await this.#performed(resourceType, "delete", outputs, outputs);
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

  #plan({ fields, framework }: ResourceType, news: Properties, olds?: Properties, unsettled: readonly string[] = []): Properties {
    const planned = plan(fields, news, olds, unsettled);
    return framework && "tagsAll" in fields ? { ...planned, ...frameworkTags(news, this.#configuration) } : planned;
  }

  /** The inputs, with what came of what had to be done first. */
  async #performed({ perform }: ResourceType, action: Action, inputs: Properties, before?: Properties): Promise<Properties> {
    if (perform === undefined) return inputs;
    return { ...inputs, ...(await perform((operation) => this.account.run(operation), action, inputs, before)) };
  }

  #run<Result>(work: (account: Account) => Result): Promise<Result> {
    return untilPermitted(this.wait, () => this.account.run(work));
  }

  async #making({ interfacesMade = 0 }: Partial<Made>): Promise<void> {
    if (interfacesMade > 0) await this.wait(CREATION_TIME * this.account.circumstances.timeScale);
  }
}

function settled(resourceType: ResourceType, account: Account, id: string, asked: Properties): Properties {
  return shown(resourceType, settle(resourceType.fields, id, asked, resourceType.describe(account, id, asked) ?? {}));
}

/** The outputs as the bridge shows them. */
function shown({ framework }: ResourceType, outputs: Properties): Properties {
  return framework ? Object.fromEntries(Object.entries(outputs).filter(([, value]) => value !== null)) : outputs;
}

function typeOf(token: string, ...properties: readonly Properties[]): ResourceType {
  return resourceTypes.get(token) ?? foreignType(token, ...properties);
}
