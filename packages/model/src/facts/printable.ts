/** How an unprintable character stands in a text: its number in hexadecimal, as JavaScript writes it. */
function escaped(text: string): string {
  return [...text].map((character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`).join("");
}

/**
 * What a terminal obeys and does not show (control characters of both sets, line and paragraph separators), what changes the order of what it shows
 * (bidirectional controls, among the format characters), and halves of surrogate pairs.
 */
const CONTROLS = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu;

/**
 * The second character of what starts a command of a CI system anywhere in a line (`##[error]`, `##vso[`, `##teamcity[`), or a color tag of the
 * Pulumi CLI (`<{%reset%}>`, docs/engine-facts.md#texts-of-findings).
 */
const COMMANDS = /(?<=#)#(?=\w*\[)|(?<=<)\{(?=%)/g;

/** What starts a command of GitHub Actions (`::error::`), or looks like the level of a finding (`[mandatory]`), if a line begins with it. */
const BEGINNINGS = /^(\s*)(:(?=:)|\[)/;

const UNPRINTABLE = new RegExp(`${CONTROLS.source}|${COMMANDS.source}|${BEGINNINGS.source}`, "u");

/**
 * A text as one line that a terminal shows and does not obey: `\u{1b}` stands for an escape character, `\u{a}` for a line break. Names, ids, values
 * and file names may hold anything, and a line break in one could forge a finding, or an annotation of a CI system.
 *
 * Laws: a text of visible characters that begins no command is unchanged; what is printable stays as it is; the result is one line.
 */
export function printable(text: string): string {
  if (!UNPRINTABLE.test(text)) return text;
  return text
    .replace(CONTROLS, escaped)
    .replace(COMMANDS, escaped)
    .replace(BEGINNINGS, (_, space: string, first: string) => space + escaped(first));
}

/** The same for a text that must stay distinct from every other, such as a name. Law: different texts stay different. */
export function printableName(text: string): string {
  return printable(text.replaceAll("\\u{", `${escaped("\\")}u{`));
}

/**
 * A value as JSON that a terminal shows and does not obey: what is unprintable in it stands as `\u001b`. Law: it is JSON of the same value.
 *
 * @param indentation the spaces of each level; one line if not given.
 */
export function printableJson(value: unknown, indentation?: number): string {
  const units = (text: string): string => text.replaceAll(/[^]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);
  return JSON.stringify(value, undefined, indentation)
    .replace(CONTROLS, (text) => (text === "\n" ? text : units(text)))
    .replace(COMMANDS, units);
}
