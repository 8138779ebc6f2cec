import { nearest } from "@lambda-vpc/policy-kit";
import type { Command, CommandContext } from "../command/command";
import { CommandError } from "../command/command-error";
import { exitCodes } from "../command/exit-codes";
import type { Flags } from "../command/flags";
import { readFlags } from "../command/read-flags";
import { readText } from "../command/read-file";
import { loadPack } from "../configuration/load-pack";
import { packFolder } from "../configuration/pack-folder";
import type { Explanation } from "./explanation";
import { explanationMarkdown, explanationText } from "./explanation-text";
import { type Explained, type ExplainedPack, explanations } from "./explanations";
import { findExplanations } from "./find-explanations";
import { readReferences } from "./references";

const DEFAULT_PACK = "@lambda-vpc/lambda-vpc";

const flags = {
  pack: {
    type: "string",
    value: "DIR|PACKAGE",
    default: DEFAULT_PACK,
    meaning: `pack whose policies are explained; default: ${DEFAULT_PACK}`,
  },
  format: { type: "string", value: "NAME", default: "text", meaning: "text, markdown or json; default: text" },
} as const satisfies Flags;

const formats: Readonly<Record<string, (found: readonly Explanation[]) => string>> = {
  text: (found) => found.map(explanationText).join("\n"),
  markdown: (found) => found.map(explanationMarkdown).join("\n"),
  json: (found) => `${JSON.stringify({ format: "lambda-vpc-explanations", version: 1, explanations: found }, null, 2)}\n`,
};

/** Explains a policy, a cause of doubt, a term, or an error of AWS. */
export const explain: Command = {
  usage: "explain ID|TEXT...|- [--format NAME] [--pack DIR|PACKAGE]",
  summary: "Explains a policy, a cause of doubt, a term, or an error of AWS: what it means, and what to do.",
  flags,
  examples: [
    { purpose: "Explains a policy.", lines: ["npx lambda-vpc explain share-security-groups"] },
    { purpose: "Explains an error of AWS by its code.", lines: ["npx lambda-vpc explain EniLimitExceeded"] },
    {
      purpose: "Explains an error by its message.",
      lines: ["npx lambda-vpc explain \"The subnet 'subnet-1' has dependencies and cannot be deleted.\""],
    },
    { purpose: "Explains what the output of a failed update contains.", lines: ["npx lambda-vpc explain - < output.txt"] },
  ],
  run: (commandLine, context) => {
    const { values, positionals } = readFlags(commandLine, flags, "Quote a message that contains flags.");
    const render = Object.hasOwn(formats, values.format) ? formats[values.format] : undefined;
    if (render === undefined)
      throw new CommandError(exitCodes.usage, `Unknown format ${values.format}. ${nearest(values.format, Object.keys(formats))}.`);
    const text = asked(positionals, context);
    const found = explained(text, explainedPack(values.pack, context)).map(({ explanation }) => explanation());
    const isChoice = found.length > MOST_IN_FULL && values.format === "text";
    const lines = isChoice ? choice(found) : render(found).replace(/\n$/, "").split("\n");
    return { exitCode: 0, stdout: values.format === "text" ? lines : { document: render(found) }, stderr: [] };
  },
};

/** A code with more causes is a choice, in the text for people. */
const MOST_IN_FULL = 3;

/** The titles of several explanations. */
function choice(found: readonly Explanation[]): readonly string[] {
  return [
    `${found.length} causes are known. Pass the whole message, or explain one:`,
    ...found.map(({ id, title }) => `  npx lambda-vpc explain ${id}\n    ${title}`).flatMap((entry) => entry.split("\n")),
  ];
}

function asked(positionals: readonly string[], context: CommandContext): string {
  const text = positionals.length === 1 && positionals[0] === "-" ? readText("-", context) : positionals.join(" ");
  if (text.trim() === "")
    throw new CommandError(exitCodes.usage, "ID is missing. Specify a policy, a cause, a term, the code of an error, or its message.");
  return text;
}

/** What is found for a text. @throws CommandError with the nearest name if nothing is. */
function explained(text: string, pack: ExplainedPack | undefined) {
  const all = explanations(readReferences(), pack);
  const found = findExplanations(text, all);
  if (found.length > 0) return found;
  throw new CommandError(
    exitCodes.usage,
    `Nothing is known about ${JSON.stringify(text.length > LONGEST_NAME ? `${text.slice(0, LONGEST_NAME)}…` : text)}. ${suggestion(text, all)}`,
    ...(pack === undefined ? [`Policies are not explained, because ${DEFAULT_PACK} is not installed. Install it, or pass --pack.`] : []),
  );
}

/** A longer text is a message, which has no similar name. */
const LONGEST_NAME = 60;

function suggestion(text: string, all: readonly Explained[]): string {
  if (text.length > LONGEST_NAME) return "Pass the code of the error alone, such as EniLimitExceeded.";
  const [similar = ""] = nearest(
    text,
    all.flatMap(({ names }) => names),
  ).split(" Accepted: ");
  return similar;
}

/** The pack, if it is installed. Errors and terms are explained without one. @throws CommandError if another pack is given that cannot be loaded. */
function explainedPack(given: string, context: CommandContext): ExplainedPack | undefined {
  const folder = packFolder(given, context);
  if (folder === undefined && given === DEFAULT_PACK) return undefined;
  return { pack: loadPack(given, context), folder: folder ?? "" };
}
