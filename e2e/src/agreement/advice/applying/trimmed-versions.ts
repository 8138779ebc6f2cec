import {
  type Described,
  idOf,
  type Inputs,
  type Node,
  type ResourceDescription,
  type Urn,
  urnOf,
} from "../description/program-description";

const NAME = "advised-trimmer";
const ROLE: ResourceDescription = {
  kind: "custom",
  type: "aws:iam/role:Role",
  name: NAME,
  inputs: {
    assumeRolePolicy: document({ Effect: "Allow", Action: "sts:AssumeRole", Principal: { Service: "lambda.amazonaws.com" } }),
  },
};
const TRIMMER: ResourceDescription = {
  kind: "custom",
  type: "aws:lambda/function:Function",
  name: NAME,
  inputs: {
    runtime: "nodejs24.x",
    handler: "index.handler",
    timeout: 300,
    code: { $: "code", of: "trimmer" },
    role: output(urnOf(ROLE), "arn"),
  },
};

/**
 * The resources with what a VersionTrimmer and these functions declare, so that each keeps its newest version. It trims in the update that declares
 * it, and after each version that is published later.
 */
export function trimmedVersions(resources: readonly ResourceDescription[], functions: readonly Urn[]): readonly ResourceDescription[] {
  const present = new Set(resources.map(urnOf));
  return [...resources, ...[ROLE, TRIMMER, ...functions.flatMap(trimming)].filter((one) => !present.has(urnOf(one)))];
}

/** The permission to delete the versions of a function, and the call that does it whenever the function publishes one. */
function trimming(urn: Urn): readonly ResourceDescription[] {
  const arn = output(urn, "arn");
  const name = `${urn.split("::").at(-1) ?? ""}-advised-trimming`;
  const lists = ["lambda:ListVersionsByFunction", "lambda:ListAliases", "lambda:ListProvisionedConcurrencyConfigs"];
  const permission: ResourceDescription = {
    kind: "custom",
    type: "aws:iam/rolePolicy:RolePolicy",
    name,
    inputs: {
      role: output(urnOf(ROLE), "name"),
      policy: text(
        `{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":${JSON.stringify(lists)},"Resource":"`,
        arn,
        `"},{"Effect":"Allow","Action":"lambda:DeleteFunction","Resource":"`,
        arn,
        `:*"}]}`,
      ),
    },
  };
  const call: ResourceDescription = {
    kind: "custom",
    type: "aws:lambda/invocation:Invocation",
    name,
    inputs: {
      functionName: output(urnOf(TRIMMER), "name"),
      input: text(`{"functionName":"`, output(urn, "name"), `","version":"`, output(urn, "version"), `","keep":1}`),
      lifecycleScope: "CRUD",
      terraformKey: "trimPublishedVersions",
    },
    dependsOn: [urnOf(permission)],
  };
  return [permission, call];
}

function document(statement: Inputs): string {
  return JSON.stringify({ Version: "2012-10-17", Statement: [statement] });
}

function text(...parts: readonly Described[]): Node {
  return { $: "text", parts };
}

function output(urn: Urn, name: string): Described {
  return name === "id" ? idOf(urn) : { $: "output", resource: urn, path: [name] };
}
