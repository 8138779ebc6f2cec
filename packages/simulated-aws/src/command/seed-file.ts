import { readFileSync } from "node:fs";
import { exitCodes, CommandError } from "./command-error";
import { isList, isObject, type Properties, type Value } from "../property/value";
import { check, DEFAULTS } from "../schema/check";
import { defaulted, type Fields, optional, required } from "../schema/field";
import { ruleBlock } from "../resources/vpc/rule-block";

/** An existing network, and what uses it, to put into an account. Every list is optional. */
export interface SeedFile {
  readonly vpcs: readonly Properties[];
  readonly subnets: readonly Properties[];
  readonly securityGroups: readonly Properties[];
  readonly functions: readonly Properties[];
  readonly networkInterfaces: readonly Properties[];
}

const commonFields: Fields = { id: required("string"), region: optional("string"), tags: optional({ map: "string" }) };

const networkFields: Fields = { subnetIds: optional({ list: "string" }), securityGroupIds: optional({ list: "string" }) };

/** The properties of each entry, named as in @pulumi/aws. */
const ENTRIES: { readonly [list in keyof SeedFile]: Fields } = {
  vpcs: { ...commonFields, cidrBlock: required("string"), ipv6CidrBlock: optional("string"), default: defaulted("boolean", false) },
  subnets: {
    ...commonFields,
    vpcId: required("string"),
    cidrBlock: required("string"),
    ipv6CidrBlock: optional("string"),
    availabilityZone: optional("string"),
    mapPublicIpOnLaunch: defaulted("boolean", false),
    default: defaulted("boolean", false),
  },
  securityGroups: {
    ...commonFields,
    vpcId: required("string"),
    name: required("string"),
    description: optional("string"),
    ingress: optional({ list: { object: ruleBlock } }),
    egress: optional({ list: { object: ruleBlock } }),
  },
  functions: {
    name: required("string"),
    region: optional("string"),
    tags: optional({ map: "string" }),
    description: optional("string"),
    handler: optional("string"),
    idle: defaulted("boolean", false),
    memorySize: optional("number"),
    runtime: optional("string"),
    timeout: optional("number"),
    ...networkFields,
    versions: optional({ list: { object: networkFields } }),
    aliases: optional({ map: "string" }),
  },
  networkInterfaces: {
    id: required("string"),
    subnetId: required("string"),
    securityGroupIds: optional({ list: "string" }),
    description: optional("string"),
    interfaceType: optional("string"),
    orphanOf: optional("string"),
    modifiedOf: optional("string"),
  },
};

const ID_FORMS: { readonly [list in keyof SeedFile]: RegExp } = {
  vpcs: /^vpc-[0-9a-f]+$/,
  subnets: /^subnet-[0-9a-f]+$/,
  securityGroups: /^sg-[0-9a-f]+$/,
  functions: /^[\w-]{1,64}$/,
  networkInterfaces: /^eni-[0-9a-f]+$/,
};

/** Reads a seed file. Throws `CommandError` with the path of the problem if it cannot be read or is invalid. */
export function readSeedFile(path: string): SeedFile {
  return parseSeed(path, read(path));
}

/** Reads the text of a seed file. `path` is its name in errors. */
export function parseSeed(path: string, text: string): SeedFile {
  const content = parse(path, text);
  const lists = Object.keys(ENTRIES) as (keyof SeedFile)[];
  const unknownList = Object.keys(content).find((name) => !(lists as readonly string[]).includes(name));
  if (unknownList !== undefined) throw seedError(path, unknownList, `Unknown list. A seed file has ${lists.join(", ")}`);
  const entries = (list: keyof SeedFile) => entriesOf(path, list, content[list] ?? []);
  return {
    vpcs: entries("vpcs"),
    subnets: entries("subnets"),
    securityGroups: entries("securityGroups"),
    functions: entries("functions"),
    networkInterfaces: entries("networkInterfaces"),
  };
}

function entriesOf(path: string, list: keyof SeedFile, value: Value): readonly Properties[] {
  if (!isList(value)) throw seedError(path, list, "Expected a list");
  return value.map((entry, index) => {
    const entryPath = `${list}[${index}]`;
    if (!isObject(entry)) throw seedError(path, entryPath, "Expected an object");
    const { inputs, failures } = check(ENTRIES[list], entry, { resourceName: entryPath, seed: new Uint8Array() });
    const [failure] = failures;
    if (failure !== undefined) throw seedError(path, `${entryPath}.${failure.path}`, failure.reason);
    const idName = list === "functions" ? "name" : "id";
    if (!ID_FORMS[list].test(String(inputs[idName])))
      throw seedError(path, `${entryPath}.${idName}`, `${JSON.stringify(inputs[idName])} does not match ${ID_FORMS[list].source}`);
    return Object.fromEntries(Object.entries(inputs).filter(([name]) => name !== DEFAULTS));
  });
}

function read(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    throw new CommandError(exitCodes.missingSeed, `Cannot read ${path}: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function parse(path: string, text: string): Properties {
  try {
    const content = JSON.parse(text) as Value;
    if (isObject(content)) return content;
  } catch (error) {
    throw seedError(path, "JSON", error instanceof Error ? error.message : String(error));
  }
  throw seedError(path, "JSON", "Expected an object");
}

function seedError(path: string, entryPath: string, reason: string): CommandError {
  return new CommandError(exitCodes.badSeed, `${path}: ${entryPath}: ${reason}`);
}
