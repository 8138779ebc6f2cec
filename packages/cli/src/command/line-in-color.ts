import { styleText } from "node:util";

const styles = { mandatory: ["red", "bold"], advisory: ["yellow", "bold"] } as const;

/**
 * A line with a colour if it begins a finding. The text of findings, and the names in it, are indented and stay without one. The terminal is the caller's
 * concern: an older Node.js does not look at it.
 */
export function lineInColor(line: string): string {
  const level = line.startsWith("mandatory: ") ? "mandatory" : line.startsWith("advisory: ") ? "advisory" : undefined;
  return level === undefined ? line : styleText([...styles[level]], line, { validateStream: false });
}
