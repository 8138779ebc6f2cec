/** What the documentation of a resource type states about its ids: the example of an import, and the sentence before it. */
export interface ImportText {
  readonly example: string;
  readonly sentence: string;
}

/** The last import that the documentation of a class describes. Undefined if there is none. */
export function importText(classText: string): ImportText | undefined {
  const example = /\$ pulumi import \S+ \S+ (\S+)/.exec(classText)?.[1];
  const sentence = /Using `pulumi import`, import ([^\n]*)/.exec(classText)?.[1];
  return example === undefined ? undefined : { example: example.replace(/^['"]|['"]$/g, ""), sentence: sentence ?? "" };
}

/** The pattern of the ids and ARNs of a type. The placeholders are those of the simulation: fields, `{region}`, `{account}`, digits. */
export interface Patterns {
  readonly id?: string;
  readonly arn?: string;
}

const UUID = /^[0-9a-z]{8}-[0-9a-z]{4}-[0-9a-z]{4}-[0-9a-z]{4}-[0-9a-z]{12}$/i;
const PREFIXED = /^([a-z]+(?:-[a-z]+)*)-(?=[0-9a-f]*\d)[0-9a-f]{6,32}$/;

/**
 * The patterns that follow from the import of a type with these fields. An id is the ARN, the fields that the sentence names, or looks
 * like the example.
 */
export function patternsOf({ example, sentence }: ImportText, fields: readonly string[]): Patterns {
  const whole = example.startsWith("arn:") && !/[,|#]/.test(example) && !/[Pp]olic(?:y|ies)\b.*\busing the [^`]*ARN/.test(sentence);
  const ownArn = fields.includes("arn") && whole;
  if (ownArn) return { id: "{arn}", arn: arnPattern(example) };
  const named = [...sentence.matchAll(/`(\w+)`/g)].flatMap(([, name = ""]) => (fields.includes(name) ? [name] : []));
  const separator = /separated by[^`]*`([^`]+)`/.exec(sentence)?.[1];
  const [first] = named;
  if (named.length === 1 && first !== undefined && separator === undefined) return { id: `{${first}}` };
  if (named.length > 1 && separator !== undefined && named.every((name, index) => named.indexOf(name) === index))
    return { id: named.map((name) => `{${name}}`).join(separator) };
  if (UUID.test(example)) return { id: "{uuid}" };
  const prefix = PREFIXED.exec(example)?.[1];
  return prefix === undefined ? {} : { id: `${prefix}-0{hex:16}` };
}

/** The pattern of an ARN, from an example. Its first part names the kind of resource, the others are its own. */
function arnPattern(example: string): string {
  const [, partition = "aws", service = "", region = "", account = "", ...rest] = example.split(":");
  const [kind, ...parts] = rest.join(":").split(/([/:])/);
  const own = (part: string): string => {
    if (/^[/:]$/.test(part) || part === "") return part;
    if (UUID.test(part)) return "{uuid}";
    if (/^[0-9a-f]{16,}$/.test(part)) return `{hex:${part.length}}`;
    const prefix = PREFIXED.exec(part)?.[1];
    return prefix === undefined ? "{name}" : `${prefix}-0{hex:16}`;
  };
  const resource = parts.length === 0 ? "{name}" : [kind, ...parts.map(own)].join("");
  return [
    "arn",
    partition,
    service,
    region === "" ? "" : "{region}",
    account === "" || account === "aws" ? account : "{account}",
    resource,
  ].join(":");
}
