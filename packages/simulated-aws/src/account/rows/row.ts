/*
 * What an account holds, as plain data: the lines of its file are made of these rows.
 */

/** Anything that the account keeps: a row knows its own id. */
export interface Row {
  readonly id: string;
}

/** Labels that a user puts on things. */
export interface Tags {
  readonly [key: string]: string;
}

/** Something that lives in one Region. */
export interface Regional extends Row {
  readonly region: string;
  readonly tags: Tags;
}
