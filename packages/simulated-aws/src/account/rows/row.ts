/* The plain data of an account. Its file consists of these rows. */

/** A row of any table, with its id. */
export interface Row {
  readonly id: string;
}

/** Tags. */
export interface Tags {
  readonly [key: string]: string;
}

/** A resource in one Region. */
export interface Regional extends Row {
  readonly region: string;
  readonly tags: Tags;
}
