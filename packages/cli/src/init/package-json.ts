import { applyEdits, modify, type ModificationOptions } from "jsonc-parser";
import { CommandError } from "../command/command-error";
import { exitCodes } from "../command/exit-codes";

/** What a package.json is to have. */
export interface WantedEntries {
  /** Packages and the ranges to take them in, where no kind of dependency names them yet. */
  readonly devDependencies: Readonly<Record<string, string>>;
  /** What the script runs. */
  readonly script: string;
  /** Whether a script that is there does that already, perhaps with more arguments. */
  readonly serves: (script: string) => boolean;
}

export interface WrittenPackageJson {
  readonly text: string;
  /** The name of the script that serves. */
  readonly script: string;
}

/**
 * A package.json with what is wanted, and all else as it is written: order, indentation, line ends. What it has already stays as it is, so writing
 * twice changes nothing more; a script of another purpose keeps its name.
 *
 * @param text what is there; undefined where there is none.
 * @throws CommandError where it is none that npm could read.
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
  const there = readPackageJson(text, file);
  const scripts = there["scripts"] ?? {};
  const scriptName = Object.keys(scripts).find((one) => serves(String(scripts[one]))) ?? freeName(scripts);
  const named = new Set(["dependencies", "devDependencies", "optionalDependencies"].flatMap((kind) => Object.keys(there[kind] ?? {})));
  const missing = Object.entries(devDependencies).filter(([dependency]) => !named.has(dependency));

  const withScript = scriptName in scripts ? text : withKey(text, ["scripts", scriptName], script, atEnd);
  const listed = there["devDependencies"] !== undefined || missing.length === 0;
  const written = listed
    ? missing.reduce((edited, [name, range]) => withKey(edited, ["devDependencies", name], range, inOrder(name)), withScript)
    : withKey(withScript, ["devDependencies"], Object.fromEntries(missing), atEnd);
  return { text: written, script: scriptName };
}

type PackageJson = Readonly<Record<string, Readonly<Record<string, unknown>> | undefined>>;

function readPackageJson(text: string, file: string): PackageJson {
  const mend = (what: string): CommandError => new CommandError(exitCodes.unreadable, `${file} ${what}. Mend it there.`);
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch (error) {
    throw mend(`is no JSON: ${(error as Error).message}`);
  }
  if (!isObject(content)) throw mend("holds no object");
  const wrong = ["scripts", "dependencies", "devDependencies", "optionalDependencies"].find(
    (key) => content[key] !== undefined && !isObject(content[key]),
  );
  if (wrong !== undefined) throw mend(`has "${wrong}", but not as an object`);
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

/** Where npm would put a dependency: they are kept in the order of their names. */
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
