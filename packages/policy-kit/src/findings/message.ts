declare const isMessage: unique symbol;

/** The text of a report as it reaches a person: printable lines, which `formatReport` makes and nothing else. A terminal shows them and does not obey them. */
export type Message = string & { readonly [isMessage]: true };
