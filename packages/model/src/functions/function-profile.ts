import { countZones } from "../alignment/zone-count";
import { subnetFacts, type SubnetFacts } from "../alignment/subnet-facts";
import type { ResolvedAttachment } from "../combinations/resolved-attachment";
import type { ResolvedNetwork } from "../combinations/resolved-network";
import { type Count, exactly } from "../count/count";
import type { Key } from "../facts/key";
import type { Knowable } from "../facts/knowable";
import type { LambdaFunction } from "../facts/lambda-function";
import type { Tags } from "../facts/tags";

/** What a policy can read of one function: its name, its tags, and the zones of its subnets. */
export interface FunctionProfile {
  readonly key: Key;
  /** Its name in AWS. */
  readonly name: Knowable<string>;
  /** Read one tag with `tagOf`. */
  readonly tags: Tags;
  readonly zones: FunctionZones;
  /** Its subnets and security groups. Absent if it is in no VPC. */
  readonly attachment?: ResolvedAttachment;
}

/** The availability zones of the subnets of a function: names such as `us-east-1a`, or ids if the stack specifies ids only. */
export interface FunctionZones {
  /** Those in which it certainly has a subnet. */
  readonly certain: readonly string[];
  /** Those in which it may have a subnet, in addition. */
  readonly possible: readonly string[];
  /** Whether it may have subnets in zones that are unknown. */
  readonly hidden: boolean;
  /** How many zones there are. */
  readonly count: Count;
}

/** Whether a function has a subnet in a zone; undefined if it is unknown. */
export function usesZone({ certain, possible, hidden }: FunctionZones, zone: string): boolean | undefined {
  if (certain.includes(zone)) return true;
  return hidden || possible.includes(zone) ? undefined : false;
}

/** The profiles of all functions of a stack, in the order of the network. */
export function functionProfiles({ network, attachments }: ResolvedNetwork): readonly FunctionProfile[] {
  const facts = subnetFacts(network);
  const attachmentOf = new Map(attachments.map((attachment) => [attachment.consumer, attachment]));
  return (network.functions ?? []).map((one) => profileOf(one, attachmentOf.get(one.key), facts));
}

function profileOf({ key, name, tags }: LambdaFunction, attachment: ResolvedAttachment | undefined, facts: SubnetFacts): FunctionProfile {
  return {
    key,
    name: name === undefined ? { ok: false, error: "its name is unknown until deployed" } : { ok: true, value: name },
    tags: tags ?? { known: {}, unknown: [], hidden: true },
    zones: attachment === undefined ? NO_ZONES : zonesOf(attachment, facts),
    ...(attachment === undefined ? {} : { attachment }),
  };
}

/** A function in no VPC has no subnets. */
const NO_ZONES: FunctionZones = { certain: [], possible: [], hidden: false, count: exactly(0, "known") };

function zonesOf({ subnets }: ResolvedAttachment, facts: SubnetFacts): FunctionZones {
  const zones = (keys: readonly Key[]): readonly string[] => [...new Set(keys.flatMap((key) => facts.get(key)?.zone ?? []))].sort();
  const certain = zones(subnets.certain);
  return {
    certain,
    possible: zones(subnets.possible).filter((zone) => !certain.includes(zone)),
    hidden: subnets.open || subnets.possible.some((key) => facts.get(key)?.zone === undefined),
    count: countZones(subnets, facts),
  };
}
