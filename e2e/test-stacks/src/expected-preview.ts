import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { repositoryRoot } from "./workspace";

/** What the policy packs printed in a preview, without what differs from machine to machine. */
export function policySection(output: string): string {
  const lines = output.split("\n");
  const start = lines.findIndex((line) => line.startsWith("Policies:"));
  if (start < 0) return "no policies ran\n";
  const length = lines.slice(start).findIndex((line) => line.trim() === "");
  const section = lines.slice(start, length < 0 ? undefined : start + length);
  return `${section.map((line) => line.trimEnd().replace(/@v\S+ \(local: .*\)$/, "")).join("\n")}\n`;
}

/** The expected preview of an example. With `UPDATE_EXPECTED=true` it is overwritten first: review it before you commit it. */
export function expectedPreview(example: string, actual: string, name = "expected-preview.txt"): string {
  const file = join(repositoryRoot, "examples", example, name);
  if (process.env["UPDATE_EXPECTED"] === "true") writeFileSync(file, actual);
  return existsSync(file) ? readFileSync(file, "utf8") : `no file ${name} beside ${example}`;
}
