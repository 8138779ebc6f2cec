import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { appendFileSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { VPC_ACCESS } from "../testing/account-example";
import type { Account } from "../account/store/account";
import { defaultSettings } from "../account/store/simulation-settings";
import { createFileSystem, createMountTarget } from "../account/address-consumers/file-system";
import { createFunction, deleteFunction } from "../account/lambda/lambda-function";
import type { NetworkInterfaceReport } from "../account/interfaces/network-interface-report";
import { attachPolicy, createRole, deleteRole } from "../account/iam/role";
import { findDefaultVpc, findOrCreateDefaultSubnet } from "../account/vpc/default-vpc";
import { createSubnet } from "../account/vpc/subnet";
import { AccountFile } from "../storage/account-file";
import { HELP, runCommand } from "./run-command";

let folder: string;
let path: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "command-"));
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
  const name = join(folder, "network.json");
  writeFileSync(name, typeof content === "string" ? content : JSON.stringify(content));
  return name;
}

const egress = [{ protocol: "tcp", fromPort: 443, toPort: 443, cidrBlocks: ["0.0.0.0/0"] }];
const network = {
  vpcs: [{ id: "vpc-0a", cidrBlock: "10.0.0.0/16" }],
  subnets: [
    { id: "subnet-0b", vpcId: "vpc-0a", cidrBlock: "10.0.1.0/24" },
    { id: "subnet-0a", vpcId: "vpc-0a", cidrBlock: "10.0.0.0/24", availabilityZone: "us-east-1c" },
  ],
  securityGroups: [{ id: "sg-0a", vpcId: "vpc-0a", name: "web", egress }],
};

/** Does something to the account that the command line does not. */
function account(work: (account: Account) => void): void {
  new AccountFile(path, defaultSettings, () => undefined).run(work);
}

const here = { region: "us-east-1", tags: {} };
const role = (open: Account) => {
  const { arn } = createRole(open, { id: "r", path: "/", assumeRolePolicy: "{}", description: "", maxSessionDuration: 3600, tags: {} });
  attachPolicy(open, "r", VPC_ACCESS);
  return arn;
};
const lambda = (open: Account, id: string, publish = false) =>
  createFunction(open, {
    ...here,
    id,
    role: open.tables.roles.get("r")?.arn ?? role(open),
    configuration: {},
    publish,
    vpcConfig: { subnetIds: ["subnet-0a", "subnet-0b"], securityGroupIds: ["sg-0a"], ipv6AllowedForDualStack: false },
  });

