import {
  type Assessment,
  assessStack,
  checkConfiguration,
  isRecord,
  packSettings,
  nearest,
  type Pack,
  problemLine,
} from "@lambda-vpc/policy-kit";
import {
  type AssessmentDocument,
  describeAssessment,
  type FormatName,
  type FormatOptions,
  formats,
  isFormatName,
} from "@lambda-vpc/reports";
import { programPositions, type SourcePosition } from "@lambda-vpc/sources";
import { resolve } from "node:path";
import type { CommandContext } from "../command/command";
import { CommandError } from "../command/command-error";
import { exitCodes } from "../command/exit-codes";
import type { Flags } from "../command/flags";
import type { Outcome } from "../command/outcome";
import { ownVersion } from "../command/own-version";
import { nameOf, readJson, readLargeText } from "../command/read-file";
import { writeOutput } from "../command/write-output";
import { programPlace, type ProgramPlace } from "./program-place";
import { type Input, readInput } from "./read-input";
import { readLargeInput } from "./read-large-input";

/** The flags of commands that assess a stack. */
export const assessFlags = {
  program: {
    type: "string",
    value: "DIR",
    meaning: "folder of a Pulumi project to preview, instead of FILE; arguments after -- are for pulumi preview",
  },
  config: { type: "string", value: "FILE", meaning: "configuration of the pack, with its settings inventory and assumptions" },
  format: { type: "string", value: "NAME", default: "text", meaning: `format of the output: ${Object.keys(formats).join(", ")}` },
  output: { type: "string", value: "FILE", meaning: "output file, written completely or not at all; default: standard output" },
} as const satisfies Flags;

/** What is assessed, and how it is printed. */
export interface Request {
  readonly file: string | undefined;
  readonly program: string | undefined;
  readonly config: string | undefined;
  readonly format: string;
  readonly output: string | undefined;
  /** Arguments for `pulumi preview`. */
  readonly rest: readonly string[];
}

/** The format that the user named. @throws CommandError if there is none, or if it cannot show a plan and must. */
export function formatNamed(name: string, mustShowPlan: boolean): FormatName {
  const names = Object.entries(formats).flatMap(([one, { showsPlan }]) => (showsPlan || !mustShowPlan ? [one] : []));
  if (isFormatName(name) && names.includes(name)) return name;
  throw new CommandError(exitCodes.usage, `Unknown format ${name}. ${nearest(name, names)}.`);
}

/** The input of a request. @throws CommandError if it cannot be read. */
export function inputOf({ file, program, rest }: Request, context: CommandContext): Input {
  if (file !== undefined && program !== undefined)
    throw new CommandError(exitCodes.usage, "FILE and --program are both given. Specify one of them.");
  if (program !== undefined) return previewed(program, rest, context);
  if (file === undefined)
    throw new CommandError(exitCodes.usage, "FILE is missing. Specify a file, - for the standard input, or --program DIR.");
  const text = readLargeText(file, context);
  const length = typeof text === "string" ? text.length : text.bytes;
  if (length > LONG) context.progress?.(`Reading ${Math.round(length / 1e6)} MB…`);
  return typeof text === "string" ? readInput(text, nameOf(file)) : readLargeInput(text, nameOf(file));
}

/** Characters that take longer than a second to assess. */
const LONG = 20e6;

function previewed(program: string, rest: readonly string[], context: CommandContext): Input {
  if (context.pulumiOutput === undefined) throw new CommandError(exitCodes.noEngine, "The Pulumi CLI cannot be run here. Specify FILE.");
  context.progress?.(`Previewing ${program}…`);
  const directory = resolve(context.directory, program);
  const { exitCode, stdout } = context.pulumiOutput(["preview", "--json", "--show-sames", ...rest], directory);
  if (stdout.trim() === "" && exitCode !== 0)
    throw new CommandError(
      exitCodes.unfinished,
      `The preview of ${program} failed with exit code ${exitCode}. Correct the program, or pass arguments such as -- --stack dev.`,
    );
  return readInput(stdout, `The preview of ${program}`);
}

/** An assessment of an input by a pack. @throws CommandError if the configuration cannot be read, or if its settings are wrong. */
export function assessInput(pack: Pack, input: Input, { config }: Pick<Request, "config">, context: CommandContext): Assessment {
  const given = config === undefined ? {} : readJson(config, context);
  if (!isRecord(given)) throw new CommandError(exitCodes.unreadable, `${config ?? ""} is not a JSON object. Write { "POLICY": "LEVEL" }.`);
  const configuration = input.inventory === undefined ? given : { ...given, inventory: input.inventory };
  const settings = Object.fromEntries(
    packSettings.flatMap(({ id }) => (id in configuration && id !== "waivers" ? [[id, configuration[id]]] : [])),
  );
  const problems = checkConfiguration({ ...pack, policies: [] }, settings, context.today);
  if (problems.length > 0) throw new CommandError(exitCodes.misconfigured, ...problems.map(problemLine));
  return assessStack(pack, input.resources, { configuration, today: context.today, secrets: input.secrets });
}

/** The outcome that prints an assessment in the format of the request. */
export function printed(
  assessment: Assessment,
  {
    input,
    request,
    exitCode,
    options,
  }: { readonly input: Input; readonly request: Request; readonly exitCode: number; readonly options: FormatOptions },
  context: CommandContext,
): Outcome {
  const { folder, projectFile, positionHere } = programPlace(resolve(context.directory, request.program ?? "."));
  const positions = positionsHere(input, positionHere);
  const document: AssessmentDocument = describeAssessment(assessment, { version: ownVersion(), positions });
  const format = formatNamed(request.format, options.parts === "plan");
  const text = formats[format].render(document, { ...options, folder, projectFile });
  const output = writeOutput(request.output, text, context);
  const isLines = format === "text" && output.document !== "";
  return { exitCode, stdout: isLines ? text.replace(/\n$/, "").split("\n") : output, stderr: input.remarks };
}

/** Where the program creates each resource. Many resources are created at one place. */
function positionsHere({ resources }: Input, positionHere: ProgramPlace["positionHere"]): ReadonlyMap<string, SourcePosition> {
  const here = new Map<string, SourcePosition | undefined>();
  return new Map(
    [...programPositions(resources)].flatMap(([urn, position]) => {
      const { file, line, column } = position;
      const place = `${file}#${line},${column}`;
      if (!here.has(place)) here.set(place, positionHere(position));
      const found = here.get(place);
      return found === undefined ? [] : [[urn, found] as const];
    }),
  );
}
