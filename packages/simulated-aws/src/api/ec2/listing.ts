import { AwsError } from "../../account/store/aws-error";
import type { Tags } from "../../account/rows/row";
import { openRegion } from "../../account/vpc/default-vpc";
import type { AnswerObject } from "../operation/answer";
import type { Call } from "../operation/call";
import type { Operation } from "../operation/operation";
import { isToken, pageOf } from "../operation/page";
import { readInput, readParameter } from "../operation/parameters";
import { passesFilters, type Filters } from "./filters";

/** An operation of EC2 that lists resources of one kind. */
export interface Listing<Row> {
  readonly name: string;
  /** The element of the answer with the list. */
  readonly set: string;
  readonly rows: (call: Call, flag: boolean) => readonly Row[];
  readonly idOf: (row: Row) => string;
  /** The parameters that select resources, with the error for one that does not exist. */
  readonly selectors: readonly Selector<Row>[];
  readonly filters: Filters<Row>;
  readonly tagsOf?: (row: Row) => Tags;
  readonly describe: (row: Row, call: Call) => AnswerObject;
  /** The least and the greatest page. Absent if the operation answers everything at once. */
  readonly pageSizes?: readonly [least: number, greatest: number];
  /** A parameter that widens the list, handed to `rows`. */
  readonly flag?: string;
}

export interface Selector<Row> {
  readonly parameter: string;
  readonly valueOf: (row: Row) => string;
  readonly notFound: (value: string) => AwsError;
}

const UNPAGED = { DryRun: "flag", Filter: "filters" } as const;
const PAGED = { ...UNPAGED, MaxResults: "integer", NextToken: "text" } as const;

/** The operation of a listing. A call opens its Region, as a lookup of the provider does. */
export function listing<Row>(of: Listing<Row>): Operation {
  const parameters = of.pageSizes === undefined ? UNPAGED : PAGED;
  return {
    name: of.name,
    parameterNames: [
      ...Object.keys(parameters),
      ...of.selectors.map(({ parameter }) => parameter),
      ...(of.flag === undefined ? [] : [of.flag]),
    ],
    run: (call, members) => {
      const { DryRun, Filter = [], MaxResults: size, NextToken: token } = readInput(PAGED, members);
      const flag = of.flag !== undefined && readParameter("flag", members, of.flag) === true;
      const selections = of.selectors.flatMap((selector) => {
        const values = readParameter("texts", members, selector.parameter) ?? [];
        return values.length === 0 ? [] : [{ selector, values }];
      });
      refuseDryRun(DryRun);
      openRegion(call.account, call.region);
      const selected = selections.reduce((rows, { selector, values }) => select(rows, selector, values), of.rows(call, flag));
      const passing = selected.filter((row) => passesFilters(Filter, of.filters, row, call, of.tagsOf?.(row) ?? {}));
      if (of.pageSizes === undefined) return { [of.set]: passing.map((row) => of.describe(row, call)) };
      validatePage(of.pageSizes, { size, token, selectors: selections.map(({ selector }) => selector.parameter) });
      const page = pageOf(passing, of.idOf, { token, size: size === undefined ? Infinity : Math.min(size, of.pageSizes[1]) });
      return { [of.set]: page.rows.map((row) => of.describe(row, call)), nextToken: page.nextToken };
    },
  };
}

/** The rows with the values, each of which must exist. */
function select<Row>(rows: readonly Row[], { valueOf, notFound }: Selector<Row>, values: readonly string[]): readonly Row[] {
  const found = new Map(rows.map((row) => [valueOf(row), row]));
  return [...new Set(values)].map((value) => {
    const row = found.get(value);
    if (row === undefined) throw notFound(value);
    return row;
  });
}

/** The limits of a page (docs/aws-facts.md#pages-of-ec2). */
function validatePage(
  [least, greatest]: readonly [number, number],
  {
    size,
    token,
    selectors,
  }: { readonly size: number | undefined; readonly token: string | undefined; readonly selectors: readonly string[] },
): void {
  if (size !== undefined && selectors.length > 0)
    throw new AwsError("InvalidParameterCombination", `The parameter ${selectors.join()} cannot be used with the parameter maxResults`);
  if (size !== undefined && size < least)
    throw new AwsError(
      "InvalidParameterValue",
      `Value ( ${size} ) for parameter maxResults is invalid. Expecting a value between ${least} and ${greatest}.`,
    );
  if (token !== undefined && !isToken(token)) throw new AwsError("InvalidNextToken", `The specified token is invalid: ${token}`);
}

/** Throws what EC2 answers to a dry run that would succeed (docs/aws-facts.md#api-errors). */
export function refuseDryRun(flag: boolean | undefined): void {
  if (flag === true) throw new AwsError("DryRunOperation", "Request would have succeeded, but DryRun flag is set.");
}
