export type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json };

/** The inputs or outputs of one resource. */
export interface Properties {
  readonly [name: string]: Json;
}
