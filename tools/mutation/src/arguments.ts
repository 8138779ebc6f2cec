import { parseArgs } from "node:util";

/** What `npm run mutation` was asked to do. */
export interface Request {
  readonly packages: readonly string[];
  readonly folder?: string;
  /** Only the files that changed since this commit. */
  readonly changedSince?: string;
  /** Test every mutant again, whatever earlier runs found. */
  readonly fresh: boolean;
  /** Test runners at the same time. */
  readonly concurrency: number;
}

export const USAGE = `usage: npm run mutation -- PACKAGE… [--folder NAME] [--fresh] [--concurrency N]
       npm run mutation -- --changed [--since COMMIT]`;

/** Throws on an unknown option, on a request without a package, and on a number of test runners that is none. */
export function readArguments(args: readonly string[]): Request {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      folder: { type: "string" },
      changed: { type: "boolean", default: false },
      since: { type: "string", default: "origin/main" },
      fresh: { type: "boolean", default: false },
      concurrency: { type: "string", default: "2" },
    },
  });
  if (values.changed === positionals.length > 0) throw new Error(`Specify packages or --changed.\n${USAGE}`);
  if (values.folder !== undefined && positionals.length !== 1) throw new Error(`--folder needs exactly one package.\n${USAGE}`);
  const concurrency = Number(values.concurrency);
  if (!Number.isInteger(concurrency) || concurrency < 1) throw new Error(`--concurrency must be a positive integer.\n${USAGE}`);
  return {
    packages: positionals,
    ...(values.folder === undefined ? {} : { folder: values.folder }),
    ...(values.changed ? { changedSince: values.since } : {}),
    fresh: values.fresh,
    concurrency,
  };
}
