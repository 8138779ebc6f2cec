/** The identity of a subnet, security group, VPC or consumer: its Pulumi URN if the stack manages it, otherwise its AWS id. */
export type Key = string;

/** The URN that Pulumi gives a resource. */
export type Urn = `urn:${string}`;

/** Whether this stack manages the resource: its key is a URN. The key of other resources is their AWS id, or another text of the program. */
export function isManaged(key: Key): key is Urn {
  return key.startsWith("urn:");
}

/** The resource that a finding about `thing` refers to: the thing itself if this stack manages it, otherwise its first user. */
export function subjectOf(thing: Key | undefined, users: readonly Key[]): Key {
  return thing !== undefined && isManaged(thing) ? thing : (keySet(users)[0] ?? "");
}

/** Compares by code unit, so that the order is the same in every locale. */
export function compareKeys(left: Key, right: Key): number {
  return left < right ? -1 : left > right ? 1 : 0;
}

/** The set of `keys` in canonical form: distinct and sorted. A list that has this form is returned as it is: most lists of functions come from one. */
export function keySet(keys: Iterable<Key>): readonly Key[] {
  return Array.isArray(keys) && isKeySet(keys) ? keys : [...new Set(keys)].sort(compareKeys);
}

function isKeySet(keys: readonly Key[]): boolean {
  return keys.every((key, index) => index === 0 || (keys[index - 1] ?? "") < key);
}

const DEFAULT_GROUP = "default-security-group:";

/** The key of the default security group of a VPC. AWS creates the group with the VPC, and the stack has no resource for it. */
export function defaultGroupKey(vpc: Key): Key {
  return `${DEFAULT_GROUP}${vpc}`;
}

/** The VPC whose default group a key identifies: the reverse of `defaultGroupKey`. Undefined for any other key. */
export function vpcOfDefaultGroup(key: Key): Key | undefined {
  return key.startsWith(DEFAULT_GROUP) ? key.slice(DEFAULT_GROUP.length) : undefined;
}
