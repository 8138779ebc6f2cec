import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { NetworkInterfaceReport } from "../account/interfaces/network-interface-report";
import { runCommand } from "./run-command";

let folder: string;
let path: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "seed-"));
  path = join(folder, "account.jsonl");
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

function run(...commandLine: readonly string[]) {
  const [printed, errors]: [string[], string[]] = [[], []];
  const exitCode = runCommand(commandLine, {
    environment: { SIMULATED_AWS_ACCOUNT: path },
    print: (text) => printed.push(text),
    printError: (text) => errors.push(text),
  });
  return { exitCode, printed: printed.join("\n"), errors: errors.join("\n") };
}

function file(content: unknown): string {
  const name = join(folder, "seed.json");
  writeFileSync(name, JSON.stringify(content));
  return name;
}

const network = {
  vpcs: [{ id: "vpc-0a", cidrBlock: "10.0.0.0/16" }],
  subnets: [
    { id: "subnet-0b", vpcId: "vpc-0a", cidrBlock: "10.0.1.0/24" },
    { id: "subnet-0a", vpcId: "vpc-0a", cidrBlock: "10.0.0.0/24" },
  ],
  securityGroups: [{ id: "sg-0a", vpcId: "vpc-0a", name: "web" }],
};

describe("seed of functions", () => {
  const versions = [
    { subnetIds: ["subnet-0a"], securityGroupIds: ["sg-0a"] },
    { subnetIds: ["subnet-0a", "subnet-0b"], securityGroupIds: ["sg-0b"] },
  ];
  const orders = { name: "orders", subnetIds: ["subnet-0b"], securityGroupIds: ["sg-0a"], tags: { team: "shop" }, versions };
  const used = {
    ...network,
    securityGroups: [...network.securityGroups, { id: "sg-0b", vpcId: "vpc-0a", name: "old" }],
    functions: [orders, { name: "outside" }],
    networkInterfaces: [
      { id: "eni-0a", subnetId: "subnet-0a", securityGroupIds: ["sg-0a"], description: "a database" },
      { id: "eni-0b", subnetId: "subnet-0a", securityGroupIds: ["sg-0b"], orphanOf: "deleted" },
    ],
  };
  const interfaces = () => JSON.parse(run("enis", "--json").printed) as readonly NetworkInterfaceReport[];

  test("creates them with the interfaces that their versions hold, and changes nothing the second time", () => {
    expect(run("seed", file(used)).printed).toBe(`${path}: 9 added`);
    expect(run("seed", file(used)).printed).toBe(`${path}: 0 added`);
    expect(interfaces().map(({ subnet, securityGroups, heldBy, orphaned }) => [subnet, ...securityGroups, ...heldBy, orphaned])).toEqual(
      expect.arrayContaining([
        ["subnet-0a", "sg-0a", "orders:1", false],
        ["subnet-0a", "sg-0b", "orders:2", false],
        ["subnet-0b", "sg-0b", "orders:2", false],
        ["subnet-0b", "sg-0a", "orders", false],
        ["subnet-0a", "sg-0a", "eni-0a", false],
        ["subnet-0a", "sg-0b", true],
      ]),
    );
    expect(interfaces()).toHaveLength(6);
  });

  test("gives a function aliases, and an interface whose groups somebody changed", () => {
    const modified = { id: "eni-0c", subnetId: "subnet-0b", securityGroupIds: ["sg-0b"], modifiedOf: "orders" };
    const changed = { ...used, functions: [{ ...orders, aliases: { live: "2" } }], networkInterfaces: [modified] };
    expect(run("seed", file(changed)).exitCode).toBe(0);
    expect(run("seed", file(changed)).printed).toBe(`${path}: 0 added`);
    expect(interfaces().find(({ id }) => id === "eni-0c")).toMatchObject({ securityGroups: ["sg-0b"], heldBy: ["orders"] });
    const other = { functions: [{ ...orders, aliases: { live: "1" } }] };
    expect(run("seed", file({ ...changed, ...other }))).toMatchObject({ exitCode: 73, errors: expect.stringMatching(/different alias/) });
    const unused = { ...modified, id: "eni-0d", modifiedOf: "outside" };
    expect(run("seed", file({ ...used, networkInterfaces: [unused] }))).toMatchObject({ exitCode: 73 });
  });

  test.each([
    [
      "another network of a version",
      { functions: [{ ...orders, versions: versions.slice(1) }] },
      /orders exists .* different configuration or version/,
    ],
    ["another state", { functions: [{ ...orders, idle: true }] }, /orders exists .* different state/],
    ["other tags", { functions: [{ ...orders, tags: {} }] }, /orders exists .* different tags/],
    [
      "another subnet of an interface",
      { networkInterfaces: [{ id: "eni-0b", subnetId: "subnet-0b" }] },
      /eni-0b exists .* different subnet/,
    ],
    ["what Lambda refuses", { functions: [{ name: "new", subnetIds: ["subnet-0a"] }] }, /SubnetIds and SecurityIds must coexist/],
  ])("refuses %s and adds nothing", (_, changed, message) => {
    run("seed", file(used));
    expect(run("seed", file({ ...used, ...changed }))).toMatchObject({ exitCode: 73, errors: expect.stringMatching(message) });
    expect(interfaces()).toHaveLength(6);
  });

  test("refuses a name that no function can have", () => {
    const errors = expect.stringMatching(/functions\[0\]\.name: "a b" does not match/);
    expect(run("seed", file({ functions: [{ name: "a b" }] }))).toMatchObject({ exitCode: 65, errors });
  });
});
