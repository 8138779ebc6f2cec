import type { LoadShape, ModelComparison, Scenario, SharingRow } from "@lambda-vpc/model";

/** The functions of the model that the page calls. The command and the script in the page pass the same ones. */
export interface PageModel {
  readonly compareModels: (scenario: Scenario) => ModelComparison;
  readonly compareSharing: (scenario: Scenario, functionCounts: readonly number[]) => readonly SharingRow[];
  readonly loadShapes: Readonly<Record<LoadShape, (peak: number, steps: number) => readonly number[]>>;
}

/** What a reader of the page can change. */
export interface PageInput {
  readonly functions: number;
  readonly sets: number;
  readonly subnets: number;
  readonly memory: number;
  readonly concurrency: number;
  /** The name of a shape; any other text is the load of the file. */
  readonly load: string;
  /** The free addresses of each subnet; 0 for those that the command was given. */
  readonly addresses: number;
}

/** What the command was given and the page keeps. Plain JSON: an unlimited quota is null. */
export interface PageSettings {
  readonly steps: number;
  readonly secondsPerStep: number;
  readonly interfaceWait: number;
  readonly connectionsPerExecution: number;
  readonly quota: { readonly before: number | null; readonly today: number | null };
  /** The free addresses of each subnet as given. At least one. */
  readonly given: readonly number[];
  /** The load of the file; empty if there is none. */
  readonly fileLoad: readonly number[];
}

/** The scenario of an input. Sets never exceed functions, and the load of a file is scaled to the concurrency. */
export function scenarioOfPage(input: PageInput, settings: PageSettings, { loadShapes }: PageModel): Scenario {
  const { functions, sets, subnets, memory, concurrency, load, addresses } = input;
  const { steps, given, fileLoad, quota, ...rest } = settings;
  const shape = Object.entries(loadShapes).find(([name]) => name === load)?.[1];
  const filePeak = fileLoad.reduce((most, one) => Math.max(most, one), 1);
  return {
    ...rest,
    functions,
    sets: Math.min(sets, functions),
    subnets: Array.from({ length: subnets }, (_, index) => (addresses > 0 ? addresses : (given[index % given.length] ?? 0))),
    memory,
    load: shape?.(concurrency, steps) ?? fileLoad.map((one) => Math.round((one * concurrency) / filePeak)),
    quota: { before: quota.before ?? Infinity, today: quota.today ?? Infinity },
  };
}
