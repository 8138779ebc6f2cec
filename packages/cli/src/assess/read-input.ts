import { isRecord } from "@lambda-vpc/policy-kit";
import {
  readPreviewJson,
  readStateFile,
  secretsInState,
  type StackResource,
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
    if (isEventStream(text))
      throw new CommandError(
        exitCodes.unreadable,
        `${name} is an event stream, which does not contain the dependencies of resources. Unset PULUMI_ENABLE_STREAMING_JSON_PREVIEW, and run \`pulumi preview --json --show-sames\`.`,
      );
    if (text.includes('"steps"')) return { kind: "preview", resources: readPreviewJson(text), secrets: [], remarks: [] };
  } catch (error) {
    if (error instanceof UnreadableFile) throw new CommandError(exitCodeOf[error.code], `${name} cannot be read. ${error.message}`);
    throw error;
  }
  return inventoryInput(text, name);
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

function isEventStream(text: string): boolean {
  return /^\uFEFF?\s*\{[^\n]{0,40}"sequence"\s*:/.test(text);
}

function stateInput(text: string): Input {
  const { resources, lingering, pending } = readStateFile(text);
  const remarks = [
    ...(lingering.length === 0
      ? []
      : [`${lingering.length} replaced resources wait for deletion and are not counted. They keep their ENIs until then.`]),
    ...(pending.length === 0 ? [] : [`${pending.length} operations are pending, so the result is partial. Run \`pulumi refresh\` first.`]),
  ];
  return { kind: "state", resources, secrets: secretsInState(text), remarks };
}

function inventoryInput(text: string, name: string): Input {
  let json: unknown;
  try {
    json = JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch (error) {
    const isCut = error instanceof Error && /end of JSON|Unterminated|Expected .* after/.test(error.message) && /^\s*[{[]/.test(text);
    const code = isCut ? exitCodes.truncated : exitCodes.unreadable;
    throw new CommandError(
      code,
      `${name} ${isCut ? "stops before its end, or is" : "is"} no JSON document that this command reads. ${WAYS}`,
    );
  }
  const inventory = isRecord(json) && isRecord(json["inventory"]) ? json["inventory"] : json;
  if (!isRecord(inventory) || !("subnets" in inventory || "combinations" in inventory))
    throw new CommandError(exitCodes.unreadable, `${name} is another document. ${WAYS}`);
  return { kind: "inventory", resources: inventoryResources(inventory), secrets: [], inventory, remarks: [] };
}
