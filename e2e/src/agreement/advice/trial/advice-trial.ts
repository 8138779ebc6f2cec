import { keySet } from "@lambda-vpc/model";
import { type Change, namedIn } from "@lambda-vpc/policy-kit";
import { printedFindings } from "@lambda-vpc/test-stacks/printed-findings";
import { type ProgramDescription, urnOf } from "../description/program-description";
import { type Found, identityOf } from "../findings/found";
import { mechanicalChanges } from "../applying/apply-fix";
import { brokenByAccess, brokenByNewFindings, brokenByStaying, type BrokenLaw, followed } from "../laws/broken-law";
import type { Fault } from "../laws/paper-trial";
import type { AdviceLaboratory, Ended, Preview } from "./laboratory";

/** One finding whose fix was followed on the engine. */
export interface Round {
  readonly policy: string;
  readonly what: string;
  readonly change: Change;
  readonly broken: readonly BrokenLaw[];
}

/** What became of one program. */
export interface AdviceTrial {
  /** Whether the program was deployed before the first fix: AWS accepts it. */
  readonly deployed: boolean;
  /** Whether it was destroyed at the end, and is expected to leave nothing. */
  readonly destroyed: boolean;
  readonly rounds: readonly Round[];
  /** The policies whose findings were left: those that a person has to fix, and those whose fix is a text. */
  readonly left: readonly Found[];
  /** What is broken by the trial as a whole. */
  readonly broken: readonly BrokenLaw[];
  /** What the last command printed, if a law is broken. */
  readonly output: string;
}

export interface TrialOptions {
  /** Deploys the program first, as it is before anybody follows advice. */
  readonly deploy: boolean;
  /** Chooses among `count` findings, or options: a number from 0. */
  readonly choose: (count: number) => number;
  readonly fault?: Fault;
}

/** Policies about deletion: what they find and nobody fixed may leave interfaces. */
const DELETION = ["permissions-outlive-enis", "kept-functions-keep-network", "deletion-without-waiting", "replacement-before-deletion"];

/** Follows the advice about a program until no finding with a mechanical fix is left. */
export async function adviceTrial(laboratory: AdviceLaboratory, program: ProgramDescription, options: TrialOptions): Promise<AdviceTrial> {
  laboratory.reset();
  let deployed = options.deploy && (await laboratory.update(program, false)).ends === "accepted";
  if (options.deploy && !deployed) laboratory.reset();
  const started = deployed;
  let preview = spoiled(await laboratory.preview(program), options.fault);
  const known = new KnownFindings();
  known.add(preview.found);
  const rounds: Round[] = [];
  const end = (broken: readonly BrokenLaw[], { output }: Ended, destroyed = false): AdviceTrial => {
    const hasBroken = broken.length > 0 || rounds.some((round) => round.broken.length > 0);
    return { deployed: started, destroyed, rounds, left: preview.found, broken, output: hasBroken ? output : "" };
  };
  let [present, beforePolicy] = [program, preview.found];
  for (;;) {
    const fixable = preview.found.filter((found) => mechanicalChanges(found).length > 0);
    const ofPolicy = fixable.filter(({ policy }) => policy === rounds.at(-1)?.policy);
    const choice = ofPolicy.length > 0 ? ofPolicy : fixable;
    const found = choice[options.choose(choice.length)];
    if (found === undefined) break;
    if (ofPolicy.length === 0) beforePolicy = preview.found;
    const changes = mechanicalChanges(found);
    const change = changes[options.choose(changes.length)];
    if (change === undefined) break;
    if (rounds.length >= known.size)
      return end([{ law: "it ends", policy: found.policy, message: `${rounds.length} rounds, ${known.size} findings` }], preview);
    const programs = followed(change, found, present);
    const round = { policy: found.policy, what: found.what, change };
    if ("law" in programs) {
      rounds.push({ ...round, broken: [programs] });
      return end([], preview);
    }
    const updates = deployed ? await updateAll(laboratory, [present, ...programs], found, change) : NOTHING_BROKEN;
    const after = programs.at(-1) ?? present;
    if (updates.failed !== undefined) {
      rounds.push({ ...round, broken: updates.broken });
      return end([], updates.failed);
    }
    const next = spoiled(await laboratory.preview(after), options.fault);
    const broken = [
      ...updates.broken,
      ...brokenByPrinting(found, next),
      ...brokenByStaying(found, preview.found, next.found),
      ...brokenByNewFindings(found, beforePolicy, next.found),
      ...brokenByAccess(change, found, present, after),
    ];
    rounds.push({ ...round, broken });
    if (broken.length > 0) return end([], next);
    known.add(next.found);
    [present, preview] = [after, next];
  }

  if (!deployed && !preview.found.some(({ mandatory }) => mandatory)) {
    const up = await laboratory.update(present, false);
    const policy = rounds.at(-1)?.policy ?? "";
    if (up.ends !== "accepted" && rounds.length > 0) return end([{ law: "every update succeeds", policy, message: lastLines(up) }], up);
    deployed = up.ends === "accepted";
  }
  if (!deployed || preview.found.some(({ policy }) => DELETION.includes(policy)) || present.resources.some(hidesDeletion))
    return end([], preview);
  const destroy = await laboratory.destroy();
  const orphans = destroy.ends === "endless" ? 1 : await laboratory.orphans();
  const message = `${orphans} left; destroy ${destroy.ends}`;
  // A destroy may be refused for another reason, such as a range that does not wait for its subnets.
  const clean = orphans === 0;
  return end(clean ? [] : [{ law: "no interface is left", policy: rounds.at(-1)?.policy ?? "", message }], destroy, true);
}

