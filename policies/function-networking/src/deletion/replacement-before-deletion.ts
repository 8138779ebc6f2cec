import {
  type DeletedFirst,
  displayName,
  displayNames,
  isManaged,
  type Key,
  keySet,
  type Network,
  type ResolvedAttachment,
  typeInWords,
  untrimmedPublishers,
} from "@lambda-vpc/model";
import { byHand, change, definePolicy, type Finding, type Fix, type Step } from "@lambda-vpc/policy-kit";
import { type Use, useOf, usersBy } from "../use/users";

export const replacementBeforeDeletion = definePolicy({
  id: "replacement-before-deletion",
  title: "Security groups and subnets of functions are replaced before they are deleted.",
  severity: "low",
  level: "advisory",
  strict: { level: "mandatory" },
  config: {},
  check: ({ network, plan }) => {
    const { certain, possible } = untrimmedPublishers(network);
    const publishers = new Set([...certain, ...possible]);
    return deletedFirst(network).flatMap((resource) => checkResource(resource, plan.attachments, publishers));
  },
});

/** A resource whose replacement deletes it first, and how a function uses it. */
interface FirstDeleted {
  readonly key: Key;
  readonly reasons: DeletedFirst;
  /** Set while the stack is creating it: no published version uses it yet. */
  readonly creating?: boolean;
  readonly useBy: (attachment: ResolvedAttachment) => Use | undefined;
}

/** The replacement of a VPC forces that of its subnets, and deletes them with it (docs/engine-facts.md#deletion-before-replacement). */
function deletedFirst({ vpcs = [], subnets, securityGroups }: Network): readonly FirstDeleted[] {
  const some = (
    resources: readonly { readonly key: Key; readonly deletedFirst?: DeletedFirst; readonly creating?: boolean }[],
    useOfKey: (key: Key) => FirstDeleted["useBy"],
  ): readonly FirstDeleted[] =>
    resources.flatMap(({ key, deletedFirst: reasons, creating = false }) =>
      reasons === undefined ? [] : [{ key, reasons, creating, useBy: useOfKey(key) }],
    );
  const subnetsOf = (vpc: Key): readonly Key[] => subnets.flatMap(({ key, vpc: home }) => (home === vpc ? [key] : []));
  return [
    ...some(vpcs, (vpc) => (attachment) => useOfAny(subnetsOf(vpc), attachment.subnets)),
    ...some(subnets, (key) => (attachment) => useOf(key, attachment.subnets)),
    ...some(securityGroups, (key) => (attachment) => useOf(key, attachment.securityGroups)),
  ];
}

/** The most certain use of one of `keys` by a list. */
function useOfAny(keys: readonly Key[], list: ResolvedAttachment["subnets"]): Use | undefined {
  const uses = keys.flatMap((key) => useOf(key, list) ?? []);
  return uses.find(({ cause }) => cause === undefined) ?? uses[0];
}

function checkResource(
  resource: FirstDeleted,
  attachments: readonly ResolvedAttachment[],
  publishers: ReadonlySet<Key>,
): readonly Finding[] {
  const { key, reasons, useBy } = resource;
  const { certain, possible, count } = usersBy(attachments, useBy);
  if (count.max === 0) return [];
  const measure = { count, noun: "function" };
  const what = `${isManaged(key) ? typeInWords(key) : "resource"} ${displayName(key)}, which a replacement deletes first because of ${reasonsText(reasons)}`;
  if (certain.length === 0)
    return [
      {
        verdict: "undecided",
        subject: key,
        about: [key, ...keySet([...possible.values()].flat())],
        measure,
        what: `that may use ${what}`,
        causes: possible,
      },
    ];
  return [
    {
      verdict: "violation",
      subject: key,
      about: [key, ...certain],
      measure,
      what: `(${displayNames(certain)}) ${certain.length === 1 ? "uses" : "use"} ${what}.`,
      why: WHY,
      fix: fixOf(resource, keySet([...certain, ...[...possible.values()].flat()]), publishers),
      basis: count.basis,
    },
  ];
}

function reasonsText(reasons: DeletedFirst): string {
  return keySet(reasons.map((reason) => (reason === "name" ? "its fixed name" : reason))).join(" and ");
}

/**
 * Without its name, an existing group is replaced. Versions that its users have published keep the old one (docs/aws-facts.md#published-versions), so EC2
 * refuses its deletion at the end of the same update.
 */
function fixOf({ key, reasons, creating }: FirstDeleted, users: readonly Key[], publishers: ReadonlySet<Key>): Fix {
  const steps = reasons.map((reason): Step =>
    reason === "name"
      ? { step: "remove-property", resources: [key], property: "name" }
      : { step: "set-option", resources: [key], option: "deleteBeforeReplace", value: false },
  );
  const [first, ...others] = steps;
  if (first === undefined) throw new Error("a resource is deleted first without a reason");
  if (!reasons.includes("name")) return change([first, ...others]);
  if (creating !== true && users.some((user) => publishers.has(user)))
    return byHand(
      `add a group with namePrefix and the rules of ${displayName(key)}, and use it in ${displayNames(users)}; then delete their old versions; then remove ${displayName(key)}`,
      "old versions keep a group that is replaced",
    );
  return change([first, ...others], { note: "To keep a readable name, set namePrefix: AWS then sees a new name for each group." });
}

/** Sources: docs/engine-facts.md#deletion-before-replacement, docs/aws-facts.md#eni-deletion, docs/aws-facts.md#provider-deletion-wait. */
const WHY =
  "Functions use it until the update moves them. EC2 refuses the deletion, so the update fails (docs/engine-facts.md#deletion-before-replacement).";
