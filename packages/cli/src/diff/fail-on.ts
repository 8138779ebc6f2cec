import { nearest } from "@lambda-vpc/policy-kit";
import { countOf, type DifferenceDocument } from "@lambda-vpc/reports";
import { counted, formatCounted } from "@lambda-vpc/model";
import { CommandError } from "../command/command-error";
import { exitCodes } from "../command/exit-codes";

/** What `--fail-on` can name: what the difference then has, in words; undefined if it has not. What may be the case counts. */
const conditions = {
  added: ({ combinations: { added } }: DifferenceDocument) => {
    const count = countOf(added);
    return count.max > 0 ? `${formatCounted(count, "combination")} added` : undefined;
  },
  finding: ({ findings }: DifferenceDocument) => {
    const found = findings?.added.length ?? 0;
    return found > 0 ? counted(found, "new finding") : undefined;
  },
  mandatory: ({ findings }: DifferenceDocument) => {
    const found = (findings?.added ?? []).filter(({ level }) => level === "mandatory").length;
    return found > 0 ? counted(found, "new mandatory finding") : undefined;
  },
  capacity: ({ vpcs, subnets }: DifferenceDocument) => {
    const over = vpcs.filter(({ quota: { changeover, limit } }) => countOf(changeover).max > limit).length;
    const full = subnets.filter(({ addresses: { free } }) => free !== null && countOf(free).min < 0).length;
    return over + full > 0
      ? `${counted(over, "VPC")} over the quota and ${counted(full, "subnet")} without enough addresses during the changeover, or possibly`
      : undefined;
  },
} as const satisfies Readonly<Record<string, (document: DifferenceDocument) => string | undefined>>;

export type FailOn = keyof typeof conditions;

/** The names that `--fail-on` takes. */
export const failOnNames: readonly string[] = Object.keys(conditions);

/** The conditions that the user named. @throws CommandError if there is no such one, or if it needs a pack. */
export function readFailOn(given: readonly string[], hasPack: boolean): readonly FailOn[] {
  return given.map((name) => {
    if (!isFailOn(name)) throw new CommandError(exitCodes.usage, `Unknown value ${name} of --fail-on. ${nearest(name, failOnNames)}.`);
    if (!hasPack && (name === "finding" || name === "mandatory"))
      throw new CommandError(exitCodes.usage, `--fail-on ${name} needs findings. Specify --pack.`);
    return name;
  });
}

function isFailOn(name: string): name is FailOn {
  return Object.hasOwn(conditions, name);
}

/** A line for each condition that a difference meets. */
export function failures(document: DifferenceDocument, names: readonly FailOn[]): readonly string[] {
  return [...new Set(names)].flatMap((name) => {
    const met = conditions[name](document);
    return met === undefined ? [] : [`--fail-on ${name}: ${met}.`];
  });
}