/**
 * The findings that a trial has met. A finding that comes back is no new one, so that advice which undoes other advice does not end. Several findings of
 * one identity count as often as one preview had them.
 */
class KnownFindings {
  private readonly most = new Map<string, number>();

  get size(): number {
    return [...this.most.values()].reduce((sum, count) => sum + count, 0);
  }

  add(found: readonly Found[]): void {
    for (const [identity, { length }] of Map.groupBy(found, identityOf))
      this.most.set(identity, Math.max(length, this.most.get(identity) ?? 0));
  }
}

/** Options that no policy sees (docs/engine-facts.md#options-in-policies). */
function hidesDeletion({ retainOnDelete, inputs }: ProgramDescription["resources"][number]): boolean {
  return retainOnDelete === true || inputs["skipDestroy"] === true;
}

function spoiled(preview: Preview, fault: Fault | undefined): Preview {
  if (fault === undefined) return preview;
  return {
    ...preview,
    found: preview.found.map((one) => (one.fix === undefined || typeof one.fix === "string" ? one : { ...one, fix: fault(one.fix, one) })),
  };
}

const NOTHING_BROKEN: Updated = { broken: [] };

/** A preview prints no policy that found nothing, and it prints something if a finding is certain. A cause of two policies is printed for one. */
function brokenByPrinting({ policy }: Found, { found, output }: Preview): readonly BrokenLaw[] {
  const printed = keySet(printedFindings(output).map((one) => one.policy));
  const further = printed.filter((one) => !found.some((each) => each.policy === one));
  const isSilent = printed.length === 0 && found.some(({ verdict }) => verdict !== "undecided");
  if (further.length === 0 && !isSilent) return [];
  return [{ law: "the preview prints what was found", policy, message: `printed: ${printed.join(", ")}` }];
}

interface Updated {
  readonly broken: readonly BrokenLaw[];
  /** The update that did not succeed. */
  readonly failed?: Ended;
}

/** Runs the updates of a change one after the other: all must succeed, and replace only what the change names, and what is made of it. */
async function updateAll(
  laboratory: AdviceLaboratory,
  [before, ...programs]: readonly ProgramDescription[],
  { policy }: Found,
  change: Change,
): Promise<Updated> {
  const named = new Set(namedIn(change));
  const broken: BrokenLaw[] = [];
  let earlier = before;
  for (const [index, program] of programs.entries()) {
    const ids = laboratory.ids();
    const removes = earlier?.resources.some((one) => !program.resources.some((other) => urnOf(other) === urnOf(one))) ?? false;
    const update = await laboratory.update(program, removes);
    if (update.ends !== "accepted")
      return {
        broken: [
          ...broken,
          { law: "every update succeeds", policy, message: `update ${index + 1} of ${programs.length}: ${lastLines(update)}` },
        ],
        failed: update,
      };
    const replaced = [...laboratory.ids()].filter(([urn, id]) => ids.has(urn) && ids.get(urn) !== id && !named.has(urn));
    for (const [urn] of replaced) broken.push({ law: "nothing else is replaced", policy, message: urn });
    earlier = program;
  }
  return { broken };
}

function lastLines({ ends, output }: Ended): string {
  const lines = output.split("\n").filter((line) => /error|failed/i.test(line));
  return `${ends}: ${lines.slice(0, 3).join(" | ").slice(0, 400)}`;
}
