import { isRecord } from "@lambda-vpc/policy-kit";
import {
  readPreviewBefore,
  readPreviewJson,
  readStateFile,
  secretsInState,
  type StackResource,
  type StackState,
  type UnreadableCode,
  UnreadableFile,
} from "@lambda-vpc/sources";
import { CommandError } from "../command/command-error";
import { type ExitCode, exitCodes } from "../command/exit-codes";
import { inventoryResources } from "./inventory-resources";

/** What a command assesses. */
export interface Input {
  readonly kind: "preview" | "state" | "inventory";
  readonly resources: readonly StackResource[];
  /** The values that it marks as secret. A preview masks them. */
  readonly secrets: Iterable<unknown>;
  /** The setting `inventory` that it is, if it is one. */
  readonly inventory?: unknown;
  /** What the reader must know of it. */
  readonly remarks: readonly string[];
  /** What the stack has before the update that it previews. Absent if it is no preview, or is longer than a text can be. */
  readonly before?: () => readonly StackResource[];
}

const WAYS = "Specify the output of `pulumi preview --json --show-sames` or of `pulumi stack export`, or an inventory.";

/**
 * Reads an input, whose kind follows from its content. `name` is that of the file.
 *
 * @throws CommandError with what is wrong, where, and the fix. Each kind of mistake has an exit code.
 */
export function readInput(text: string, name: string): Input {
  if (text.trim() === "") throw new CommandError(exitCodes.unreadable, `${name} is empty. ${WAYS}`);
  try {
    if (isState(text)) return stateInput(text);
    refuseEventStream(text, name);
    if (text.includes('"steps"'))
      return { kind: "preview", resources: readPreviewJson(text), secrets: [], remarks: [], before: () => readPreviewBefore(text) };
  } catch (error) {
    throw unreadable(error, name);
  }
  return inventoryInput(text, name);
}

/** The error that a command reports for `error`, which reading the file gave. */
export function unreadable(error: unknown, name: string): unknown {
  return error instanceof UnreadableFile ? new CommandError(exitCodeOf[error.code], `${name} cannot be read. ${error.message}`) : error;
}

const exitCodeOf: Readonly<Record<UnreadableCode, ExitCode>> = {
  "not-json": exitCodes.unreadable,
  "wrong-document": exitCodes.unreadable,
  "unchanged-left-out": exitCodes.unreadable,
  truncated: exitCodes.truncated,
  "unfinished-preview": exitCodes.unfinished,
  "unknown-version": exitCodes.unsupported,
};

/** A state names its version first. A state that another program has written may not. */
function isState(text: string): boolean {
  return (
    /^\uFEFF?\s*\{\s*"version"\s*:\s*\d+\s*,\s*"deployment"/.test(text) || (text.includes('"deployment"') && !text.includes('"steps"'))
  );
}

/** @throws CommandError if `text`, or its beginning, is that of an event stream. */
export function refuseEventStream(text: string, name: string): void {
  if (/^\uFEFF?\s*\{[^\n]{0,40}"sequence"\s*:/.test(text))
    throw new CommandError(
      exitCodes.unreadable,
      `${name} is an event stream, which does not contain the dependencies of resources. Unset PULUMI_ENABLE_STREAMING_JSON_PREVIEW, and run \`pulumi preview --json --show-sames\`.`,
    );
}

/** The error about a text that is neither a document that commands read nor, as it seems, the beginning of one. */
export function noDocument(name: string, isCut: boolean): CommandError {
  return new CommandError(
    isCut ? exitCodes.truncated : exitCodes.unreadable,
    `${name} ${isCut ? "stops before its end, or is" : "is"} no JSON document that this command reads. ${WAYS}`,
  );
}

/** The error about another JSON document. */
export function otherDocument(name: string): CommandError {
  return new CommandError(exitCodes.unreadable, `${name} is another document. ${WAYS}`);
}

function stateInput(text: string): Input {
  return inputOfState(readStateFile(text), secretsInState(text));
}

/** The input that a state is, with its secrets. */
export function inputOfState({ resources, lingering, pending }: StackState, secrets: Iterable<unknown>): Input {
  const remarks = [
    ...(lingering.length === 0
      ? []
      : [`${lingering.length} replaced resources wait for deletion and are not counted. They keep their ENIs until then.`]),
    ...(pending.length === 0 ? [] : [`${pending.length} operations are pending, so the result is partial. Run \`pulumi refresh\` first.`]),
  ];
  return { kind: "state", resources, secrets, remarks };
}

function inventoryInput(text: string, name: string): Input {
  let json: unknown;
  try {
    json = JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch (error) {
    const isCut = error instanceof Error && /end of JSON|Unterminated|Expected .* after/.test(error.message) && /^\s*[{[]/.test(text);
    throw noDocument(name, isCut);
  }
  const inventory = isRecord(json) && isRecord(json["inventory"]) ? json["inventory"] : json;
  if (!isRecord(inventory) || !("subnets" in inventory || "combinations" in inventory)) throw otherDocument(name);
  return { kind: "inventory", resources: inventoryResources(inventory), secrets: [], inventory, remarks: [] };
}
