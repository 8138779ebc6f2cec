import { resourceName } from "@lambda-vpc/model";
import { urnOf } from "@lambda-vpc/sources/testing";
import type { Line } from "./run-policy";
import type { Expectation } from "./row";

/** The difference between expected and printed lines, as text; undefined if there is none. */
export function mismatch(expected: readonly Expectation[], lines: readonly Line[]): string | undefined {
  if (expected.length === lines.length && expected.every((one, index) => meets(one, lines[index]))) return undefined;
  return `expected ${expected.length === 0 ? "nothing" : `\n${expected.map(expectationText).join("\n")}\n`}, found ${linesText(lines)}`;
}

function meets({ verdict, about, level, says }: Expectation, line: Line | undefined): boolean {
  return (
    line?.verdict === verdict &&
    (about === undefined || line.about === urnOf(about)) &&
    (level === undefined || line.level === level) &&
    says.every((part) => line.message.includes(part))
  );
}

function expectationText({ verdict, about, level, says }: Expectation): string {
  const where = about === undefined ? "" : ` about ${about.name}`;
  return indented(`${verdict}${where}${level === undefined ? "" : ` at level ${level}`}: ${says.join(" … ")}`);
}

/** Lines as a failed test prints them. */
export function linesText(lines: readonly Line[]): string {
  if (lines.length === 0) return "nothing";
  return `\n${lines.map(({ verdict, about, message }) => indented(`${verdict} about ${about === undefined ? "the stack" : resourceName(about)}: ${message}`)).join("\n")}`;
}

function indented(text: string): string {
  return `  ${text.replaceAll("\n", "\n    ")}`;
}
