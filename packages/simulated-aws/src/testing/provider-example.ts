import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { defaultSettings } from "../account/store/simulation-settings";
import type { Properties } from "../property/value";
import { Provider } from "../provider/provider";
import type { Checked } from "../schema/check";
import { AccountFile } from "../storage/account-file";

/** A created resource, as the engine stores it. */
export interface CreatedResource {
  readonly id: string;
  readonly inputs: Properties;
  readonly outputs: Properties;
}

export const addressOf = (type: string) => ({ type, name: "example" });

/** A provider for tests with a separate account. */
export class ProviderExample {
  readonly #folder = mkdtempSync(join(tmpdir(), "provider-"));
  /** The times that the provider waited, in milliseconds. */
  readonly waits: number[] = [];
  readonly provider = new Provider(new AccountFile(join(this.#folder, "account.jsonl"), defaultSettings, () => undefined), (time) => {
    this.waits.push(time);
    return Promise.resolve();
  });

  check(type: string, news: Properties, olds?: Properties): Checked {
    return this.provider.check(addressOf(type), news, { resourceName: "example", seed: new Uint8Array([1]), ...(olds && { olds }) });
  }

  preview(type: string, news: Properties): Properties {
    return this.provider.preview(addressOf(type), this.check(type, news).inputs);
  }

  /** Checks and creates a resource. Throws the failures of Check. */
  async make(type: string, news: Properties): Promise<CreatedResource> {
    const { inputs, failures } = this.check(type, news);
    const [failure] = failures;
    if (failure !== undefined) throw new Error(`${failure.path}: ${failure.reason}`);
    return { inputs, ...(await this.provider.create(addressOf(type), inputs)) };
  }

  /** Checks new inputs for a resource and updates it. Throws if it would be replaced. */
  async change(type: string, { id, inputs: olds, outputs }: CreatedResource, news: Properties): Promise<CreatedResource> {
    const { inputs } = this.check(type, news, olds);
    const replacing = this.provider.diff(addressOf(type), inputs, outputs).find(({ replaces }) => replaces);
    if (replacing !== undefined) throw new Error(`${replacing.path} replaces the resource`);
    return { id, inputs, outputs: await this.provider.update(addressOf(type), id, inputs, outputs) };
  }

  /** A VPC, a group and two subnets of 59 addresses in two zones. */
  async network() {
    const vpc = (await this.make("aws:ec2/vpc:Vpc", { cidrBlock: "10.0.0.0/16" })).id;
    const subnet = async (availabilityZone: string, cidrBlock: string) =>
      (await this.make("aws:ec2/subnet:Subnet", { vpcId: vpc, cidrBlock, availabilityZone })).id;
    const subnets = [await subnet("us-east-1a", "10.0.0.0/26"), await subnet("us-east-1b", "10.0.1.0/26")] as const;
    return { vpc, subnets, group: (await this.make("aws:ec2/securityGroup:SecurityGroup", { vpcId: vpc, name: "all" })).id };
  }

  /** The number of free addresses of a subnet, from `getSubnet`. */
  freeAddresses(subnetId: string): unknown {
    return this.provider.invoke("aws:ec2/getSubnet:getSubnet", { id: subnetId })["availableIpAddressCount"];
  }

  end(): void {
    rmSync(this.#folder, { recursive: true, force: true });
  }
}
