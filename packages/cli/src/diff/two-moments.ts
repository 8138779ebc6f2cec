import type { Pack } from "@lambda-vpc/policy-kit";
import { type AssessedMoment, describeDifference, type DifferenceDocument } from "@lambda-vpc/reports";
import { assessFlags, assessInput, inputOf } from "../assess/assess-input";
import { type Input, unreadable } from "../assess/read-input";
import type { CommandContext } from "../command/command";
import { CommandError } from "../command/command-error";
import { exitCodes } from "../command/exit-codes";
import type { Flags } from "../command/flags";
import { ownVersion } from "../command/own-version";
import { loadPack } from "../configuration/load-pack";

/** The flags of commands that compare two moments of a stack. */
export const momentFlags = {
  program: { ...assessFlags.program, meaning: "folder of a Pulumi project to preview, as HEAD; arguments after -- are for pulumi preview" },
  pack: { type: "string", value: "DIR|PACKAGE", meaning: "pack whose findings are compared too; default: none" },
  config: assessFlags.config,
} as const satisfies Flags;

/** What a command line states of the two moments. */
export interface MomentsRequest {
  readonly files: readonly string[];
  readonly program: string | undefined;
  readonly pack: string | undefined;
  readonly config: string | undefined;
  /** Arguments for `pulumi preview`. */
  readonly rest: readonly string[];
}

/** A difference, and what the reader must know of its inputs. */
export interface Compared {
  readonly document: DifferenceDocument;
  readonly remarks: readonly string[];
}

/** The two parts of a command line: what this command reads, and what follows `--`. */
export function partsOf(commandLine: readonly string[]): { readonly own: readonly string[]; readonly rest: readonly string[] } {
  const dashes = commandLine.indexOf("--");
  return dashes < 0 ? { own: commandLine, rest: [] } : { own: commandLine.slice(0, dashes), rest: commandLine.slice(dashes + 1) };
}

/** Compares the two moments of a request. @throws CommandError if they cannot be read, or cannot be compared. */
export function compareMoments(request: MomentsRequest, context: CommandContext): Compared {
  const pack = request.pack === undefined ? noPolicies : loadPack(request.pack, context);
  const [before, after] = inputsOf(request, context);
  const moment = (input: Input): AssessedMoment => ({
    resources: input.resources,
    assessment: assessInput(pack, input, request, context),
  });
  const positions = new Map(after.resources.flatMap(({ urn, position }) => (position === undefined ? [] : [[urn, position] as const])));
  const document = describeDifference(moment(before), moment(after), { version: ownVersion(), positions });
  return { document, remarks: [...new Set([...before.remarks, ...after.remarks])] };
}

const noPolicies: Pack = { name: "diff", description: "Compares combinations and addresses.", policies: [] };

function inputsOf({ files, program, rest }: MomentsRequest, context: CommandContext): readonly [Input, Input] {
  const [base, head, stranger] = files;
  const wrong = (what: string): CommandError => new CommandError(exitCodes.usage, what);
  if (stranger !== undefined) throw wrong(`Unknown argument "${stranger}". Specify two files, BASE and HEAD, or one preview.`);
  if (head !== undefined && program !== undefined) throw wrong("HEAD and --program are both given. Specify one of them.");
  if (rest.length > 0 && program === undefined)
    throw wrong("Arguments after -- are for the preview of --program. Remove them, or specify --program DIR.");
  if (base === "-" && head === "-") throw wrong("BASE and HEAD are both the standard input. Write one of them to a file.");
  const read = (file: string): Input =>
    inputOf({ file, program: undefined, config: undefined, format: "", output: undefined, rest: [] }, context);
  if (program === undefined && head === undefined) {
    if (base === undefined) throw wrong("BASE is missing. Specify two files, BASE and HEAD, or one preview, or --program DIR.");
    return momentsOf(read(base), base === "-" ? "The standard input" : base);
  }
  const earlier = base === undefined ? undefined : read(base);
  const later =
    program === undefined
      ? read(head ?? "")
      : inputOf({ file: undefined, program, config: undefined, format: "", output: undefined, rest }, context);
  return earlier === undefined ? momentsOf(later, `The preview of ${program ?? ""}`) : comparable(earlier, later);
}

/** Both moments of one preview: the old and the new states of its steps. */
function momentsOf(preview: Input, name: string): readonly [Input, Input] {
  if (preview.kind !== "preview")
    throw new CommandError(
      exitCodes.usage,
      `${name} is ${preview.kind === "state" ? "a state" : "an inventory"}, which has one moment. Specify a preview, or two files: BASE and HEAD.`,
    );
  if (preview.before === undefined)
    throw new CommandError(
      exitCodes.unsupported,
      `${name} is too long to read both of its moments. Write the output of \`pulumi stack export\` to a file, and specify it as BASE.`,
    );
  return [{ kind: "state", resources: orUnreadable(preview.before, name), secrets: [], remarks: [] }, preview];
}

function orUnreadable<T>(read: () => T, name: string): T {
  try {
    return read();
  } catch (error) {
    throw unreadable(error, name);
  }
}

/** An inventory is of an account, and the others are of a stack. */
function comparable(before: Input, after: Input): readonly [Input, Input] {
  if ((before.kind === "inventory") !== (after.kind === "inventory"))
    throw new CommandError(
      exitCodes.usage,
      "An inventory is compared with an inventory only. To count what a stack adds to an account, write the inventory in the configuration, and specify it with --config.",
    );
  return [withoutHeld(before), withoutHeld(after)];
}

/** The combinations of an inventory are those that are compared, so none of them is held in addition. */
function withoutHeld(input: Input): Input {
  const { inventory } = input;
  if (typeof inventory !== "object" || inventory === null) return input;
  const subnets = "subnets" in inventory ? { subnets: inventory.subnets } : {};
  return { ...input, inventory: subnets };
}
