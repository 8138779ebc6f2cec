import { displayName, listed } from "@lambda-vpc/model";
import type { Finding } from "../findings/finding";
import { isLessWorse, limitOf } from "../findings/measure";
import { allowedBy, isVerdictAllowed } from "./tolerance";
import { aboutOf, isExpired, subjectsOf, touches, type Waivable, type Waiver } from "./waiver";
import { withoutStack } from "./stack-name";

/**
 * The finding, which no waiver tolerates, with what is new about it: `(waived up to 12; new: zz-new)`. Law: a finding that no waiver is about stays
 * as it is, and no name is stated that a waiver records.
 */
export function nameWhatIsNew(waivers: readonly Waiver[], waivable: Waivable, today: string): Finding {
  const { finding } = waivable;
  const concerned = waivers.filter((waiver) => !isExpired(waiver, today) && touches(waiver, waivable));
  if (concerned.length === 0) return finding;
  const newNames = namesOfNew(concerned, finding);
  const notes = [...waivedText(concerned, finding), ...newText(newNames)];
  if (notes.length === 0) return finding;
  const what = `${finding.what.replace(/\.$/, "")} (${notes.join("; ")})${finding.what.endsWith(".") ? "." : ""}`;
  return { ...finding, what, ...(newNames.length === 0 ? {} : { newNames }) };
}

/** What the waiver that comes nearest allows. */
function waivedText(concerned: readonly Waiver[], finding: Finding): readonly string[] {
  const [waiver] = concerned.filter((one) => isVerdictAllowed(one, finding));
  if (waiver === undefined) return [`waived as ${concerned[0]?.verdict ?? ""}`];
  const [found, { measure }] = [allowedBy(waiver), finding];
  if (found === undefined || measure === undefined) return [];
  const limit = waiver.limit === undefined || waiver.limit === limitOf(measure) ? "" : ` at a limit of ${waiver.limit}`;
  return [`waived ${isLessWorse(measure) ? "down" : "up"} to ${found}${limit}`];
}

/** The names that no waiver records. Of a waiver that records none, nothing is known to be new. */
function namesOfNew(concerned: readonly Waiver[], finding: Finding): readonly string[] {
  const about = aboutOf(finding);
  if (about.length > 1) {
    const known = new Set(concerned.flatMap(subjectsOf).map(withoutStack));
    return about.filter((key) => !known.has(withoutStack(key))).map(displayName);
  }
  const known = concerned.flatMap(({ members = [] }) => members);
  const members = finding.measure?.members ?? [];
  return known.length === 0 ? [] : members.filter(({ name }) => !known.includes(name)).map(({ name, label }) => label ?? name);
}

/** The most names in one message. */
const MOST_NAMES = 8;

function newText(names: readonly string[]): readonly string[] {
  return names.length === 0 ? [] : [`new: ${listed(names, (name) => name, MOST_NAMES)}`];
}
