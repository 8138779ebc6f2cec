import { applyEdits, modify, type ModificationOptions } from "jsonc-parser";
import { CommandError } from "../command/command-error";
import { exitCodes } from "../command/exit-codes";
import { parseJson } from "../command/parse-json";

/** What a package.json must have. */
export interface WantedEntries {
  /** Packages and their version ranges, unless the file already has them in any kind of dependency. */
  readonly devDependencies: Readonly<Record<string, string>>;
  /** The command of the script. */
  readonly script: string;
  /** Whether an existing script already runs the command, possibly with more arguments. */
  readonly serves: (script: string) => boolean;
}

export interface WrittenPackageJson {
  readonly text: string;
  /** The name of the script that runs the command. */
  readonly script: string;
}

/**
 * A package.json with the wanted entries. Order, indentation, line ends and the byte order mark do not change. Existing entries do not change, so a second run changes
 * nothing, and a script with another purpose keeps its name.
 *
 * @param text the present content; undefined if there is no file.
 * @throws CommandError if npm could not read it.
 */
export function withEntries(
  text: string | undefined,
  file: string,
  { devDependencies, script, serves }: WantedEntries,
): WrittenPackageJson {
  if (text === undefined) {
    const content = { private: true, scripts: { preview: script }, devDependencies };
    return { text: `${JSON.stringify(content, undefined, 2)}\n`, script: "preview" };
  }
  const mark = text.startsWith("\uFEFF") ? "\uFEFF" : "";
  const bare = text.slice(mark.length);
  const there = readPackageJson(bare, file);
  const scripts = there["scripts"] ?? {};
  const scriptName = Object.keys(scripts).find((one) => typeof scripts[one] === "string" && serves(scripts[one])) ?? freeName(scripts);
  const named = new Set(["dependencies", "devDependencies", "optionalDependencies"].flatMap((kind) => Object.keys(there[kind] ?? {})));
  const missing = Object.entries(devDependencies).filter(([dependency]) => !named.has(dependency));

  const withScript = scriptName in scripts ? bare : withKey(bare, ["scripts", scriptName], script, atEnd);
  const listed = there["devDependencies"] !== undefined || missing.length === 0;
  const written = listed
    ? missing.reduce((edited, [name, range]) => withKey(edited, ["devDependencies", name], range, inOrder(name)), withScript)
    : withKey(withScript, ["devDependencies"], Object.fromEntries(missing), atEnd);
  return { text: `${mark}${written}`, script: scriptName };
}

type PackageJson = Readonly<Record<string, Readonly<Record<string, unknown>> | undefined>>;

function readPackageJson(text: string, file: string): PackageJson {
  const malformed = (what: string): CommandError => new CommandError(exitCodes.unreadable, `${file} ${what}. Correct the file.`);
  const content = parseJson(text, file);
  if (!isObject(content)) throw malformed("is not a JSON object");
  const wrong = ["scripts", "dependencies", "devDependencies", "optionalDependencies"].find(
    (key) => content[key] !== undefined && !isObject(content[key]),
  );
  if (wrong !== undefined) throw malformed(`has a "${wrong}" that is not an object`);
  return content as PackageJson;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function freeName(scripts: object): string {
  if (!("preview" in scripts)) return "preview";
  for (let number = 1; ; number++) {
    const name = number === 1 ? "preview:packs" : `preview:packs-${number}`;
    if (!(name in scripts)) return name;
  }
}

function atEnd(keys: readonly string[]): number {
  return keys.length;
}

/** The position at which npm would add a dependency. npm sorts them by name. */
function inOrder(dependency: string): (keys: readonly string[]) => number {
  return (keys) => {
    const after = keys.findIndex((key) => key > dependency);
    return after === -1 ? keys.length : after;
  };
}

function withKey(text: string, path: string[], value: string | object, index: (keys: string[]) => number): string {
  const indentation = /^\s*\{\s*?\n([ \t]+)/.exec(text)?.[1] ?? "  ";
  const options: ModificationOptions = {
    formattingOptions: {
      insertSpaces: !indentation.startsWith("\t"),
      tabSize: indentation.startsWith("\t") ? 1 : indentation.length,
      eol: text.includes("\r\n") ? "\r\n" : "\n",
    },
    getInsertionIndex: index,
  };
  return applyEdits(text, modify(text, path, value, options));
}
