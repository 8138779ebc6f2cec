import type { AbroadVpc, GroupDescription, Ipv6, Native, Shape } from "./description";

/** A program before its choices mean anything: whatever numbers it holds, it describes a program that AWS accepts. */
export interface Draft {
  readonly dialect: Dialect;
  readonly vpcs: readonly DraftOwnVpc[];
  readonly components: readonly DraftComponent[];
  readonly shared: readonly DraftShared[];
  readonly functions: readonly DraftFunction[];
  readonly changes: readonly DraftChange[];
  readonly configured: boolean;
  readonly connectors: readonly DraftConnector[];
  readonly native: Native;
}

export type DraftConnector = Pick<DraftFunction, "place" | "subnets" | "groups">;

/**
 * How a program writes its lists: only in the plainest form, in any that keeps assumption S, or in any. Plain programs are exact by construction.
 */
export type Dialect = "plain" | "keeping" | "breaking";

type Rules = GroupDescription["rules"];

export interface DraftVpc {
  readonly privates: number;
  readonly publics: number;
  readonly groups: readonly Rules[];
}

/** A VPC that the program declares itself. */
export interface DraftOwnVpc extends DraftVpc {
  readonly dualStack: boolean;
  /** How it is in another Region, if it is. */
  readonly abroad: AbroadVpc["by"] | null;
}

export interface DraftComponent extends DraftVpc {
  readonly remote: boolean;
  readonly isolateds: number;
  readonly shape: Shape;
}

export interface DraftShared {
  readonly remote: boolean;
  readonly place: number;
  readonly subnets: DraftList;
  /** The groups it adopts; without them it makes one. */
  readonly adopts: DraftList | null;
}

export interface DraftFunction {
  readonly place: number;
  readonly outside: boolean;
  /** Which shared configuration it uses, if any of its place. */
  readonly shared: number | null;
  /** Which earlier function it is attached like, if any, with its lists in the opposite order: the same combinations. */
  readonly like: number | null;
  readonly subnets: DraftList;
  readonly groups: DraftList;
  readonly whole: boolean;
  readonly ipv6: Ipv6;
  readonly publish: boolean;
  readonly ownProvider: boolean;
}

export interface DraftChange {
  readonly kind:
    | "remove-function"
    | "add-function"
    | "move-function"
    | "replace-subnet"
    | "replace-group"
    | "add-subnet"
    | "add-group"
    | "grow-component";
  readonly choice: number;
  readonly function: DraftFunction;
}

export interface DraftList {
  readonly form: Form;
  readonly choices: readonly number[];
  readonly cut: number;
}

/** How a list may be written, plainest first, with how often it is among the drawn. */
export const forms = [
  { form: "elements", weight: 8 },
  { form: "all", weight: 2 },
  { form: "slice", weight: 2 },
  { form: "pick", weight: 2 },
  { form: "output", weight: 4 },
  { form: "output-slice", weight: 2 },
  { form: "shared-and-more", weight: 3 },
  { form: "waiting", weight: 2 },
  { form: "default-group", weight: 3 },
  { form: "default-in-all", weight: 1 },
  { form: "handed-on", weight: 2 },
  { form: "added", weight: 3 },
  { form: "repeated", weight: 3 },
  { form: "read", weight: 3 },
  { form: "default-or-another", weight: 2 },
  { form: "part-of-handed-on", weight: 2 },
  { form: "looked-up", weight: 3 },
] as const;

export type Form = (typeof forms)[number]["form"];

/** The forms that break assumption S, and what takes their place where it is kept. */
export const insteadOfBreaking: Readonly<Partial<Record<Form, Form>>> = {
  added: "all",
  repeated: "pick",
  read: "slice",
  "output-slice": "output",
  "default-or-another": "default-group",
  "part-of-handed-on": "handed-on",
  "looked-up": "output",
};
