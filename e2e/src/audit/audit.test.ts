import { expect, test } from "@jest/globals";
import { command } from "../cli/lambda-vpc-command";
import { command as simulated, withServedProcess } from "../aws-clients/served-process";
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { combinationsOf, manyFunctions } from "./many-functions";

/** AUDIT_FUNCTIONS=5000 is the size that the audit is measured with, every night. */
const wanted = process.env["AUDIT_FUNCTIONS"];
const functions = Number(wanted ?? 150);
const [versions, latency] = [5, wanted === undefined ? 5 : 50];

/** The most that an audit of 5,000 functions may take where each answer takes 50 ms, and its most memory. */
const [MOST_SECONDS, MOST_MEGABYTES] = [60, 500];

interface Region {
  readonly gaps: readonly object[];
  readonly functions: { readonly all: number; readonly versions: number };
  readonly combinations: readonly { readonly subnet: string; readonly securityGroups: readonly string[] }[];
  readonly interfaces: readonly { readonly state: string }[];
}

/** Writes the peak of the memory of a process in kilobytes when it ends. */
const measure = `process.on("exit", () => require("node:fs").writeFileSync(process.env.MEASURED, String(process.resourceUsage().maxRSS)));`;

test(`an audit of ${functions} functions with ${versions} versions each is whole, within its time and memory`, async () => {
  const folder = mkdtempSync(join(tmpdir(), "audit-"));
  const [account, seed, report, measured, hook] = ["account.jsonl", "seed.json", "audit.json", "measured", "measure.cjs"].map((name) =>
    join(folder, name),
  );
  try {
    const content = manyFunctions(functions, versions);
    writeFileSync(seed ?? "", JSON.stringify(content));
    writeFileSync(hook ?? "", measure);
    spawnSync(process.execPath, [simulated, "seed", seed ?? ""], { env: { ...process.env, SIMULATED_AWS_ACCOUNT: account } });
    // The time of the audit alone: the server first reads the journal of the account.
    let started = performance.now();
    const exitCode = await withServedProcess(account ?? "", ["--latency", String(latency)], async (url) => {
      started = performance.now();
      const environment = {
        ...{
          ...process.env,
          AWS_ENDPOINT_URL: url,
          AWS_REGION: "us-east-1",
          AWS_ACCESS_KEY_ID: "AKIASIMULATED",
          AWS_SECRET_ACCESS_KEY: "simulated",
        },
        ...{ MEASURED: measured, NODE_OPTIONS: `--require ${hook ?? ""}` },
      };
      const audit = spawn(process.execPath, [command, "audit", "--format", "json", "--output", report ?? ""], {
        env: environment,
        stdio: "inherit",
      });
      const [code] = (await once(audit, "exit")) as readonly number[];
      return code;
    });
    const [seconds, megabytes] = [(performance.now() - started) / 1000, Number(readFileSync(measured ?? "", "utf8")) / 1024];
    process.stdout.write(
      `audit: ${functions} functions, ${versions} versions each, ${latency} ms: ${seconds.toFixed(1)} s, ${megabytes.toFixed(0)} MB\n`,
    );
    const [region] = (JSON.parse(readFileSync(report ?? "", "utf8")) as { readonly regions: readonly Region[] }).regions;
    expect({ exitCode, gaps: region?.gaps, functions: region?.functions.all, versions: region?.functions.versions }).toEqual({
      ...{ exitCode: 1, gaps: [], functions, versions: functions * versions },
    });
    const found = region?.combinations.map(({ subnet, securityGroups }) => `${subnet} ${securityGroups.join(" ")}`);
    expect(new Set(found)).toEqual(combinationsOf(content));
    expect(region?.interfaces.filter(({ state }) => state === "held")).toHaveLength(combinationsOf(content).size);
    expect(megabytes).toBeLessThan(MOST_MEGABYTES);
    if (wanted !== undefined) expect(seconds).toBeLessThan(MOST_SECONDS);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}, 600_000);
