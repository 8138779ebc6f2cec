import { compareKeys, isManaged, type Key, type Urn, vpcOfDefaultGroup } from "./key";
import { printable, printableName } from "./printable";

/** The name of a key: what follows the type in a URN, or the AWS id itself. Resources of different types may share it. */
export function resourceName(key: Key): string {
  const vpc = vpcOfDefaultGroup(key);
  if (vpc !== undefined) return `default group of ${resourceName(vpc)}`;
  return isManaged(key) ? key.slice(startOfName(key)) : key;
}

/** `urn:pulumi:STACK::PROJECT::TYPE::NAME`: only the name may contain `::`. */
function startOfName(urn: Urn): number {
  const type = urn.indexOf("::", urn.indexOf("::") + 2) + 2;
  return urn.indexOf("::", type) + 2;
}

/** The name of a key in the text of a message. `writeNames` replaces it when the message is complete. */
export function displayName(key: Key): string {
  const vpc = vpcOfDefaultGroup(key);
  if (vpc !== undefined) return `default group of ${displayName(vpc)}`;
  return isManaged(key) ? START + printableName(key) + END : printableName(key);
}

/** The first names and the number of others: `orders, users, stock and 9 more`. */
export function listed<T>(items: readonly T[], nameOf: (item: T) => string, most = 3): string {
  const shown = items.slice(0, most).map(nameOf).join(", ");
  return items.length > most ? `${shown} and ${items.length - most} more` : shown;
}

/** The names of resources, the first three and the number of others. */
export function displayNames(keys: readonly Key[]): string {
  return listed(keys, displayName);
}

/** The same with the type of a single resource: `RolePolicyAttachment access`, or `access, logs` for several. */
export function typedNames(keys: readonly Key[]): string {
  const [only] = keys;
  return only === undefined || keys.length > 1 || !isManaged(only) ? displayNames(keys) : `${shortType(only)} ${displayName(only)}`;
}

/** They enclose a URN in a message until its name is written. A printable URN contains neither. */
const [START, END] = ["\u0002", "\u0003"];
const NAMED = new RegExp(`${START}(urn:[^${START}${END}]*)${END}`, "g");

/**
 * A complete message of these lines, with the names of its resources. Pulumi names are unique for each type only, so a name that two resources of the message
 * share stands after its type, unless the word before it states the type: `role orders`, `RolePolicyAttachment orders`.
 *
 * Laws: two resources of one message are never written alike; a name that no other resource of the message has stands alone; the message has as many
 * lines as it is given, and each of them is printable, whatever it holds.
 */
export function writeNames(...lines: readonly string[]): string {
  return namedLines(lines).join("\n");
}

/** The same as a list: there may be more lines than a call can take arguments. */
export function namedLines(lines: readonly string[]): readonly string[] {
  const urns = [...new Set(lines.flatMap((line) => [...line.matchAll(NAMED)].map(([, urn = ""]) => urn as Urn)))].sort(compareKeys);
  const sharing = Map.groupBy(urns, resourceName);
  const named = (line: string): string =>
    line.replace(NAMED, (_, urn: Urn, offset: number) => {
      const name = resourceName(urn);
      const others = (sharing.get(name) ?? []).filter((other) => other !== urn);
      const type = typeToState(urn, others, line.slice(0, offset));
      return type === "" ? name : `${type} ${name}`;
    });
  return lines.map((line) => printable(named(line)));
}

/** What must stand before a name that `others` share: nothing, the short type, or the type with its parents. */
function typeToState(urn: Urn, others: readonly Urn[], before: string): string {
  const type = shortType(urn);
  const otherTypes = others.map(shortType);
  if (others.length === 0) return "";
  if (otherTypes.includes(type)) return qualifiedType(urn);
  const stated = /([A-Za-z]+):? $/.exec(before)?.[1] ?? "";
  const isStated =
    stated.toLowerCase() === type.toLowerCase() ||
    (lastWord(stated) === lastWord(type) && !otherTypes.some((other) => lastWord(other) === lastWord(type)));
  return isStated ? "" : type;
}

/** `my:index:Shop$aws:iam/role:Role`, as the engine writes it. */
function qualifiedType(urn: Urn): string {
  return urn.split("::")[2] ?? "";
}

/** `Role` */
function shortType(urn: Urn): string {
  return qualifiedType(urn).split(":").at(-1) ?? "";
}

/** `group` of `SecurityGroup`. */
function lastWord(type: string): string {
  return (/[A-Z]?[^A-Z]*$/.exec(type)?.[0] ?? "").toLowerCase();
}

/**
 * A text without the names of its resources, to compare it with another: names, AWS ids and ARNs, and lists of them, are one and the same mark.
 * Law: two texts that differ only in which resources they name, and in how many, are equal without names.
 */
export function withoutNames(message: string): string {
  return message.replace(LIST, "\u0000");
}

const ONE = `(?:${START}urn:[^${START}${END}]*${END}|\\b[a-z]+-[0-9a-f]{8,17}\\b|\\barn:[^\\s,()]+[^\\s,().:])`;
const LIST = new RegExp(`${ONE}(?:(?:, | and )${ONE})*(?: and \\d+ more)?`, "g");

/** The type of a resource in words: `security group` of `aws:ec2/securityGroup:SecurityGroup`. */
export function typeInWords(urn: Urn): string {
  const words = shortType(urn)
    .replaceAll(/(?<=[a-z0-9])(?=[A-Z])/g, " ")
    .toLowerCase();
  return words.replaceAll(/\bvpc\b/g, "VPC");
}
