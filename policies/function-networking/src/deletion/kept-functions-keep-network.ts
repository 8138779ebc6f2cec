import {
  between,
  displayName,
  displayNames,
  type Key,
  keySet,
  type LambdaFunction,
  mayContainOthers,
  type ResolvedAttachment,
  type Uncertainty,
} from "@lambda-vpc/model";
import { byHand, change, definePolicy, type Finding, oneOfFixes } from "@lambda-vpc/policy-kit";
import { managedKeys } from "../use/managed-keys";

export const keptFunctionsKeepNetwork = definePolicy({
  id: "kept-functions-keep-network",
  title: "On destroy, functions that stay keep their security groups and subnets.",
  severity: "medium",
  level: "advisory",
  strict: { level: "mandatory" },
  config: {},
  check: ({ network, plan }) => {
    const [deleted, functions] = [managedKeys(network), new Map((network.functions ?? []).map((one) => [one.key, one]))];
    return plan.attachments.flatMap((attachment) => checkFunction(attachment, functions.get(attachment.consumer)?.kept, deleted));
  },
});

function checkFunction(
  { consumer: subject, subnets, securityGroups }: ResolvedAttachment,
  kept: LambdaFunction["kept"],
  deleted: ReadonlySet<Key>,
): readonly Finding[] {
  if (kept === undefined || (kept.ok && !kept.value)) return [];
  const lists = [securityGroups, subnets];
  const deletedAmong = (keys: readonly Key[]): readonly Key[] => keySet(keys.filter((key) => deleted.has(key)));
  const certain = deletedAmong(lists.flatMap((list) => list.certain));
  const most = lists.some(mayContainOthers) ? deleted.size : deletedAmong(lists.flatMap(({ possible }) => possible)).length;
  if (most === 0) return [];
  const basis = lists.some((list) => list.basis === "dependencies") ? "dependencies" : "known";
  const measure = {
    count: between(certain.length, deletedAmong(lists.flatMap(({ likely }) => likely)).length, most, basis),
    noun: "resource",
  };
  if (certain.length === 0 || !kept.ok) {
    const ofLists = lists.flatMap(({ uncertainty }) => (uncertainty === undefined ? [] : [uncertainty]));
    const causes: readonly Uncertainty[] = kept.ok ? ofLists : ["keeping-unknown", ...ofLists];
    const what = `that a destroy may delete under ${displayName(subject)}, which may stay`;
    return [{ verdict: "undecided", subject, measure, what, causes: new Map(causes.map((cause) => [cause, [subject]])) }];
  }
  return [
    {
      verdict: "violation",
      subject,
      measure,
      what: `(${displayNames(certain)}) cannot be deleted on destroy: ${displayName(subject)} sets skipDestroy, stays, and keeps its ENIs.`,
      why: WHY,
      fix: oneOfFixes(
        change([{ step: "remove-property", resources: [subject], property: "skipDestroy" }]),
        byHand("move its security groups and subnets to a stack that stays", "a move between stacks also moves state"),
      ),
      basis,
    },
  ];
}

/** Sources: docs/aws-facts.md#kept-functions, docs/aws-facts.md#eni-deletion, docs/aws-facts.md#provider-deletion-wait. */
const WHY =
  "EC2 deletes no group or subnet that an ENI uses. The provider waits up to 45 minutes and then fails (docs/aws-facts.md#eni-deletion).";
