import {
  between,
  type Count,
  displayNames,
  type Key,
  keySet,
  type Knowable,
  mayContainOthers,
  type ResolvedAttachment,
  type Selection,
  type Uncertainty,
} from "@lambda-vpc/model";
import { byHand, definePolicy, type Finding } from "@lambda-vpc/policy-kit";
import { managedKeys } from "../use/managed-keys";
import { consumersOf, functionsByVpc, functionsOf, subjectOfVpc, type VpcFunctions } from "../use/vpc-functions";

export const deletionWithoutWaiting = definePolicy({
  id: "deletion-without-waiting",
  title: "Subnets and security groups outlive the functions that use them.",
  severity: "low",
  level: "disabled",
  config: {},
  check: ({ network, plan }) => {
    const managed = managedKeys(network);
    const replacing = new Map((network.functions ?? []).map(({ key, groupReplacement }) => [key, groupReplacement?.asked]));
    return functionsByVpc(plan).flatMap((functions) => {
      const blocked = functions.attachments.map((attachment) => blockedBy(attachment, replacing.get(attachment.consumer)));
      return checkVpc(functions, blocked, managed);
    });
  },
});

/** The lists of resources that cannot be deleted as long as the ENIs of a deleted function exist. */
interface Blocked {
  readonly consumer: Key;
  /** Certainly blocked. */
  readonly certain: readonly Selection[];
  /** Possibly blocked. */
  readonly possible: readonly Selection[];
  /** Why they may not be blocked. */
  readonly doubt?: Uncertainty;
}

/**
 * The subnets are always blocked, the groups unless other groups replace them before the deletion. AWS does not document how soon Lambda deletes the ENIs of replaced
 * groups (docs/aws-facts.md#group-replacement).
 */
function blockedBy({ consumer, subnets, securityGroups }: ResolvedAttachment, asked?: Knowable<boolean>): Blocked {
  if (asked === undefined || (asked.ok && !asked.value)) return { consumer, certain: [subnets, securityGroups], possible: [] };
  return { consumer, certain: [subnets], possible: [securityGroups], doubt: asked.ok ? "release-undocumented" : "replacement-unknown" };
}

function checkVpc(functions: VpcFunctions, blocked: readonly Blocked[], managed: ReadonlySet<Key>): readonly Finding[] {
  const waiting = keySet(blocked.flatMap(({ certain }) => certain.flatMap((list) => list.certain))).filter((key) => managed.has(key));
  const count = countBlocked(blocked, managed);
  const about = functions.vpc === undefined ? consumersOf(functions.attachments) : [functions.vpc];
  const measure = { count, noun: "resource" };
  const subject = subjectOfVpc(functions);
  const waits = `of this stack must wait for the ENIs of ${functionsOf(functions)} when deleted`;
  if (count.max === 0) return [];
  if (waiting.length === 0) return [{ verdict: "undecided", subject, about, measure, what: waits, causes: causesOf(blocked) }];
  return [
    {
      verdict: "violation",
      subject,
      about,
      measure,
      what: `${waits}: ${displayNames(waiting)}.`,
      why: WHY,
      fix: byHand("move subnets, groups and role to a stack that outlives the functions", "a move between stacks also moves state"),
      basis: count.basis,
    },
  ];
}

function countBlocked(blocked: readonly Blocked[], managed: ReadonlySet<Key>): Count {
  const certainLists = blocked.flatMap(({ certain }) => certain);
  const all = blocked.flatMap(({ certain, possible }) => [...certain, ...possible]);
  const countManaged = (keys: readonly Key[]): number => keySet(keys).filter((key) => managed.has(key)).length;
  const min = countManaged(certainLists.flatMap(({ certain }) => certain));
  const likely = countManaged(certainLists.flatMap((list) => list.likely));
  const max = all.some(mayContainOthers) ? managed.size : countManaged(all.flatMap(({ possible }) => possible));
  return between(min, likely, max, all.some(({ basis }) => basis === "dependencies") ? "dependencies" : "known");
}

function causesOf(blocked: readonly Blocked[]): ReadonlyMap<Uncertainty, readonly Key[]> {
  const causes = blocked.flatMap(({ consumer, certain, possible, doubt }) => [
    ...[...certain, ...possible].flatMap(({ uncertainty }) => (uncertainty === undefined ? [] : [{ uncertainty, consumer }])),
    ...possible.flatMap(() => (doubt === undefined ? [] : [{ uncertainty: doubt, consumer }])),
  ]);
  return new Map(
    [...Map.groupBy(causes, ({ uncertainty }) => uncertainty)].map(([uncertainty, some]) => [
      uncertainty,
      keySet(some.map(({ consumer }) => consumer)),
    ]),
  );
}

/** Sources: docs/aws-facts.md#eni-deletion, docs/aws-facts.md#provider-deletion-wait. */
const WHY = "Lambda deletes ENIs up to 20 minutes later, and each deletion waits up to 45 minutes (docs/aws-facts.md#eni-deletion).";
