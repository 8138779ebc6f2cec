import { parseArgs } from "node:util";
import { networkInterfaceReport } from "../account/interfaces/network-interface-report";
import { AccountFile } from "../storage/account-file";
import { accountSettings } from "../storage/account-settings";
import { UnusableAccount } from "../storage/unusable-account";
import { formatInterfaces } from "./format-interfaces";
import { generateCommand } from "./generate-command";
import { exitCodes, CommandError } from "./command-error";
import { seed } from "./seed";
import { readSeedFile } from "./seed-file";

export const HELP = `simulated-aws: inspects and changes the account of simulated previews and updates

  enis [--json]    list the network interfaces with subnet, security groups, type and owner
  seed FILE.json   add an existing network to the account; the same file again changes nothing
  reset            delete all data of the account
  serve [OPTIONS]  answer AWS's API over the account on 127.0.0.1 and print the URL; ends with the process that started it

  generate [OPTIONS]
                   print a seed file with functions, versions and interfaces
  config-snapshot --output DIR [--seed FILE | --folder DIR] [--unrecorded TYPE]
                   write a snapshot of AWS Config of each account and Region below DIR, as AWS delivers it to a bucket

Options of serve:
  --port PORT       default: any free port
  --throttle EVERY  throttle each call with this number: 3 throttles the third, the sixth and so on
  --deny ACTION     deny an action, such as ec2:DescribeSubnets or "ec2:*"; can be repeated
  --latency MS      wait before each answer
  --cut EVERY       end each answer with this number half way
  --expired         answer that the credentials have expired
  --seed FILE       serve the accounts of a seed file from memory, instead of the account's file
  --folder DIR      serve the accounts in the files of a folder, such as 111122223333.jsonl
  --deny-role ARN   deny AssumeRole for a role; * stands for any text; can be repeated
  --bucket NAME=DIR serve a bucket of S3 whose objects are the files of a folder; can be repeated
  --default-quotas  answer that no quota was granted, so that only the defaults of AWS can be read
  --unrecorded TYPE do not record a resource type in AWS Config, such as AWS::Lambda::Function, or 111122223333/AWS::EC2::Subnet
                    in one account; can be repeated

Options of generate, with a number each: --functions 300, --sets 40 of security groups, --versions 3 of each function, --interfaces 409
that Lambda makes, --orphans 5, --strangers 20, --idle 10, --accounts 1, --random 1 for other content. --regions us-east-1,eu-west-1
Numbers are totals over all accounts and Regions. Each account has a role named audit.

FILE.json: {
  "vpcs":           [{ "id": "vpc-0a", "cidrBlock": "10.0.0.0/16" }],
  "subnets":        [{ "id": "subnet-0a", "vpcId": "vpc-0a", "cidrBlock": "10.0.0.0/24", "availabilityZone": "us-east-1a" }],
  "securityGroups": [{ "id": "sg-0a", "vpcId": "vpc-0a", "name": "web", "egress": [
                       { "protocol": "tcp", "fromPort": 443, "toPort": 443, "cidrBlocks": ["0.0.0.0/0"] }] }],
  "fileSystems":    [{ "id": "fs-0a", "mountTargets": [{ "subnetId": "subnet-0a", "securityGroupIds": ["sg-0a"] }] }],
  "functions":      [{ "name": "orders", "subnetIds": ["subnet-0a"], "securityGroupIds": ["sg-0a"],
                       "versions": [{ "subnetIds": ["subnet-0a"], "securityGroupIds": ["sg-0b"] }] }],
  "networkInterfaces": [{ "id": "eni-0a", "subnetId": "subnet-0a", "securityGroupIds": ["sg-0a"] }]
}
Optional for each entry: "region" (default us-east-1) and "tags", except for interfaces. For a VPC: "default" and "ipv6CidrBlock".
For a subnet: "default", "mapPublicIpOnLaunch" and "ipv6CidrBlock". For a group: "description" and "ingress".
For a function: "runtime", "handler", "memorySize", "timeout", "description" and "idle"; versions are the published ones, the oldest first;
"aliases" are objects such as { "live": "2" }.
For an interface: "description", "interfaceType" and "orphanOf", the function for which Lambda made it and after which it cannot delete it;
"modifiedOf" is a function that still uses it although somebody changed its groups to these.

For serve --seed, the file can have several accounts, the first of which is the management account of their organization:
{ "accounts": [{ "id": "111122223333", "name": "shop", "vpcs": [], "functions": [], "roles": [{ "name": "audit" }] }] }

Environment:
  SIMULATED_AWS_ACCOUNT       the account's file (./.simulated-aws/account.jsonl)
  SIMULATED_AWS_TIME_SCALE    factor for AWS's delays: 0 for none (default), 1 as documented
  SIMULATED_AWS_ENIS_PER_VPC  ENI quota of a VPC (500)

Exit codes: ${Object.entries(exitCodes)
  .map(([name, code]) => `${code} ${name}`)
  .join(", ")}`;

/** The environment and output of the command. */
export interface CommandContext {
  readonly environment: { readonly [name: string]: string | undefined };
  readonly print: (text: string) => void;
  readonly printError: (text: string) => void;
}

/** Runs one command line and returns its exit code. */
export function runCommand(commandLine: readonly string[], { environment, print, printError }: CommandContext): number {
  try {
    print(execute(commandLine, environment, printError));
    return 0;
  } catch (error) {
    return exitCodeOf(error, printError);
  }
}

/** Prints an error that has an exit code, and returns the code. Throws any other error. */
export function exitCodeOf(error: unknown, printError: CommandContext["printError"]): number {
  if (error instanceof CommandError) printError(`simulated-aws: ${error.message}`);
  else if (error instanceof UnusableAccount) printError(error.message);
  else throw error;
  return error instanceof CommandError ? error.exitCode : exitCodes.unusableAccount;
}

function execute(commandLine: readonly string[], environment: CommandContext["environment"], printError: (text: string) => void): string {
  if (commandLine[0] === "generate" && !commandLine.includes("--help")) return generateCommand(commandLine.slice(1));
  const { command, argument, json, help } = parse(commandLine);
  if (help) return HELP;
  const { path, simulation } = accountSettings(environment);
  const account = new AccountFile(path, simulation, printError);
  switch (command) {
    case "enis": {
      const interfaces = account.run(networkInterfaceReport);
      return json ? JSON.stringify(interfaces, null, 2) : formatInterfaces(interfaces);
    }
    case "seed": {
      if (argument === undefined) throw usageError("Specify the file for seed");
      const file = readSeedFile(argument);
      const added = account.run((open) => seed(open, file));
      return `${path}: ${added} added`;
    }
    case "reset":
      account.reset();
      return `${path}: deleted`;
    default:
      throw usageError(command === undefined ? "Specify a command" : `Unknown command ${JSON.stringify(command)}`);
  }
}

function parse(commandLine: readonly string[]) {
  const options = { json: { type: "boolean", default: false }, help: { type: "boolean", short: "h", default: false } } as const;
  try {
    const { values, positionals } = parseArgs({ args: [...commandLine], options, allowPositionals: true });
    const [command, argument, surplus] = positionals;
    if (surplus !== undefined || (argument !== undefined && command !== "seed")) throw new Error(`Too many arguments after ${command}`);
    return { command, argument, ...values };
  } catch (error) {
    throw usageError(error instanceof Error ? error.message : String(error));
  }
}

function usageError(problem: string): CommandError {
  return new CommandError(exitCodes.usage, `${problem}. Run "simulated-aws --help" for usage`);
}
