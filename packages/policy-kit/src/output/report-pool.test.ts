import { expect, test } from "@jest/globals";
import { checkLaw } from "@lambda-vpc/property-testing";
import { AnalyzeDiagnostic, AnalyzeResponse } from "@pulumi/pulumi/proto/analyzer_pb";
import fc from "fast-check";
import type { Report, ReportLevel } from "../findings/report";
import { formatReport, parseReport } from "../findings/report-text";
import { withRecords } from "../settings/recorded-message";
import { ReportPool } from "./report-pool";

/** The most that the engine accepts (docs/engine-facts.md#size-of-an-answer). */
const MOST = 4 * 1024 * 1024;

const subject = "urn:pulumi:dev::shop::t::orders";

function report(characters: number, level?: ReportLevel): Report {
  return { subject, message: formatReport({ kind: "statement", text: "ä".repeat(characters) }), ...(level === undefined ? {} : { level }) };
}

/** The bytes of an answer, as the SDK makes it. */
function bytesOf(reporters: readonly string[], reports: readonly (readonly Report[])[], description: string): number {
  const diagnostics = reporters.flatMap((id, index) =>
    (reports[index] ?? []).map(({ message, subject = "" }) =>
      new AnalyzeDiagnostic()
        .setPolicyname(id)
        .setPolicypackname("@lambda-vpc/lambda-vpc")
        .setPolicypackversion("0.1.0")
        .setDescription(description)
        .setMessage(`${description}\n${message}`)
        .setUrn(subject),
    ),
  );
  return new AnalyzeResponse().setDiagnosticsList(diagnostics).serializeBinary().length;
}

test("whatever policies report fits in an answer, and what is left out is counted", () => {
  const amounts = fc.record({ count: fc.constantFrom(0, 1, 300), characters: fc.constantFrom(10, 3000, 12_000) });
  checkLaw(
    { "something is left out": 40, "everything is taken": 20 },
    [fc.array(amounts, { minLength: 1, maxLength: 4 }), fc.boolean(), fc.constantFrom("d", "A longer description. ".repeat(20))],
    (policies, shared, description, met) => {
      const ids = policies.map((_, index) => `policy-${"abcd"[index] ?? ""}`);
      const pool = new ReportPool(shared ? policies.length : undefined);
      const given = policies.map(({ count, characters }) => Array.from<Report>({ length: count }).fill(report(characters)));
      const taken = given.map((reports, index) => pool.take({ id: ids[index] ?? "", description }, reports));
      expect(bytesOf(ids, taken, description)).toBeLessThan(MOST);
      for (const [index, reports] of given.entries()) {
        const own = taken[index] ?? [];
        const last = parseReport(own.at(-1)?.message ?? "");
        const leftOut = last.kind === "left-out" ? last.count : 0;
        expect(own.length - (leftOut > 0 ? 1 : 0) + leftOut).toBe(reports.length);
        expect(last.kind === "left-out" ? last.policy : ids[index]).toBe(ids[index]);
      }
      met(
        "something is left out",
        taken.some((reports) => parseReport(reports.at(-1)?.message ?? "").kind === "left-out"),
      );
      met(
        "everything is taken",
        taken.every((reports, index) => reports.length === given[index]?.length),
      );
    },
    { numRuns: 20 },
  );
});

test.each<{ sentence: string; levels: readonly (ReportLevel | undefined)[]; level: ReportLevel | undefined }>([
  { sentence: "advisory if all of it is", levels: ["advisory", "advisory"], level: "advisory" },
  { sentence: "at the level of the policy if something is", levels: ["advisory", undefined], level: undefined },
  { sentence: "mandatory if something is", levels: [undefined, "mandatory", "advisory"], level: "mandatory" },
])("what is left out is reported $sentence", ({ levels, level }) => {
  const pool = new ReportPool();
  const reporter = { id: "policy", description: "d" };
  const filled = pool.take(reporter, Array.from<Report>({ length: 300 }).fill(report(9000)));
  expect(parseReport(filled.at(-1)?.message ?? "")).toMatchObject({ kind: "left-out" });
  expect(
    pool.take(
      reporter,
      levels.map((one) => report(9000, one)),
    ),
  ).toMatchObject([level === undefined ? {} : { level }]);
  expect(
    pool.take(
      reporter,
      levels.map((one) => report(9000, one)),
    )[0]?.level,
  ).toBe(level);
});

test("a line of a hostile length is cut, and records are not", () => {
  const record = { policy: "p", subject: "s".repeat(20_000) };
  const message = withRecords(formatReport({ kind: "violation", what: "x".repeat(20_000), why: "w", fix: "f", estimated: false }), {
    records: [record],
  });
  const [only] = new ReportPool().take({ id: "policy", description: "d" }, [{ message }]);
  const [what = "", why, fix, records = ""] = only?.message.split("\n") ?? [];
  expect([what.length < 10_100, what.endsWith("… (10000 more characters)"), why, fix]).toEqual([true, true, "why: w", "fix: f"]);
  expect(records).toContain(record.subject);
});
