import { unsupportedNode } from "@lambda-vpc/policy-kit/supported-node";
import { publishedPackages } from "@lambda-vpc/release";
import { expect, test } from "@jest/globals";
import { lowest, nodes, sdkPackages } from "./matrix";

const packages = publishedPackages().map(({ manifest }) => [manifest.name, manifest] as const);

test.each(packages)("%s lets in what was tried: from the lowest versions on, within their major", (_, { peerDependencies = {} }) => {
  const ranges = sdkPackages.filter((name) => name in peerDependencies).map((name) => [name, peerDependencies[name]]);
  expect(ranges).toEqual(ranges.map(([name]) => [name, `^${lowest[name as keyof typeof lowest]}`]));
});

test("packs and the command refuse every Node.js before the first that was tried", () => {
  const [first] = nodes;
  const on = (version: string) => unsupportedNode("it", { version, executable: "node" });
  expect(on(first)).toBeUndefined();
  expect(on(`${Number.parseInt(first, 10) - 1}.99.99`)).toContain(` ${first.replace(/\.0\.0$/, "")} or later`);
});

test.each(packages)("%s asks for the first Node.js that was tried", (_, { engines }) => {
  expect(engines).toEqual({ node: `>=${nodes[0].replace(/\.0\.0$/, "")}` });
});
