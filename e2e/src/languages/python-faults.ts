import type { PythonCall, PythonExpression, PythonStatement } from "./read-python";

/** What is read here of a package schema. */
export interface PackageSchema {
  readonly resources: Readonly<
    Record<string, ObjectSchema & { readonly inputProperties?: Properties; readonly requiredInputs?: readonly string[] }>
  >;
  readonly types: Readonly<
    Record<string, ObjectSchema & { readonly enum?: readonly { readonly name?: string; readonly value: string }[] }>
  >;
}

type Properties = Readonly<Record<string, TypeSchema>>;

interface ObjectSchema {
  readonly properties?: Properties;
  readonly required?: readonly string[];
}

interface TypeSchema {
  readonly type?: string;
  readonly $ref?: string;
  readonly items?: TypeSchema;
  readonly additionalProperties?: TypeSchema;
}

/** The module by which the SDK of the package is known in Python, and what the SDK of Pulumi itself offers for archives. */
const [MODULE, PACKAGE, ARCHIVES] = [
  "lambda_vpc.",
  "lambda-vpc:index:",
  ["pulumi.FileArchive", "pulumi.AssetArchive", "pulumi.RemoteArchive"],
];

/**
 * Where a Python program and the schema of our components disagree, in words: names, keywords, types, what is required, enums, outputs. Python's SDK
 * writes `cidrBlock` as `cidr_block`, the type `Reach` as `ReachArgs` and the choice `OnePerZone` as `ONE_PER_ZONE` (docs/engine-facts.md#python-names).
 */
export function pythonFaults(statements: readonly PythonStatement[], schema: PackageSchema): readonly string[] {
  const assigned = new Map(statements.flatMap(({ assigns, expression }) => (assigns === undefined ? [] : [[assigns, expression]])));
  return statements.flatMap(({ expression }) => (expression.kind === "call" ? callFaults(expression) : []));

  function callFaults(call: PythonCall): readonly string[] {
    const resource = call.of.startsWith(MODULE) ? schema.resources[PACKAGE + call.of.slice(MODULE.length)] : undefined;
    if (resource !== undefined) return argumentFaults(call, resource.inputProperties ?? {}, resource.requiredInputs ?? []);
    if (call.of.startsWith(MODULE)) return [`there is no ${call.of}`];
    return call.positional.flatMap(outputFaults);
  }

  function argumentFaults({ of, keywords }: PythonCall, properties: Properties, required: readonly string[]): readonly string[] {
    const known = new Map(Object.entries(properties).map(([name, type]) => [snakeCase(name), type]));
    const missing = required.map(snakeCase).filter((name) => keywords.every(([keyword]) => keyword !== name));
    return [
      ...missing.map((name) => `${of} lacks ${name}`),
      ...keywords.flatMap(([keyword, value]) => {
        const type = known.get(keyword);
        if (type === undefined) return keyword === "opts" ? [] : [`${of} has no ${keyword}`];
        return valueFaults(`${of} ${keyword}`, value, type);
      }),
    ];
  }

  function valueFaults(where: string, value: PythonExpression, type: TypeSchema): readonly string[] {
    const variable = value.kind === "name" ? assigned.get(value.text) : undefined;
    if (variable !== undefined) return valueFaults(where, variable, type);
    if (value.kind === "list" && type.items !== undefined) return value.items.flatMap((item) => valueFaults(where, item, type.items ?? {}));
    if (value.kind === "dictionary" && type.additionalProperties !== undefined)
      return value.entries.flatMap(([key, one]) => valueFaults(`${where}.${key}`, one, type.additionalProperties ?? {}));
    if (type.$ref?.startsWith("pulumi.json#/Archive") === true)
      return value.kind === "call" && ARCHIVES.includes(value.of) ? [] : [`${where} is no archive`];
    if (type.$ref !== undefined) return namedFaults(where, value, decodeURIComponent(type.$ref.slice("#/types/".length)));
    return value.kind === type.type ? [] : [`${where} is no ${type.type ?? "known type"}`];
  }

  function namedFaults(where: string, value: PythonExpression, token: string): readonly string[] {
    const [name, type] = [MODULE + token.slice(PACKAGE.length), schema.types[token]];
    if (value.kind === "call" && value.of === `${name}Args`) return argumentFaults(value, type?.properties ?? {}, type?.required ?? []);
    const choices = (type?.enum ?? []).map((choice) => `${name}.${snakeCase(choice.name ?? choice.value).toUpperCase()}`);
    if (value.kind === "name" && choices.includes(value.text)) return [];
    return [`${where} is no ${name}`];
  }

  function outputFaults(value: PythonExpression): readonly string[] {
    if (value.kind !== "name" || !value.text.includes(".")) return [];
    const [variable = "", output = ""] = value.text.split(".");
    const made = assigned.get(variable);
    const resource = made?.kind === "call" ? schema.resources[PACKAGE + made.of.slice(MODULE.length)] : undefined;
    return Object.keys(resource?.properties ?? {}).some((name) => snakeCase(name) === output) ? [] : [`${variable} hands out no ${output}`];
  }
}

function snakeCase(name: string): string {
  return name.replace(/(?<=[a-z\d])[A-Z]/g, (letter) => `_${letter}`).toLowerCase();
}
