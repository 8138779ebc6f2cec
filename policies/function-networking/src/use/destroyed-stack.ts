import {
  type DeletingRole,
  type DestroyDepths,
  exactSelection,
  type GroupReplacement,
  type InterfaceFate,
  interfaceFate,
  largest,
  type Key,
  type LambdaFunction,
  MAX_SECURITY_GROUPS_PER_FUNCTION,
  NOTHING_WAITS,
  type ResolvedAttachment,
  type ResolvedNetwork,
  select,
  type Selection,
  type Uncertainty,
} from "@lambda-vpc/model";
import { managedKeys } from "./managed-keys";

/** ENIs that a function leaves to Lambda when it is deleted. */
export interface LeftAttachment {
  readonly attachment: ResolvedAttachment;
  /** Why the function may not leave them. */
  readonly doubts: readonly Uncertainty[];
}

/** A stack as a destroy sees it: what it deletes, in which order, and which ENIs its functions leave to Lambda. */
export class DestroyedStack {
  /** The attachments of functions that the destroy deletes, or may delete. */
  readonly attachments: readonly ResolvedAttachment[];
  /** The attachments of functions that stay in the account. */
  readonly kept: readonly ResolvedAttachment[];
  /** The groups and subnets that the destroy deletes. Their deletion waits for ENIs. */
  readonly deleted: ReadonlySet<Key>;
  private readonly depths: DestroyDepths;
  private readonly byConsumer: ReadonlyMap<Key, readonly ResolvedAttachment[]>;
  private readonly functions: ReadonlyMap<Key, LambdaFunction>;

  constructor({ network, attachments }: ResolvedNetwork) {
    const all = network.deletionDepths ?? new Map<Key, number>();
    this.functions = new Map((network.functions ?? []).map((one) => [one.key, one]));
    const byKept = Map.groupBy(attachments, ({ consumer }) => isKept(this.functions.get(consumer)));
    this.attachments = byKept.get(false) ?? [];
    this.kept = byKept.get(true) ?? [];
    this.byConsumer = Map.groupBy(this.attachments, ({ consumer }) => consumer);
    this.deleted = managedKeys(network);
    const waiting = new Map([...all].filter(([key]) => this.deleted.has(key)));
    const left = this.attachments.flatMap(({ consumer }) => this.leftBy(consumer)).map(({ attachment }) => attachment);
    const used = left.flatMap(({ subnets, securityGroups }) => [...subnets.possible, ...securityGroups.possible]);
    this.depths = {
      all,
      waiting,
      firstWait: largest(
        used.map((key) => waiting.get(key) ?? NOTHING_WAITS),
        NOTHING_WAITS,
      ),
    };
  }

  fate(attachment: ResolvedAttachment, role: DeletingRole): InterfaceFate {
    return interfaceFate(attachment, role, this.depths);
  }

  /** The ENIs that a function leaves: its own, and those with the groups that replace its own before it is deleted. */
  leftBy(consumer: Key): readonly LeftAttachment[] {
    const found = this.functions.get(consumer);
    const doubts: readonly Uncertainty[] = found?.kept?.ok === false ? ["keeping-unknown"] : [];
    return (this.byConsumer.get(consumer) ?? []).flatMap((attachment) => [
      { attachment, doubts },
      ...replacing(attachment, doubts, found?.groupReplacement),
    ]);
  }
}

function isKept(found: LambdaFunction | undefined): boolean {
  return found?.kept?.ok === true && found.kept.value;
}

/** Without ids, the groups are replaced with the default group of the VPC, which no stack deletes (docs/aws-facts.md#group-replacement). */
function replacing(
  attachment: ResolvedAttachment,
  doubts: readonly Uncertainty[],
  replacement: GroupReplacement | undefined,
): readonly LeftAttachment[] {
  if (replacement === undefined || (replacement.asked.ok && !replacement.asked.value)) return [];
  const named: Selection = select(replacement.securityGroups, MAX_SECURITY_GROUPS_PER_FUNCTION);
  const securityGroups = named.most === 0 ? exactSelection([], "known") : named;
  const unknown: readonly Uncertainty[] = replacement.asked.ok ? [] : ["replacement-unknown"];
  return [{ attachment: { ...attachment, securityGroups }, doubts: [...doubts, ...unknown] }];
}
