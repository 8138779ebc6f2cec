/** How a command ends: with exit code 0, with another one, or not at all within the time that its step allows. */
export type Ending = "accepted" | "refused" | "endless";

interface CommandStep {
  /** `accepted` if not given. */
  readonly ends?: Ending;
  /** Texts that the command prints. */
  readonly prints?: readonly string[];
  /** Variables of the program, such as `STEP`. */
  readonly environment?: Readonly<Record<string, string>>;
  /** Until the command is aborted; 120 if not given. Only a step that never ends needs another number. */
  readonly seconds?: number;
}

/** One command over a case's program, or one look at its account. */
export type Step =
  /** A preview with a pack. Its policy section is compared with `preview-N.txt`, N from 1. `unchanged`: it must plan no change. */
  | ({ readonly run: "preview"; readonly unchanged?: true } & CommandStep)
  /** An update or a destroy without policies, so that the account decides. */
  | ({ readonly run: "up" | "destroy" } & CommandStep)
  /** The network interfaces of the account. */
  | { readonly run: "look"; readonly combinations?: number; readonly orphans?: number };

/** A program as teams write it, with what is right at each step. The program is `e2e/cases/KIND/NAME/index.ts`. */
export interface Case {
  /** The name of its folder. */
  readonly name: string;
  /** What is right, as a sentence: the name of the test. */
  readonly shows: string;
  readonly steps: readonly Step[];
  /** Set if only the nightly run does what follows the first preview. */
  readonly nightly?: true;
  /** What the account holds before: a file next to the program, or in `e2e/cases`. */
  readonly seed?: string;
  /** The configuration of the pack; its defaults if not given. */
  readonly configuration?: object;
  /** 1 is AWS's time. 0 if not given: nothing takes time. What is about deletion needs 0.01, where races show. */
  readonly timeScale?: number;
}

/** A first preview of a new stack, and nothing else. */
export const firstPreview = (ends: Ending = "accepted"): readonly Step[] => [{ run: "preview", ends }];

/** What an accepted program does from its first preview to its end: it deploys, does not change again, and leaves nothing behind. */
export const wholeLife: readonly Step[] = [
  { run: "preview" },
  { run: "up" },
  { run: "preview", unchanged: true },
  { run: "destroy" },
  { run: "look", combinations: 0, orphans: 0 },
];
