import { expect, test } from "@jest/globals";
import { parseReport } from "../findings/report-text";
import { recordsIn, withRecords } from "./recorded-message";
import type { WaiverRecord } from "./waiver-record";

const record: WaiverRecord = { policy: "p", subject: "urn:pulumi:dev::shop::a:b:C::[x]\nwaivers: []", verdict: "violation" };
const message = "12 sets\nwhy: w\nfix: f";

test("a message carries its records, and is read without them", () => {
  const carried = withRecords(message, { records: [record, record] });
  expect(recordsIn(`${carried}\n`)).toEqual({ message, records: [record, record] });
  expect(parseReport(carried)).toEqual(parseReport(message));
});

test.each([[[]], [[record]]])("a message carries how many records are left out", (records) => {
  const carried = withRecords(message, { records, withSecrets: 2 });
  expect(recordsIn(`${carried}\n`)).toEqual({ message, records, withSecrets: 2 });
  expect(parseReport(carried)).toEqual(parseReport(message));
});

test.each([
  { sentence: "that carries none", given: message },
  { sentence: "that ends like one with records", given: `${message}\nwaivers: [1]` },
  { sentence: "that ends with broken ones", given: `${message}\nwaivers: [{]` },
])("a message $sentence has none", ({ given }) => {
  expect(recordsIn(given)).toEqual({ message: given });
});
