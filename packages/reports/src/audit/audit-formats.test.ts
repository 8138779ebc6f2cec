import { describe, expect, test } from "@jest/globals";
import { auditAccount, whatHolds } from "@lambda-vpc/model";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { auditFormats, deletionFormats, describeAudits, describeDeletion } from "../index";
import { partialReading, sampleReading } from "../testing/sample-reading";
import { readReport } from "../testing/read-report";

const version = { version: "0.1.0" };
const audit = auditAccount(sampleReading, { tag: "team" });
const document = describeAudits([audit], version);
const partial = describeAudits([auditAccount(partialReading)], version);

function answer(id: string, reading = sampleReading) {
  const own = auditAccount(reading);
  const found = whatHolds(own, id);
  if (!found.ok) throw new Error(found.error);
  return describeDeletion(found.value, own, version);
}

/** Each is read by a person before it is committed: UPDATE_EXPECTED=true writes them. */
test.each([
  { file: "audit.txt", render: () => auditFormats.text.render(document, { all: true }) },
  { file: "audit-partial.txt", render: () => auditFormats.text.render(partial) },
  { file: "audit.md.txt", render: () => auditFormats.markdown.render(document) },
  { file: "deletion.txt", render: () => deletionFormats.text(answer("subnet-1")) },
  { file: "deletion-partial.txt", render: () => deletionFormats.text(answer("sg-3", partialReading)) },
])("the text in goldens/$file", ({ file, render }) => {
  const path = join(__dirname, "../testing/goldens", file);
  if (process.env["UPDATE_EXPECTED"] === "true") writeFileSync(path, render());
  expect(render()).toBe(readFileSync(path, "utf8"));
});

describe("every format has the same findings:", () => {
  const subjects = document.findings.map(({ subject }) => subject);

  test("each check finds something in the sample, except what only a gap makes undecided", () => {
    const found = new Set([...document.findings, ...partial.findings].map(({ policy }) => policy));
    expect([...found].sort()).toEqual(document.policies.map(({ policy }) => policy).sort());
  });

  test("SARIF has a result for each, at the account and the Region", () => {
    const [run] = (JSON.parse(auditFormats.sarif.render(document)) as { runs: { results: { ruleId: string; locations: object[] }[] }[] })
      .runs;
    expect(run?.results.map(({ ruleId }) => ruleId)).toEqual(document.findings.map(({ policy }) => policy));
    expect(run?.results[0]?.locations[0]).toMatchObject({
      physicalLocation: { artifactLocation: { uri: "aws/123456789012/us-east-1" } },
      logicalLocations: [{ fullyQualifiedName: subjects[0] }],
    });
  });

  test("JUnit has a test case for each, and an error for each check that is not whole", () => {
    expect(auditFormats.junit.render(document)).toContain(`skipped="${document.findings.length}"`);
    expect(auditFormats.junit.render(partial)).toContain(`errors="${partial.unchecked.length}"`);
    expect(partial.unchecked.length).toBeGreaterThan(0);
  });

  test("HTML has all interfaces with their holders, and all findings", () => {
    const { rowsOf, textOf, data } = readReport(auditFormats.html.render(document));
    expect(rowsOf("interfaces").map(([id, , , state, holder]) => [id, state, holder])).toEqual([
      ["eni-1", "held", "catalog"],
      ["eni-2", "held", "catalog, orders (1)"],
      ["eni-3", "held", "orders"],
      ["eni-4", "held", "orders (2)"],
      ["eni-5", "orphan", "AWS Lambda VPC ENI-orders-11111111-2222-3333-4444-555555555555"],
      ["eni-6", "unexplained", "AWS Lambda VPC ENI-orders-11111111-2222-3333-4444-555555555555"],
      ["eni-7", "other", "amazon-rds: RDSNetworkInterface"],
      ["eni-8", "other", "mount target fsmt-1 of fs-1: EFS mount target for fs-1 (fsmt-1)"],
    ]);
    expect(data).toMatchObject({ findings: document.findings.map(({ subject }) => expect.objectContaining({ subject })) });
    for (const { what } of document.findings) expect(textOf("findings")).toContain(what);
    expect(textOf("status")).toBe(`8 interfaces, ${document.findings.length} findings`);
  });

  test("a partial audit states in each format that there may be more", () => {
    for (const render of [auditFormats.text.render, auditFormats.markdown.render, auditFormats.html.render])
      expect(render(partial)).toContain("There may be more");
    expect(auditFormats.sarif.render(partial)).toContain('"executionSuccessful": false');
  });
});

describe("an answer in every format", () => {
  const document_ = answer("subnet-1");

  test.each(Object.entries(deletionFormats))("%s names each step", (_, render) => {
    const text = render(document_);
    for (const { kind, subjects } of document_.steps) expect([kind, text.includes(subjects[0] ?? "?")]).toEqual([kind, true]);
  });

  test("what nothing holds has the command that deletes it; what Lambda deletes has none", () => {
    expect(deletionFormats.text(answer("eni-5"))).toBe(
      "eni-5 (123456789012 in us-east-1): nothing holds it.\n\nDelete it: aws ec2 delete-network-interface --network-interface-id eni-5 --region us-east-1\n",
    );
    expect(answer("eni-1").command).toBeNull();
  });
});

test("several Regions are in one document, in order, and each finding is at its own", () => {
  const both = describeAudits([auditAccount({ ...sampleReading, region: "us-west-2" }), audit], version);
  expect(both.regions.map(({ region }) => region)).toEqual(["us-east-1", "us-west-2"]);
  expect(both.stack).toBeNull();
  expect(new Set(both.findings.map(({ position }) => position?.file))).toEqual(
    new Set(["aws/123456789012/us-east-1", "aws/123456789012/us-west-2"]),
  );
  expect(new Set(both.findings.map(({ fingerprint }) => fingerprint)).size).toBe(both.findings.length);
});

test("whatever a description or a tag contains, no line of a text begins a command or forges another line", () => {
  const hostile = "::error::x\u001b[31m\nforged";
  const reading = {
    ...sampleReading,
    interfaces: sampleReading.interfaces.map((one) => ({ ...one, description: `AWS Lambda VPC ENI-${hostile}` })),
    vpcs: sampleReading.vpcs.map((vpc) => ({ ...vpc, tags: { Name: hostile } })),
  };
  const text = auditFormats.text.render(describeAudits([auditAccount(reading)], version), { all: true });
  expect(text).not.toMatch(/(?!\n)\p{Cc}|^forged|^::/mu);
});
