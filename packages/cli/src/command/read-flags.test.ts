import { expect, test } from "@jest/globals";
import { exitCodes } from "./exit-codes";
import type { Flags } from "./flags";
import { readFlags } from "./read-flags";

const flags = {
  events: { type: "string", value: "FILE|-", meaning: "event stream" },
  pack: { type: "string", multiple: true, value: "DIR", meaning: "packs" },
  plain: { type: "string", meaning: "a value without a name" },
  preset: { type: "string", default: "recommended", value: "NAME", meaning: "preset" },
  "dry-run": { type: "boolean", default: false, meaning: "changes nothing" },
} as const satisfies Flags;

test.each([
  { given: [], values: {}, positionals: [] },
  { given: ["a", "--dry-run", "b"], values: { "dry-run": true }, positionals: ["a", "b"] },
  { given: ["--events", "-"], values: { events: "-" }, positionals: [] },
  { given: ["--events=-x"], values: { events: "-x" }, positionals: [] },
  { given: ["--events="], values: { events: "" }, positionals: [] },
  { given: ["--pack", "a", "--pack=b"], values: { pack: ["a", "b"] }, positionals: [] },
  { given: ["--preset", "strict"], values: { preset: "strict" }, positionals: [] },
  { given: ["--", "--events"], values: {}, positionals: ["--events"] },
])("$given is read", ({ given, values, positionals }) => {
  const read = readFlags(given, flags);
  expect(read.positionals).toEqual(positionals);
  expect(read.values).toEqual({ preset: "recommended", "dry-run": false, ...values });
});

test.each([
  {
    given: ["--event", "f"],
    says: 'Unknown flag --event. Did you mean "--events"? Accepted: --events, --pack, --plain, --preset, --dry-run, --help.',
  },
  { given: ["--dryrun"], says: 'Unknown flag --dryrun. Did you mean "--dry-run"? ' },
  { given: ["--constructor"], says: "Unknown flag --constructor. " },
  { given: ["-e", "f"], says: "Unknown flag -e. " },
  { given: ["--events"], says: "--events has no value. Write --events FILE|-." },
  { given: ["--plain"], says: "--plain has no value. Write --plain VALUE." },
  { given: ["--plain", "-x"], says: "--plain is followed by -x. Write --plain VALUE, or --plain=-x if that is its value." },
  { given: ["--events", "--dry-run"], says: "--events is followed by --dry-run. Write --events FILE|-, or --events=--dry-run if that" },
  { given: ["--events", "a", "--events", "b"], says: "--events is given twice. Specify it once." },
  { given: ["--dry-run=no"], says: '--dry-run takes no value. Remove "=no".' },
])("$given is refused with the way out", ({ given, says }) => {
  expect(() => readFlags(given, flags)).toThrow(
    expect.objectContaining({ exitCode: exitCodes.usage, message: expect.stringContaining(says) }),
  );
});

test("flags of another program get a hint", () => {
  expect(() => readFlags(["--stack"], flags, "Put it after --.")).toThrow(/--help\. Put it after --\.$/);
});
