import { type CombinationCounter, combinationCounter } from "../combinations/combination-counter";
import type { EniPlan } from "../combinations/eni-plan";
import { placeAttachments } from "../combinations/placement";
import type { PossibleAliases } from "../combinations/possible-aliases";
import type { ResolvedAttachment } from "../combinations/resolved-attachment";
import type { ResolvedNetwork } from "../combinations/resolved-network";
import { AttachmentsBySubnet } from "../combinations/attachments-by-subnet";
import type { SubnetBudget } from "../budget/subnet-budget";
import { compareKeys, type Key, keySet } from "../facts/key";
import type { Members } from "./compared-counts";
import { mergedAliases } from "./merged-aliases";
import type { Renaming } from "./renamed-attachment";
import { separateOrigins } from "./separate-origins";

/** One of the two moments that are compared: a network with its plan and its budgets, and the names that the comparison uses for its keys. */
export interface ComparedNetwork {
  readonly resolved: ResolvedNetwork;
  readonly plan: EniPlan;
  readonly budgets: readonly SubnetBudget[];
  readonly renaming: Renaming;
}

/** The functions of one moment, where they are. */
export interface Placed {
  readonly attachments: readonly ResolvedAttachment[];
  in(vpc: Key | undefined): Members;
  at(subnet: Key): Members;
  /** The VPC of the first of these functions whose VPC is known. */
  vpcOf(consumers: readonly Key[]): Key | undefined;
}

/** Two moments with one naming and one counter. A function whose VPC only one moment shows is in this VPC in both. */
export class Moments {
  readonly before: Placed;
  readonly after: Placed;
  readonly counter: CombinationCounter;
  readonly haveAliases: boolean;
  /** The VPCs that have functions in one of both, in canonical order; undefined stands for functions whose VPC is unknown. */
  readonly vpcs: readonly (Key | undefined)[];
  /** The VPC of each subnet, if known. */
  readonly vpcOf: ReadonlyMap<Key, Key>;

  constructor(before: ComparedNetwork, after: ComparedNetwork) {
    const attachmentsAfter = renamed(after);
    const attachmentsBefore = separateOrigins(renamed(before), attachmentsAfter);
    const all = [...attachmentsBefore, ...attachmentsAfter];
    const groups = [before, after].flatMap(({ resolved, renaming }) =>
      (resolved.network.aliases ?? []).map((keys) => keys.map(renaming.keyOf)),
    );
    const aliases = mergedAliases(groups);
    this.haveAliases = groups.length > 0;
    this.counter = combinationCounter(after.resolved.network, all, aliases);
    this.vpcOf = new Map([before, after].flatMap(({ resolved, renaming }) => renamedPairs(resolved.vpcBySubnet, renaming)));
    const securityGroups = [before, after].flatMap(({ resolved, renaming: { keyOf } }) =>
      resolved.network.securityGroups.map(({ vpc, ...group }) => ({
        ...group,
        key: keyOf(group.key),
        ...(vpc === undefined ? {} : { vpc: keyOf(vpc) }),
      })),
    );
    const { vpcs, unplaced } = placeAttachments({ subnets: [], attachments: [], securityGroups }, all, this.vpcOf);
    const places = new Map(vpcs.flatMap(({ vpc, attachments }) => attachments.map((one) => [one, vpc] as const)));
    this.before = new PlacedAttachments(attachmentsBefore, { places, unplaced: new Set(unplaced), aliases });
    this.after = new PlacedAttachments(attachmentsAfter, { places, unplaced: new Set(unplaced), aliases });
    const named = keySet(vpcs.flatMap(({ vpc }) => vpc ?? []));
    const hasUnknown = unplaced.length > 0 || vpcs.some(({ vpc }) => vpc === undefined);
    this.vpcs = hasUnknown ? [...named, undefined] : named;
  }
}

function renamed({ resolved, renaming }: ComparedNetwork): readonly ResolvedAttachment[] {
  return resolved.attachments
    .map((attachment) => renaming.attachment(attachment))
    .sort((left, right) => compareKeys(left.consumer, right.consumer));
}

function renamedPairs(map: ReadonlyMap<Key, Key>, { keyOf }: Renaming): readonly (readonly [Key, Key])[] {
  return [...map].map(([subnet, vpc]) => [keyOf(subnet), keyOf(vpc)]);
}

interface Places {
  readonly places: ReadonlyMap<ResolvedAttachment, Key | undefined>;
  readonly unplaced: ReadonlySet<ResolvedAttachment>;
  readonly aliases: PossibleAliases;
}

class PlacedAttachments implements Placed {
  private readonly byVpc: ReadonlyMap<Key | undefined, readonly ResolvedAttachment[]>;
  private readonly vpcs: ReadonlyMap<Key, Key>;
  private readonly unplaced: readonly ResolvedAttachment[];
  private readonly bySubnet: AttachmentsBySubnet<ResolvedAttachment>;

  constructor(
    readonly attachments: readonly ResolvedAttachment[],
    { places, unplaced, aliases }: Places,
  ) {
    this.byVpc = Map.groupBy(attachments, (one) => places.get(one));
    this.vpcs = new Map(attachments.flatMap((one) => pairOf(one.consumer, places.get(one))));
    this.unplaced = attachments.filter((one) => unplaced.has(one));
    this.bySubnet = new AttachmentsBySubnet(attachments, aliases);
  }

  /** Functions whose VPC is unknown may be in each. */
  in(vpc: Key | undefined): Members {
    const here = this.byVpc.get(vpc) ?? [];
    const upper = vpc === undefined || this.unplaced.length === 0 ? here : [...here, ...this.unplaced];
    return { lower: here, estimate: here, upper };
  }

  at(subnet: Key): Members {
    return this.bySubnet.readings(subnet);
  }

  vpcOf(consumers: readonly Key[]): Key | undefined {
    const consumer = consumers.find((one) => this.vpcs.has(one));
    return consumer === undefined ? undefined : this.vpcs.get(consumer);
  }
}

function pairOf(consumer: Key, vpc: Key | undefined): readonly (readonly [Key, Key])[] {
  return vpc === undefined ? [] : [[consumer, vpc]];
}
