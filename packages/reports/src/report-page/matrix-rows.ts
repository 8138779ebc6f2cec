import type { Figures, ReportData, SetFigures, Use } from "./report-data";

/** What a reader of the report selects. Empty texts select everything. */
export interface Selected {
  readonly functionText: string;
  readonly groupText: string;
  /** The index of a VPC; undefined for all. */
  readonly vpc: number | undefined;
}

/** A row of the matrix: a set with all its combinations, or one function of the set above it. */
export type MatrixRow =
  | {
      readonly kind: "set";
      readonly set: SetFigures;
      readonly functions: number;
      readonly shown: number;
      readonly only: number | undefined;
    }
  | { readonly kind: "function"; readonly set: SetFigures; readonly use: Use; readonly function: number };

/** The rows that a reader selects, the number of functions and of sets in them, and what they use. */
export interface MatrixRows {
  readonly rows: readonly MatrixRow[];
  readonly functions: number;
  readonly sets: number;
  readonly subnets: ReadonlySet<number>;
  /** The VPCs of these sets. */
  readonly vpcs: ReadonlySet<number>;
}

/**
 * The rows of the sets that have a function, a group and a VPC that are selected. A set of one function is one row. Laws: selecting nothing shows
 * every function once; a narrower selection shows no further row.
 */
export function matrixRows(
  { functions: names, groups }: ReportData,
  figures: Figures,
  selected: Selected,
  listFunctions: boolean,
): MatrixRows {
  const isFunction = textTest(selected.functionText, names);
  const isGroup = textTest(selected.groupText, groups);
  const rows: MatrixRow[] = [];
  const [subnets, vpcs] = [new Set<number>(), new Set<number>()];
  let [functions, sets] = [0, 0];
  for (const set of figures.sets) {
    if (selected.vpc !== undefined && set.vpc !== selected.vpc) continue;
    if (selected.groupText !== "" && !set.groups.some(isGroup)) continue;
    const members = set.uses.flatMap((use) => use.functions.map((one) => ({ kind: "function", set, use, function: one }) as const));
    const shown = members.filter((member) => isFunction(member.function));
    if (shown.length === 0) continue;
    const [first] = members;
    const only = members.length === 1 ? first?.function : undefined;
    rows.push({ kind: "set", set, functions: members.length, shown: shown.length, only });
    if (listFunctions && only === undefined) rows.push(...shown.sort((left, right) => left.function - right.function));
    for (const { use } of shown) for (const subnet of [...use.subnets, ...use.possible]) subnets.add(subnet);
    vpcs.add(set.vpc);
    functions += shown.length;
    sets++;
  }
  return { rows, functions, sets, subnets, vpcs };
}

/** Whether the name of an index contains a text, in any case of letters. Each name is compared once. */
export function textTest(text: string, names: readonly string[]): (index: number) => boolean {
  const sought = text.trim().toLowerCase();
  if (sought === "") return () => true;
  const found = new Set(names.flatMap((name, index) => (name.toLowerCase().includes(sought) ? [index] : [])));
  return (index) => found.has(index);
}

/** The number of functions of a set that certainly use a subnet, and of those that may. */
export function usersOf({ uses }: SetFigures, subnet: number): { readonly certain: number; readonly possible: number } {
  let [certain, possible] = [0, 0];
  for (const use of uses) {
    if (use.subnets.includes(subnet)) certain += use.functions.length;
    else if (use.possible.includes(subnet)) possible += use.functions.length;
  }
  return { certain, possible };
}
