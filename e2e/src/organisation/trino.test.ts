import { describe, expect, test } from "@jest/globals";
import { Session } from "@lambda-vpc/organisation";
import { generateDataset } from "@lambda-vpc/organisation/testing";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { execFile } from "node:child_process";
import { command } from "../cli/lambda-vpc-command";
import { trinoInstallation } from "./trino-installation";
import { withTrino } from "./trino-process";

const installation = trinoInstallation();
if (installation === undefined) process.stderr.write("SKIPPED: TRINO=install compares the views on a real Trino with DuckDB, nightly.\n");

interface Report {
  readonly collections: unknown;
  readonly views: readonly { readonly view: string; readonly rows: readonly unknown[] }[];
}

async function report(...flags: readonly string[]): Promise<Report> {
  const { stdout } = await promisify(execFile)(process.execPath, [command, "organisation", "report", "--format", "json", ...flags], {
    maxBuffer: 64 * 1024 * 1024,
  });
  return JSON.parse(stdout) as Report;
}

(installation === undefined ? describe.skip : describe)("on a real Trino", () => {
  test("every view has the rows that it has on DuckDB, in the same order", async () => {
    if (installation === undefined) return;
    const folder = mkdtempSync(join(tmpdir(), "trino-"));
    try {
      const dataset = join(folder, "files/dataset");
      const size = { accounts: 5, functionsPerAccount: 200, days: ["2026-11-01", "2026-12-01"] };
      await Session.with({}, (session) => generateDataset(session, dataset, size));
      const onDuckDb = await report("--dataset", dataset);
      const onTrino = await withTrino(installation, folder, (url) =>
        report("--engine", "trino", "--server", `${url}/hive/lambda_vpc`, "--dataset", "local:///dataset"),
      );
      expect(onTrino.collections).toEqual(onDuckDb.collections);
      expect(onTrino.views).toEqual(onDuckDb.views);
      expect(onDuckDb.views.filter(({ rows }) => rows.length === 0)).toEqual([]);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }, 1_200_000);
});
