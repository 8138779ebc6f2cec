import {
  between,
  type Count,
  displayNames,
  type Key,
  keySet,
  type Knowable,
  type ResolvedAttachment,
  type Selection,
  type Uncertainty,
} from "@lambda-vpc/model";
import { definePolicy, type Finding } from "@lambda-vpc/policy-kit";
import { madeHere, mayNameMore } from "./made-here";
import { functionsOf, type Place, places, subjectOfPlace } from "./place";

export const deletionWithoutWaiting = definePolicy({
  id: "deletion-without-waiting",
  title: "Subnets and security groups outlive the functions that use them.",
  severity: "low",
  level: "disabled",
  config: {},
  check: ({ network, plan }) => {
    const made = madeHere(network);
    const replacing = new Map((network.functions ?? []).map(({ key, groupReplacement }) => [key, groupReplacement?.asked]));
    return places(plan).flatMap((place) => {
      const holds = place.attachments.map((attachment) => holdOf(attachment, replacing.get(attachment.consumer)));
      return checkPlace(place, holds, made);
    });
  },
});

/** What waits for the ENIs of one function, once it is gone. */
interface Hold {
  readonly consumer: Key;
  /** Lists of what surely waits. */
  readonly sure: readonly Selection[];
  /** Lists of what waits unless the function's groups are replaced, which does not show. */
  readonly doubtful: readonly Selection[];
}

/** Its subnets wait in any case, its groups unless others take their place first. */
function holdOf({ consumer, subnets, securityGroups }: ResolvedAttachment, asked?: Knowable<boolean>): Hold {
  if (asked?.known === false) return { consumer, sure: [subnets], doubtful: [securityGroups] };
  return { consumer, sure: asked?.value === true ? [subnets] : [subnets, securityGroups], doubtful: [] };
}

function checkPlace(place: Place, holds: readonly Hold[], made: ReadonlySet<Key>): readonly Finding[] {
  const waiting = keySet(holds.flatMap(({ sure }) => sure.flatMap(({ certain }) => certain))).filter((key) => made.has(key));
  const count = countWaiting(holds, made);
  const measure = { count, noun: "resource" };
  const subject = subjectOfPlace(place);
  if (count.max === 0) return [];
  if (waiting.length === 0) {
    const what = `of this stack that the ENIs of ${functionsOf(place)} hold up when the stack is destroyed`;
    return [{ verdict: "undecided", subject, measure, what, causes: causesOf(holds) }];
  }
  return [
    {
      verdict: "violation",
      subject,
      measure,
      what: `of this stack that the ENIs of ${functionsOf(place)} hold up when the stack is destroyed, or one of them replaced: ${displayNames(waiting)}.`,
      why: WHY,
      fix: "keep subnets, groups and execution role in a stack that outlives the functions; where only the groups are of this stack, replaceSecurityGroupsOnDestroy with replacementSecurityGroupIds frees them (see safe-group-replacement)",
      basis: count.basis,
    },
  ];
}

function countWaiting(holds: readonly Hold[], made: ReadonlySet<Key>): Count {
  const all = holds.flatMap(({ sure, doubtful }) => [...sure, ...doubtful]);
  const here = (keys: readonly Key[]): number => keySet(keys).filter((key) => made.has(key)).length;
  const sure = holds.flatMap((hold) => hold.sure);
  const most = all.some(mayNameMore) ? made.size : here(all.flatMap(({ possible }) => possible));
  const basis = all.some((list) => list.basis === "dependencies") ? "dependencies" : "known";
  return between(here(sure.flatMap(({ certain }) => certain)), here(sure.flatMap(({ likely }) => likely)), most, basis);
}

function causesOf(holds: readonly Hold[]): ReadonlyMap<Uncertainty, readonly Key[]> {
  const causes = holds.flatMap(({ consumer, sure, doubtful }) => [
    ...[...sure, ...doubtful].flatMap(({ uncertainty }) => (uncertainty === undefined ? [] : [{ uncertainty, consumer }])),
    ...doubtful.map(() => ({ uncertainty: "replacement-unknown" as const, consumer })),
  ]);
  return new Map(
    [...Map.groupBy(causes, ({ uncertainty }) => uncertainty)].map(([uncertainty, some]) => [
      uncertainty,
      keySet(some.map(({ consumer }) => consumer)),
    ]),
  );
}

/** Sources: docs/aws-facts.md#eni-deletion, docs/aws-facts.md#provider-deletion-wait. */
const WHY =
  "Lambda deletes an ENI up to 20 minutes after its last function is gone, and until then neither its subnet nor its groups can be deleted: the provider waits up to 45 minutes for each";