describe("enis", () => {
  test("lists every interface with who holds it, by subnet", () => {
    run("seed", file(network));
    account((open) => [lambda(open, "orders", true), lambda(open, "users")]);
    const interfaces = JSON.parse(run("enis", "--json").printed) as readonly NetworkInterfaceReport[];
    const held = {
      vpc: "vpc-0a",
      interfaceType: "lambda",
      securityGroups: ["sg-0a"],
      heldBy: ["orders", "orders:1", "users"],
      orphaned: false,
    };
    expect(interfaces).toMatchObject([
      { ...held, subnet: "subnet-0a" },
      { ...held, subnet: "subnet-0b" },
    ]);
    expect(interfaces[0]?.id).toMatch(/^eni-0[0-9a-f]{16}$/);
    expect(interfaces[0]?.description).toMatch(/^AWS Lambda VPC ENI-orders-[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/);
  });

  test("says the same to people, orphans too", () => {
    run("seed", file(network));
    account((open) => lambda(open, "orders"));
    expect(run("enis").printed).toMatch(
      /subnet-0a {2}sg-0a\n {2}lambda, held by orders\n {2}AWS Lambda VPC ENI-orders-.*\n[^]*2 network interfaces \(vpc-0a: 2\)$/,
    );
    account((open) => {
      deleteRole(open, "r");
      deleteFunction(open, "orders");
    });
    expect(run("enis").printed).toMatch(/subnet-0a {2}sg-0a\n {2}lambda, orphaned\n/);
  });

  test("lists what is not Lambda's too, with what has it", () => {
    run("seed", file(network));
    account((open) => {
      const fileSystemId = createFileSystem(open, here).id;
      createMountTarget(open, { fileSystemId, subnetId: "subnet-0a", securityGroupIds: ["sg-0a"], ipAddress: undefined });
    });
    expect(run("enis").printed).toMatch(
      /subnet-0a {2}sg-0a\n {2}interface, held by fsmt-0\w+\n {2}EFS mount target for fs-\w+ \(fsmt-\w+\)\n1 network interface \(vpc-0a: 1\)$/,
    );
  });

  test("is an empty list where there is nothing", () => {
    expect(run("enis", "--json")).toEqual({ exitCode: 0, printed: "[]", errors: "" });
    expect(run("enis").printed).toBe("0 network interfaces");
  });
});

describe("seed", () => {
  test("adds what is not there, and nothing the second time", () => {
    expect(run("seed", file(network)).printed).toBe(`${path}: 4 added`);
    expect(run("seed", file(network)).printed).toBe(`${path}: 0 added`);
    const more = { ...network, securityGroups: [...network.securityGroups, { id: "sg-0b", vpcId: "vpc-0a", name: "db" }] };
    expect(run("seed", file(more)).printed).toBe(`${path}: 1 added`);
  });

  describe("a default VPC", () => {
    const seeded = {
      vpcs: [{ id: "vpc-0d", cidrBlock: "10.0.0.0/16", default: true }],
      subnets: [{ id: "subnet-0d", vpcId: "vpc-0d", cidrBlock: "10.0.0.0/24", availabilityZone: "us-east-1a", default: true }],
    };
    const inUse = (open: Account) =>
      createSubnet(open, {
        ...here,
        vpcId: findDefaultVpc(open, "us-east-1").id,
        cidrBlock: "172.31.255.0/24",
        mapPublicIpOnLaunch: false,
      });

    test("takes the place of the one that the account has", () => {
      account((open) => findDefaultVpc(open, "us-east-1"));
      expect(run("seed", file(seeded)).printed).toBe(`${path}: 2 added`);
      expect(run("seed", file(seeded)).printed).toBe(`${path}: 0 added`);
      account((open) => {
        expect(open.tables.vpcs.all().map(({ id }) => id)).toEqual(["vpc-0d"]);
        expect(findDefaultVpc(open, "us-east-1").id).toBe("vpc-0d");
        expect(findOrCreateDefaultSubnet(open, "us-east-1", "us-east-1a")).toMatchObject({ subnet: { id: "subnet-0d" }, existing: true });
      });
    });

    test.each([
      { says: "after another default VPC", before: () => run("seed", file({ vpcs: [{ ...seeded.vpcs[0], id: "vpc-0e" }] })) },
      { says: "while something is in that of the account", before: () => account(inUse) },
    ])("is refused $says", ({ before }) => {
      before();
      expect(run("seed", file(seeded))).toMatchObject({
        exitCode: 73,
        errors: expect.stringMatching(/DefaultVpcAlreadyExists|DependencyViolation/),
      });
    });
  });

  test.each([
    {
      says: "another range under a known id",
      change: { vpcs: [{ id: "vpc-0a", cidrBlock: "10.1.0.0/16" }] },
      message: /vpc-0a exists in the account with a different cidrBlock\. Choose another id/,
    },
    {
      says: "other rules under a known id",
      change: { securityGroups: [{ id: "sg-0a", vpcId: "vpc-0a", name: "web" }] },
      message: /sg-0a exists in the account with a different egress/,
    },
    {
      says: "a subnet over another",
      change: { subnets: [{ id: "subnet-0c", vpcId: "vpc-0a", cidrBlock: "10.0.0.0/25" }] },
      message: /InvalidSubnet.Conflict/,
    },
    {
      says: "a subnet of a VPC that is not there",
      change: { subnets: [{ id: "subnet-0c", vpcId: "vpc-0c", cidrBlock: "10.0.0.0/25" }] },
      message: /InvalidVpcID.NotFound/,
    },
  ])("refuses $says, and adds nothing of that file", ({ change, message }) => {
    run("seed", file(network));
    const both = {
      vpcs: [{ id: "vpc-0f", cidrBlock: "10.9.0.0/16" }, ...("vpcs" in change ? change.vpcs : [])],
      ...("vpcs" in change ? {} : change),
    };
    expect(run("seed", file(both))).toMatchObject({ exitCode: 73, errors: expect.stringMatching(message) });
    account((open) => {
      expect(open.tables.vpcs.get("vpc-0f")).toBeUndefined();
    });
  });

  test.each([
    { says: "no JSON", content: "{", message: /network.json: JSON: / },
    { says: "no object", content: "[]", message: /network.json: JSON: Expected an object/ },
    {
      says: "a list of something unknown",
      content: { vpc: [] },
      message: /vpc: Unknown list\. A seed file has vpcs, subnets, securityGroups/,
    },
    { says: "something else than a list", content: { vpcs: {} }, message: /vpcs: Expected a list/ },
    {
      says: "an entry without what it needs",
      content: { vpcs: [{ id: "vpc-0a" }] },
      message: /vpcs\[0\].cidrBlock: Missing required argument/,
    },
    {
      says: "an entry with what nobody knows",
      content: { vpcs: [{ id: "vpc-0a", cidrBlock: "10.0.0.0/16", cidr: "" }] },
      message: /vpcs\[0\].cidr: Invalid or unknown key/,
    },
    {
      says: "a rule without a port",
      content: { securityGroups: [{ id: "sg-0a", vpcId: "vpc-0a", name: "web", egress: [{ protocol: "tcp", fromPort: 1 }] }] },
      message: /securityGroups\[0\].egress\[0\].toPort: Missing/,
    },
    {
      says: "an id of another kind",
      content: { vpcs: [{ id: "subnet-0a", cidrBlock: "10.0.0.0/16" }] },
      message: /vpcs\[0\].id: "subnet-0a" does not match \^vpc-/,
    },
  ])("refuses a file with $says, and says where", ({ content, message }) => {
    expect(run("seed", file(content))).toMatchObject({ exitCode: 65, printed: "", errors: expect.stringMatching(message) });
  });

  test("refuses a file that cannot be read", () => {
    expect(run("seed", join(folder, "none.json"))).toMatchObject({
      exitCode: 66,
      errors: expect.stringMatching(/Cannot read .*none\.json/),
    });
  });
});

test("reset forgets everything", () => {
  run("seed", file(network));
  expect(run("reset").exitCode).toBe(0);
  expect(run("seed", file(network)).printed).toBe(`${path}: 4 added`);
});

test.each([[["--help"]], [["-h"]], [["enis", "--help"]]])("%j explains the command", (commandLine) => {
  expect(run(...commandLine)).toEqual({ exitCode: 0, printed: HELP, errors: "" });
});

test.each([
  { commandLine: [], message: /Specify a command\. Run "simulated-aws --help"/ },
  { commandLine: ["lists"], message: /Unknown command "lists"/ },
  { commandLine: ["seed"], message: /Specify the file for seed/ },
  { commandLine: ["enis", "more"], message: /Too many arguments after enis/ },
  { commandLine: ["enis", "--yaml"], message: /Unknown option '--yaml'/ },
])("$commandLine is an invalid command line, and the error refers to --help", ({ commandLine, message }) => {
  expect(run(...commandLine)).toMatchObject({ exitCode: 64, printed: "", errors: expect.stringMatching(message) });
});

test("an account's file that cannot be worked with has an exit code of its own", () => {
  run("seed", file(network));
  appendFileSync(path, "}{\n");
  expect(run("enis")).toMatchObject({
    exitCode: 74,
    errors: expect.stringMatching(/Line 2 of .* is not valid in an account's file/),
  });
});
