import { waiversSetting } from "@lambda-vpc/policy-kit";
import { CommandError } from "../command/command-error";
import { exitCodes } from "../command/exit-codes";

/** One entry of a preview's policy section, as the engine tells it. */
export interface PolicyEvent {
  readonly policy: string;
  /** The URN of the resource it points at. */
  readonly subject: string;
  readonly message: string;
  readonly level: "advisory" | "mandatory";
}

/** The engine's events that tell of policies; source: docs/engine-facts.md#policy-events. */
interface EngineEvent {
  readonly policyEvent?: {
    readonly resourceUrn?: string;
    readonly message: string;
    readonly policyName: string;
    readonly policyPackName: string;
    readonly enforcementLevel: string;
  };
  /** Of one resource. That of the stack has no `passed`. */
  readonly policyAnalyzeSummaryEvent?: { readonly policyPackName: string; readonly passed?: readonly string[] };
  readonly policyAnalyzeStackSummaryEvent?: { readonly policyPackName: string };
}

const HOW_TO_GET_EVENTS =
  "The events are what `PULUMI_ENABLE_STREAMING_JSON_PREVIEW=1 pulumi preview --json --policy-pack DIR` prints on its standard output, one a line.";

/**
 * What the pack that takes waivers said in a preview whose events `stream` holds. A pack takes waivers where it has a policy `waivers`.
 *
 * @throws CommandError where these are no events, or not those of a preview that one such pack decided upon.
 */
export function readPolicyEvents(stream: string): readonly PolicyEvent[] {
  const events = stream.split("\n").flatMap((line, index) => (line.trim() === "" ? [] : [readEvent(line, index + 1)]));
  const pack = packThatTakesWaivers(events);
  return events.flatMap(({ policyEvent }) =>
    policyEvent?.policyPackName === pack
      ? [
          {
            policy: policyEvent.policyName,
            subject: policyEvent.resourceUrn ?? "",
            message: policyEvent.message.trimEnd(),
            level: policyEvent.enforcementLevel === "advisory" ? "advisory" : "mandatory",
          },
        ]
      : [],
  );
}

function readEvent(line: string, number: number): EngineEvent {
  try {
    const event: unknown = JSON.parse(line);
    if (typeof event === "object" && event !== null) return event;
  } catch {
    // Said below, with the fix.
  }
  throw new CommandError(exitCodes.unreadable, `Line ${number} of the events is no engine event. ${HOW_TO_GET_EVENTS}`);
}

function packThatTakesWaivers(events: readonly EngineEvent[]): string {
  const taking = events.flatMap(({ policyAnalyzeSummaryEvent: summary }) =>
    summary?.passed?.includes(waiversSetting.id) === true ? [summary.policyPackName] : [],
  );
  const decided = new Set(events.map(({ policyAnalyzeStackSummaryEvent: summary }) => summary?.policyPackName));
  const names = [...new Set(taking)].filter((name) => decided.has(name)).sort();
  const [pack, ...others] = names;
  if (pack === undefined)
    throw new CommandError(
      exitCodes.unreadable,
      `In these events no pack with the policy "waivers" decided upon the stack: the preview failed before, ran without such a pack, or "waivers" is disabled, which the level "advisory" mends. ${HOW_TO_GET_EVENTS}`,
    );
  if (others.length > 0)
    throw new CommandError(
      exitCodes.unreadable,
      `In these events several packs take waivers (${names.join(", ")}), and each has a configuration of its own. Preview with one at a time.`,
    );
  return pack;
}
