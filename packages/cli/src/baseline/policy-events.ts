import { isRecord, type PolicyReport, waiversSetting } from "@lambda-vpc/policy-kit";
import { CommandError } from "../command/command-error";
import { exitCodes } from "../command/exit-codes";

/** The engine's events about policies (docs/engine-facts.md#policy-events). */
interface EngineEvent {
  readonly policyEvent?: {
    readonly message: string;
    readonly policyName: string;
    readonly policyPackName: string;
    readonly enforcementLevel: string;
  };
  /** About one resource. The event about the stack has no `passed`. */
  readonly policyAnalyzeSummaryEvent?: { readonly policyPackName: string; readonly passed?: readonly string[] };
  readonly policyAnalyzeStackSummaryEvent?: { readonly policyPackName: string };
}

const HOW_TO_GET_EVENTS =
  "Use the standard output of `PULUMI_ENABLE_STREAMING_JSON_PREVIEW=1 pulumi preview --json --policy-pack DIR`: one event per line.";

/**
 * The violations of the one pack that supports waivers, which is a pack with a policy `waivers`, in a preview with the events `stream`.
 *
 * @throws CommandError if a line is not an event, or if not exactly one such pack checked the stack.
 */
export function readPolicyEvents(stream: string): readonly PolicyReport[] {
  const events = stream.split("\n").flatMap((line, index) => (line.trim() === "" ? [] : [readEvent(line, index + 1)]));
  const pack = packThatTakesWaivers(events);
  return events.flatMap(({ policyEvent }) =>
    policyEvent?.policyPackName === pack
      ? [
          {
            policy: policyEvent.policyName,
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
    if (isEngineEvent(event)) return event;
  } catch {
    // Reported below, with the fix.
  }
  throw new CommandError(exitCodes.unreadable, `Line ${number} of the events is not an engine event. ${HOW_TO_GET_EVENTS}`);
}

/** Whether the parts that are read here have their types. */
function isEngineEvent(event: unknown): event is EngineEvent {
  if (!isRecord(event)) return false;
  const { policyEvent, policyAnalyzeSummaryEvent: resource, policyAnalyzeStackSummaryEvent: stack } = event;
  return (
    (policyEvent === undefined ||
      (hasTexts(policyEvent, "message", "policyName", "policyPackName", "enforcementLevel") &&
        isTextOrAbsent(policyEvent["resourceUrn"]))) &&
    (resource === undefined || (hasTexts(resource, "policyPackName") && isListOrAbsent(resource["passed"]))) &&
    (stack === undefined || hasTexts(stack, "policyPackName"))
  );
}

function hasTexts(value: unknown, ...keys: readonly string[]): value is Readonly<Record<string, unknown>> {
  return isRecord(value) && keys.every((key) => typeof value[key] === "string");
}

function isTextOrAbsent(value: unknown): boolean {
  return value === undefined || typeof value === "string";
}

function isListOrAbsent(value: unknown): boolean {
  return value === undefined || Array.isArray(value);
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
      `In these events no pack with the policy "waivers" checked the stack. The preview failed earlier, ran without such a pack, or the policy is disabled. Set "waivers" to "advisory". ${HOW_TO_GET_EVENTS}`,
    );
  if (others.length > 0)
    throw new CommandError(
      exitCodes.unreadable,
      `In these events several packs support waivers (${names.join(", ")}). Each has a separate configuration. Preview with one at a time.`,
    );
  return pack;
}
