import type { Row } from "./table";

/** The code of a function that came as single files of JavaScript; its id is the function's name. */
export interface FunctionCode extends Row {
  /** Texts by their names in the archive. */
  readonly files: Readonly<Record<string, string>>;
}
