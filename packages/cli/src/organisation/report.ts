import {
  type AthenaPlace,
  AthenaSession,
  type Engine,
  engines,
  isViewName,
  type Placement,
  queryTrino,
  questions,
  readBucketLocation,
  readReport,
  type ReportDocument,
  reportJson,
  reportText,
  statements,
  type TrinoServer,
  viewCsv,
  type ViewName,
  withDataset,
} from "@lambda-vpc/organisation";
import { nearest } from "@lambda-vpc/policy-kit";
import { resolve } from "node:path";
import type { CommandContext } from "../command/command";
import { CommandError } from "../command/command-error";
import { exitCodes } from "../command/exit-codes";
import type { Outcome } from "../command/outcome";
import { writeOutput } from "../command/write-output";
import { withOrganisationErrors } from "./organisation-error";
import type { ActionValues } from "./organisation-flags";
import { organisationPage, pageViews } from "./page/organisation-page";

const formats = ["text", "json", "csv", "html"] as const;

type Format = (typeof formats)[number];

/** Rows of each view in a text, unless `--limit` states another number. */
const LIMIT = 20;

/** `organisation report`: asks the views of a dataset. */
export function report(values: ActionValues, [stranger]: readonly string[], context: CommandContext): Outcome {
  if (stranger !== undefined) throw new CommandError(exitCodes.usage, `Unknown argument ${stranger}. Specify a view with --view NAME.`);
  const [engine, format] = [oneOf("engine", values.engine ?? "duckdb", engines), oneOf("format", values.format ?? "text", formats)];
  const views = viewsOf(values.view, format);
  const limit = limitOf(values.limit);
  const trend = trendOf(values);
  const placement: Placement = {
    location: engine === "duckdb" ? resolve(context.directory, values.dataset) : values.dataset.replace(/\/+$/, ""),
    schema: "lambda_vpc",
    ...(trend === undefined ? {} : { trend }),
  };
  if (values["dry-run"] === true) {
    const document = statements(engine, placement).map((one) => `${one};\n`);
    return { exitCode: 0, stdout: writeOutput(values.output, document.join("\n"), context), stderr: [] };
  }
  const read = readerOf(engine, views, placement, values);
  const run = async (): Promise<Outcome> => {
    const document = await read();
    const stdout =
      format === "text" && values.output === undefined
        ? reportText(document, limit)
        : writeOutput(values.output, textOf(format, document, limit), context);
    return { exitCode: 0, stdout, stderr: remarks(format, document) };
  };
  return { exitCode: 0, stdout: [], stderr: [], remaining: () => withOrganisationErrors(run) };
}

function readerOf(engine: Engine, views: readonly ViewName[], placement: Placement, values: ActionValues): () => Promise<ReportDocument> {
  switch (engine) {
    case "duckdb":
      return () =>
        withDataset(placement.location, placement, (session) => readReport(engine, views, (statement) => session.query(statement)));
    case "trino": {
      const server = serverOf(values.server);
      return async () => {
        for (const statement of statements(engine, { ...placement, schema: server.schema })) await queryTrino(server, statement);
        return readReport(engine, views, (statement) => queryTrino(server, statement));
      };
    }
    case "athena": {
      const place = athenaPlaceOf(values, placement);
      return () =>
        AthenaSession.with(place, async (session) => {
          for (const statement of statements(engine, placement)) await session.query(statement);
          return readReport(engine, views, (statement) => session.query(statement));
        });
    }
  }
}

/** Athena reads datasets in S3 only. */
function athenaPlaceOf({ "work-group": workGroup, results }: ActionValues, { location, schema }: Placement): AthenaPlace {
  for (const [flag, place] of [
    ["dataset", location],
    ["results", results],
  ] as const)
    if (place !== undefined && readBucketLocation(place) === undefined)
      throw new CommandError(exitCodes.usage, `--${flag} must be a place in S3 for Athena, such as s3://BUCKET/PREFIX. Found ${place}.`);
  return {
    database: schema,
    ...(workGroup === undefined ? {} : { workGroup }),
    ...(results === undefined ? {} : { results }),
  };
}

/** The coordinator, and the catalog and schema in the path of its URL. */
function serverOf(text: string | undefined): TrinoServer {
  if (text === undefined)
    throw new CommandError(exitCodes.usage, "Specify the coordinator with --server URL, or print the statements with --dry-run.");
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const [, catalog, schema] = /^\/(\w+)\/(\w+)\/?$/.exec(url?.pathname ?? "") ?? [];
  if (url === undefined || !/^https?:$/.test(url.protocol) || catalog === undefined || schema === undefined)
    throw new CommandError(
      exitCodes.usage,
      `--server must be a URL with a catalog and a schema, such as http://127.0.0.1:8080/hive/lambda_vpc. Found ${text}.`,
    );
  return { url: url.origin, catalog, schema, user: url.username || "lambda-vpc" };
}

/** The statements about what is not read whole, which JSON, CSV and HTML would hide from a log. */
function remarks(format: Format, { collections: { incomplete } }: ReportDocument): readonly string[] {
  if (format === "text" || incomplete === 0) return [];
  return [`In ${incomplete} Regions, functions or versions were not read whole: their combinations are minimums. See the view missing.`];
}

function textOf(format: Format, document: ReportDocument, limit: number): string {
  switch (format) {
    case "text":
      return reportText(document, limit)
        .map((line) => `${line}\n`)
        .join("");
    case "json":
      return reportJson(document);
    case "csv":
      return document.views.map(viewCsv).join("");
    case "html":
      return organisationPage(document);
  }
}

function viewsOf(given: readonly string[] | undefined, format: Format): readonly ViewName[] {
  const all = Object.keys(questions).filter(isViewName);
  const unknown = given?.find((name) => !isViewName(name));
  if (unknown !== undefined)
    throw new CommandError(exitCodes.usage, `Unknown view ${unknown}. ${nearest(unknown, all)}.`, `Views: ${all.join(", ")}.`);
  if (format === "csv" && given?.length !== 1)
    throw new CommandError(exitCodes.usage, "CSV has one table. Specify one view with --view NAME.");
  if (format === "html" && given !== undefined) throw new CommandError(exitCodes.usage, "A page has all views. Remove --view.");
  if (format === "html") return pageViews;
  return given === undefined ? all : all.filter((name) => given.includes(name));
}

function limitOf(text: string | undefined): number {
  if (text === undefined) return LIMIT;
  if (!/^[1-9]\d{0,8}$/.test(text)) throw new CommandError(exitCodes.usage, `--limit must be a positive integer. Found ${text}.`);
  return Number(text);
}

function trendOf({ since, until }: ActionValues): Placement["trend"] {
  if (since === undefined && until === undefined) return undefined;
  if (since === undefined || until === undefined) throw new CommandError(exitCodes.usage, "Specify both --since DAY and --until DAY.");
  for (const [name, day] of Object.entries({ since, until }))
    if (!/^\d{4}-\d{2}-\d{2}$/.test(day) || Number.isNaN(Date.parse(day)))
      throw new CommandError(exitCodes.usage, `--${name} must be a day such as 2026-12-01. Found ${day}.`);
  if (since > until) throw new CommandError(exitCodes.usage, `--since ${since} is after --until ${until}. Exchange them.`);
  return { from: since, to: until };
}

function oneOf<const T extends string>(name: string, value: string, known: readonly T[]): T {
  const found = known.find((one) => one === value);
  if (found === undefined) throw new CommandError(exitCodes.usage, `Unknown ${name} ${value}. ${nearest(value, known)}.`);
  return found;
}
