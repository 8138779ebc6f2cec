import type { Flags } from "../command/flags";

/** The flags of all actions of `organisation`. */
export const flags = {
  dataset: { type: "string", value: "DIR", meaning: "folder of the dataset; its location in S3 for Athena, and as Trino reads it" },
  from: {
    type: "string",
    value: "SOURCE",
    meaning:
      "collect: config-aggregator NAME, config-snapshots DIR, states DIR, or accounts with their numbers; DIR is a folder or s3://BUCKET/PREFIX",
  },
  view: { type: "string", value: "NAME", multiple: true, meaning: "report: a view to print; default: all" },
  format: { type: "string", value: "FORMAT", meaning: "report: text, json, csv or html; default: text" },
  limit: { type: "string", value: "N", meaning: "report: rows of each view in a text; default: 20" },
  since: { type: "string", value: "DAY", meaning: "report: first day of the view trend; default: the first collection" },
  until: { type: "string", value: "DAY", meaning: "report: last day of the view trend; default: the last collection" },
  engine: { type: "string", value: "ENGINE", meaning: "report: duckdb, trino or athena; default: duckdb" },
  server: {
    type: "string",
    value: "URL",
    meaning: "report: with --engine trino, the coordinator with catalog and schema, such as http://127.0.0.1:8080/hive/lambda_vpc",
  },
  "work-group": { type: "string", value: "NAME", meaning: "report: with --engine athena, the workgroup; default: primary" },
  results: {
    type: "string",
    value: "PLACE",
    meaning: "report: with --engine athena, where it writes results, such as s3://BUCKET/PREFIX/; default: that of the workgroup",
  },
  "dry-run": { type: "boolean", default: false, meaning: "report: prints the statements and sends none" },
  account: { type: "string", value: "A", meaning: "inventory: number of the account, twelve digits" },
  region: {
    type: "string",
    value: "R",
    multiple: true,
    meaning: "inventory: its Region; collect: Regions of accounts; default: that of the AWS configuration",
  },
  role: { type: "string", value: "ROLE", meaning: "collect: name of the role to assume in each account" },
  output: {
    type: "string",
    value: "FILE",
    meaning: "report, inventory: output file, written completely or not at all; default: standard output",
  },
} as const satisfies Flags;

type Name = keyof typeof flags;

/** The values of the flags that are given. */
export type Values = {
  readonly [N in Name]?: N extends "view" | "region"
    ? readonly string[] | undefined
    : N extends "dry-run"
      ? boolean | undefined
      : string | undefined;
};

/** The values of an action: every action has a dataset. */
export type ActionValues = Values & { readonly dataset: string };
