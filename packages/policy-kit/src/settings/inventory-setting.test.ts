import { expect, test } from "@jest/globals";
import { readConfiguration } from "../configuration/configuration";
import { inventoryFields } from "./inventory";
import { reviewAge } from "./inventory-setting";

/** What is reported on 2026-12-03 about an inventory with this configuration. */
function reported(configuration: Readonly<Record<string, unknown>>): readonly string[] {
  const read = readConfiguration(inventoryFields, configuration);
  if (!read.ok) throw new Error("the configuration is wrong");
  return reviewAge(read.value, "2026-12-03").map(({ message }) => message);
}

test.each<[string, Readonly<Record<string, unknown>>, string | undefined]>([
  ["without a time", {}, undefined],
  ["of today", { takenAt: "2026-12-03T09:30:00Z" }, undefined],
  ["of yesterday", { takenAt: "2026-12-02T00:00:00.000Z" }, undefined],
  ["of tomorrow, where the clocks differ", { takenAt: "2026-12-04" }, undefined],
  ["of two days ago", { takenAt: "2026-12-01" }, "2026-12-01, 2 days ago"],
  ["of a week ago, which a configuration allows", { takenAt: "2026-11-26", maximumAge: 7 }, undefined],
  ["of eight days ago, where a week is allowed", { takenAt: "2026-11-25T23:59:59Z", maximumAge: 7 }, "2026-11-25, 8 days ago"],
])("an inventory %s", (_, configuration, says) => {
  expect(reported(configuration)).toEqual(says === undefined ? [] : [expect.stringContaining(says)]);
});

test.each(["yesterday", "2026-02-30", "2026-12-01 09:30", 1])("a time such as %j is refused", (takenAt) => {
  expect(readConfiguration(inventoryFields, { takenAt })).toMatchObject({ ok: false, error: [{ key: "takenAt" }] });
});
