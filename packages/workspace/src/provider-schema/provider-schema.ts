import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { type Declared, declarations } from "./declarations";
import { fieldCode, objectIn } from "./field-code";
import { importText, type Patterns, patternsOf } from "./identifier-pattern";

/** The codes of fields by name (field-code.ts). */
export interface FieldCodes {
  readonly [name: string]: string;
}

/** A resource type: its fields and, where the documentation shows them, the patterns of its ids and ARNs. */
export interface ResourceSchema extends Patterns {
  readonly fields: FieldCodes;
}

/** What the SDK of a provider declares of its resource types. */
export interface ProviderSchema {
  readonly version: string;
  readonly objects: { readonly [name: string]: FieldCodes };
  readonly resources: { readonly [token: string]: ResourceSchema };
}

/** Reads the schema of @pulumi/aws from the declaration files of the package. */
export function readProviderSchema(packageJson: string): ProviderSchema {
  const root = dirname(packageJson);
  const read = (...path: readonly string[]): string => readFileSync(join(root, ...path), "utf8");
  const modules = readdirSync(root, { withFileTypes: true }).filter((entry) => entry.isDirectory() && entry.name !== "types");
  const folders = [".", ...modules.map(({ name }) => name)].sort();
  const resources = folders.flatMap((folder) =>
    readdirSync(join(root, folder))
      .filter((file) => /^[a-z].*\.d\.ts$/.test(file) && !/^get[A-Z]/.test(file))
      .flatMap((file) => resourcesIn(read(folder, file), () => read(folder, file.replace(/\.d\.ts$/, ".js")))),
  );
  const [outputs, inputs] = ["output", "input"].map((kind) => declarations(kind, read("types", `${kind}.d.ts`)));
  const objects = objectsOf(
    resources.map(([, { fields }]) => fields),
    outputs ?? new Map<string, readonly Declared[]>(),
    inputs ?? new Map<string, readonly Declared[]>(),
  );
  const { version } = JSON.parse(read("package.json")) as { readonly version: string };
  return { version, objects: sorted(objects), resources: sorted(resources) };
}

/** The resource types of a module: a class and the interface of its arguments. */
function resourcesIn(text: string, code: () => string): readonly (readonly [token: string, schema: ResourceSchema])[] {
  if (!text.includes("extends pulumi.CustomResource")) return [];
  const token = /__pulumiType = '([^']+)'/.exec(code())?.[1];
  if (token === undefined) return [];
  const found = declarations(token, text);
  return [...found].flatMap(([name, outputs]): [string, ResourceSchema][] => {
    const inputs = found.get(`${name}Args`);
    if (inputs === undefined) return [];
    const fields = fieldsOf(outputs, inputs);
    const imported = importText(text);
    return [[token, { ...(imported === undefined ? {} : patternsOf(imported, Object.keys(fields))), fields }]];
  });
}

function fieldsOf(outputs: readonly Declared[], inputs: readonly Declared[]): FieldCodes {
  return Object.fromEntries(
    outputs.map((output) => [output.name, fieldCode(output, inputs.find(({ name }) => name === output.name) ?? "none")]),
  );
}

/** The objects that the fields name, and those inside them. An object that programs cannot set has no inputs. */
function objectsOf(
  fields: readonly FieldCodes[],
  outputs: ReadonlyMap<string, readonly Declared[]>,
  inputs: ReadonlyMap<string, readonly Declared[]>,
): readonly (readonly [name: string, fields: FieldCodes])[] {
  const found = new Map<string, FieldCodes>();
  const pending = [...fields];
  for (let codes = pending.pop(); codes !== undefined; codes = pending.pop())
    for (const code of Object.values(codes)) {
      const name = objectIn(code);
      const declared = name === undefined ? undefined : outputs.get(name);
      if (name === undefined || declared === undefined || found.has(name)) continue;
      const object = fieldsOf(declared, inputs.get(name) ?? []);
      found.set(name, object);
      pending.push(object);
    }
  return [...found];
}

function sorted<Value>(entries: readonly (readonly [name: string, value: Value])[]): { readonly [name: string]: Value } {
  return Object.fromEntries([...entries].sort(([one], [other]) => (one < other ? -1 : 1)));
}

/** The schema as JSON with one line for each object and resource type, so that a difference shows which types changed. */
export function formatProviderSchema({ version, objects, resources }: ProviderSchema): string {
  const lines = (of: { readonly [name: string]: unknown }): string =>
    Object.entries(of)
      .map(([name, value]) => `${JSON.stringify(name)}:${JSON.stringify(value)}`)
      .join(",\n");
  return `{"version":${JSON.stringify(version)},\n"objects":{\n${lines(objects)}\n},\n"resources":{\n${lines(resources)}\n}}\n`;
}
