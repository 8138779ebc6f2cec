import { counted, displayNames, isManaged, type Key, keySet, typeInWords, withoutNames } from "@lambda-vpc/model";
import { fixText } from "../fix/fix-text";
import type { Violation } from "./finding";
import { measured } from "./measure";

/** Violations of one policy and one cause: they differ in names and numbers only, and one block states them. */
export interface Alike {
  /** The one that the block states in full. */
  readonly first: Violation;
  /** What all of them are about, in canonical order; at least two. */
  readonly subjects: readonly Key[];
  /** Whether their fixes name the same resources. */
  readonly oneFix: boolean;
}

/**
 * The violations in their order, those that are alike as one, and those that were found twice once. Laws: every violation is in exactly one entry; no
 * two entries are alike; a violation that is like no other stands as it is.
 */
export function groupAlike(violations: readonly Violation[]): readonly (Violation | Alike)[] {
  return [...Map.groupBy(violations, cause).values()].flatMap((group): readonly (Violation | Alike)[] => {
    const [first] = group;
    const subjects = keySet(group.map(({ subject }) => subject));
    if (first === undefined || subjects.length === 1) return withoutRepetitions(group);
    return [{ first, subjects, oneFix: new Set(group.map(({ fix }) => fixText(fix))).size === 1 }];
  });
}

/** Of violations about one subject, those that state different facts. */
function withoutRepetitions(violations: readonly Violation[]): readonly Violation[] {
  return [...new Map(violations.map((one) => [JSON.stringify([measured(one), fixText(one.fix), one.basis]), one])).values()];
}

/** What violations of one cause have in common: the reason, the kind of the fact, and the fix without names. Its numbers count: a reader follows them. */
function cause(violation: Violation): string {
  const { verdict, why, fix, newNames } = violation;
  return JSON.stringify([verdict, why, newNames, kindOf(measured(violation)), withoutNames(fixText(fix))]);
}

/** A text without names, numbers and the endings of plurals. */
function kindOf(text: string): string {
  return withoutNames(text)
    .replaceAll(/\d+/g, "#")
    .replaceAll(/(?<=\b[a-z]+)s\b/g, "");
}

/** The heading of a block: `12 security groups (audit, cart, mails and 9 more)`. */
export function headingOf({ subjects }: Alike): string {
  return `${counted(subjects.length, commonType(subjects))} (${displayNames(subjects)})`;
}

/** The fix of the first. If the others' fixes name other resources, it mentions the others. */
export function fixOf({ first: { fix }, subjects, oneFix }: Alike): string {
  return oneFix ? fixText(fix) : `${fixText(fix)} Do the same for the other ${subjects.length === 2 ? "one" : subjects.length - 1}.`;
}

function commonType(subjects: readonly Key[]): string {
  const types = new Set(subjects.map((subject) => (isManaged(subject) ? typeInWords(subject) : "resource")));
  const [only = "resource", ...others] = types;
  return others.length === 0 ? only : "resource";
}
