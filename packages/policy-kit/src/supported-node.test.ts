import { expect, test } from "@jest/globals";
import { unsupportedNode } from "./supported-node";

const on = (version: string): string | undefined => unsupportedNode("This pack", { version, executable: "/opt/node" });

test.each(["22.0.0", "22.11.1", "24.21.0", "100.0.0", "22.0.0-nightly2024"])("Node.js %s is supported", (version) => {
  expect(on(version)).toBeUndefined();
});

test.each(["21.7.3", "20.20.2", "18.0.0", "9.11.2"])(
  "Node.js %s is refused in one sentence with both versions and its place",
  (version) => {
    expect(on(version)).toBe(`This pack requires Node.js 22 or later and runs on Node.js ${version} (/opt/node): upgrade Node.js.`);
  },
);
