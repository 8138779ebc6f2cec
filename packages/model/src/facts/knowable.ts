/** A fact that a preview may not show. */
export type Knowable<T> = { readonly known: true; readonly value: T } | { readonly known: false; readonly why: string };
