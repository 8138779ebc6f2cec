/** A flag of a command, for the parser and for the help. */
export interface Flag {
  readonly type: "string" | "boolean";
  /** Whether it may be repeated. */
  readonly multiple?: true;
  readonly default?: string | boolean;
  /** What stands for its value in the help, such as `FILE`. Flags with `boolean` take no value. */
  readonly value?: string;
  /** What it is for, as one sentence without its period. */
  readonly meaning: string;
}

/** The flags of a command by their names without dashes. */
export type Flags = Readonly<Record<string, Flag>>;
