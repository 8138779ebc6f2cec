import { nearest } from "../configuration/configuration";
import { isRecord } from "../configuration/is-record";
import { isDay } from "../settings/day";
import { waiversSetting } from "../settings/waivers-setting";
import type { Problem } from "./problem";

/** What is wrong with the entries of waivers, in addition to their form. Each entry is checked, whatever the others hold. */
export function checkWaivers(configured: unknown, names: readonly string[], today: string): readonly Problem[] {
  const entries = isRecord(configured) && Array.isArray(configured["entries"]) ? configured["entries"] : [];
  return entries.flatMap((entry: unknown, index) =>
    isRecord(entry)
      ? mistakesOf(entry, names, today).map(([problem, fix]) => ({
          policy: waiversSetting.id,
          ...{ key: "entries", problem: `"entries[${index}]" ${problem}`, fix },
        }))
      : [],
  );
}

type Entry = Readonly<Record<string, unknown>>;
type Sentences = readonly [problem: string, fix: string];

function mistakesOf(entry: Entry, names: readonly string[], today: string): readonly Sentences[] {
  const { policy, expires, upTo } = entry;
  return [
    ...(typeof policy === "string" && !names.includes(policy)
      ? [[`names the unknown policy "${policy}"`, nearest(policy, names)] as const]
      : []),
    ...(typeof expires === "string" && isDay(expires) && expires < today
      ? [[`expired on ${expires}`, "Fix the finding, or set a later day"] as const]
      : []),
    ...(upTo === undefined
      ? []
      : [["has upTo, which an earlier version wrote, and tolerates every verdict", "Create the baseline again"] as const]),
    ...mistakesOfPlace(entry),
  ];
}

function mistakesOfPlace({ subject, pattern, verdict }: Entry): readonly Sentences[] {
  if (subject === undefined && pattern === undefined)
    return [["has neither a subject nor a pattern", "Set subject to a URN, or pattern to a pattern with *"]];
  const subjects = [subject].flat().filter((one) => typeof one === "string");
  const literal = verdict === undefined ? subjects.flatMap(mistakesOfSubject) : [];
  return [...literal, ...(typeof pattern === "string" ? mistakesOfPattern(pattern) : [])];
}

function mistakesOfSubject(subject: string): readonly Sentences[] {
  if (subject.includes("*")) return [["has a subject with *, which matches literally", "For a pattern, write it as pattern"]];
  return /^(urn|arn):/.test(subject) || AWS_ID.test(subject)
    ? []
    : [[`has the subject "${subject}", which is neither a URN nor an AWS id`, "Copy the URN of the resource from the preview"]];
}

const AWS_ID = /^[a-z]+-[0-9a-z]+$/;

function mistakesOfPattern(pattern: string): readonly Sentences[] {
  const [head = ""] = pattern.split("*");
  if (!pattern.includes("*")) return [["has a pattern without *", "Write it as subject"]];
  const mayMatch = URN.startsWith(head) || head.startsWith(URN) || /^[a-z]+-[0-9a-f]*$/.test(head);
  return mayMatch ? [] : [[`has the pattern "${pattern}", which matches no URN`, `Start it with * or ${URN}`]];
}

const URN = "urn:pulumi:";
