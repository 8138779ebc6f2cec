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
  readonly fileSystems: readonly Properties[];
  readonly functions: readonly Properties[];
  readonly networkInterfaces: readonly Properties[];
  readonly roles: readonly Properties[];
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
  fileSystems: {
    ...commonFields,
    mountTargets: optional({ list: { object: { subnetId: required("string"), securityGroupIds: optional({ list: "string" }) } } }),
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
  roles: { name: required("string") },
};

const ID_FORMS: { readonly [list in keyof SeedFile]: RegExp } = {
  vpcs: /^vpc-[0-9a-f]+$/,
  subnets: /^subnet-[0-9a-f]+$/,
  securityGroups: /^sg-[0-9a-f]+$/,
  fileSystems: /^fs-[0-9a-f]+$/,
  functions: /^[\w-]{1,64}$/,
  networkInterfaces: /^eni-[0-9a-f]+$/,
  roles: /^[\w+=,.@-]{1,64}$/,
};

/** Reads a seed file. Throws `CommandError` with the path of the problem if it cannot be read or is invalid. */
export function readSeedFile(path: string): SeedFile {
  return listsOf(path, seedContent(path), "");
}

/** The content of a seed file. Throws `CommandError` if it cannot be read or is no object. */
export function seedContent(path: string): Properties {
  return parseContent(path, read(path));
}

/** The lists of an account in a seed file, at a place that ends with a dot or is empty. Throws `CommandError`. */
export function listsOf(path: string, content: Properties, place: string): SeedFile {
  const lists = Object.keys(ENTRIES) as (keyof SeedFile)[];
  const unknownList = Object.keys(content).find((name) => !(lists as readonly string[]).includes(name));
  if (unknownList !== undefined) throw seedError(path, `${place}${unknownList}`, `Unknown list. A seed file has ${lists.join(", ")}`);
  const entries = (list: keyof SeedFile) => entriesOf(path, list, content[list] ?? [], place);
  return {
    vpcs: entries("vpcs"),
    subnets: entries("subnets"),
    securityGroups: entries("securityGroups"),
    fileSystems: entries("fileSystems"),
    functions: entries("functions"),
    networkInterfaces: entries("networkInterfaces"),
    roles: entries("roles"),
  };
}

function entriesOf(path: string, list: keyof SeedFile, value: Value, place: string): readonly Properties[] {
  if (!isList(value)) throw seedError(path, `${place}${list}`, "Expected a list");
  return value.map((entry, index) => {
    const entryPath = `${place}${list}[${index}]`;
    if (!isObject(entry)) throw seedError(path, entryPath, "Expected an object");
    const { inputs, failures } = check(ENTRIES[list], entry, { resourceName: entryPath, seed: new Uint8Array() });
    const [failure] = failures;
    if (failure !== undefined) throw seedError(path, `${entryPath}.${failure.path}`, failure.reason);
    const idName = list === "functions" || list === "roles" ? "name" : "id";
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

/** Reads the text of a seed file. `path` is its name in errors. Throws `CommandError`. */
export function parseContent(path: string, text: string): Properties {
  try {
    const content = JSON.parse(text) as Value;
    if (isObject(content)) return content;
  } catch (error) {
    throw seedError(path, "JSON", error instanceof Error ? error.message : String(error));
  }
  throw seedError(path, "JSON", "Expected an object");
}

/** An error at a path of a seed file. */
export function seedError(path: string, entryPath: string, reason: string): CommandError {
  return new CommandError(exitCodes.badSeed, `${path}: ${entryPath}: ${reason}`);
}
