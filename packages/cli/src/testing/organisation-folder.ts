import { afterEach, beforeEach } from "@jest/globals";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runCommandLine } from "../command-line";
import type { Written } from "../command/outcome";

/** A folder for one test in which `organisation` runs. */
export interface OrganisationFolder {
  /** The path of a file in it. */
  at(...parts: readonly string[]): string;
  /** Runs an action to its end. */
  run(...commandLine: readonly string[]): Promise<Written>;
  /** Writes a state of functions with a security group each, all of which grant the same, into `states`. */
  writeState(file: string, functions: number): void;
}

/** The account of the states. */
export const ACCOUNT = "111122223333";

/** An ARN in that account. */
export const arnOf = (kind: string): string => `arn:aws:lambda:us-east-1:${ACCOUNT}:${kind}`;

/** A new folder for each test of a file. */
export function organisationFolder(): OrganisationFolder {
  let directory = "";
  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), "organisation-"));
  });
  afterEach(() => rmSync(directory, { recursive: true }));
  return {
    at: (...parts) => join(directory, ...parts),
    async run(...commandLine) {
      const context = { directory, today: "2026-12-01", now: () => "2026-12-01T06:00:00Z", input: () => "", pulumi: () => 0 };
      let written = runCommandLine(["organisation", ...commandLine], context);
      while (written.remaining !== undefined) written = await written.remaining();
      return written;
    },
    writeState(file, functions) {
      mkdirSync(join(directory, "states"), { recursive: true });
      writeFileSync(join(directory, "states", file), JSON.stringify({ version: 3, deployment: { resources: resourcesOf(functions) } }));
    },
  };
}

function resourcesOf(functions: number): readonly object[] {
  const names = Array.from({ length: functions }, (_, index) => `f${index}`);
  return [
    resource("aws:ec2/vpc:Vpc", "vpc-1", { cidrBlock: "10.0.0.0/16", arn: arnOf("vpc") }),
    ...["subnet-1", "subnet-2"].map((id, index) =>
      resource("aws:ec2/subnet:Subnet", id, {
        ...{ vpcId: "vpc-1", cidrBlock: `10.0.${index}.0/24`, availabilityZone: "us-east-1a", arn: arnOf("subnet") },
      }),
    ),
    ...names.map((name) =>
      resource("aws:ec2/securityGroup:SecurityGroup", `sg-${name}`, { vpcId: "vpc-1", ingress: [], egress: [], arn: arnOf("group") }),
    ),
    ...names.map((name) =>
      resource("aws:lambda/function:Function", name, {
        ...{ name, arn: arnOf(`function:${name}`), vpcConfig: { subnetIds: ["subnet-1", "subnet-2"], securityGroupIds: [`sg-${name}`] } },
      }),
    ),
  ];
}

function resource(type: string, id: string, outputs: object) {
  return { urn: `urn:pulumi:dev::shop::${type}::${id}`, type, custom: true, id, inputs: outputs, outputs: { ...outputs, id } };
}
