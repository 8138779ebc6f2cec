import { defaultGroupKey, type Key, vpcOfDefaultGroup } from "@lambda-vpc/model";
import { fromAwsNative } from "../stack/aws-native";
import { resourceKind } from "../stack/aws-types";
import type { StackResource } from "../stack/stack-resource";

/** One naming for the keys of two moments of a stack. */
export interface CorrespondingKeys {
  /** The name of a subnet, group or VPC of the earlier moment. */
  readonly before: (key: Key) => Key;
  /** The name of one of the later moment. */
  readonly after: (key: Key) => Key;
  /** The name of a function of the earlier moment. */
  readonly functionBefore: (key: Key) => Key;
  /** Whether the function of the earlier moment, by its name, is in the later one and is not replaced. */
  readonly stays: (name: Key) => boolean;
}

/**
 * Which keys of two moments of a stack are one resource. A resource is the same if its AWS id is the same, also if the program renamed it. A resource that
 * is replaced has its URN before and after, but is another one: the earlier one is then named by its AWS id, which the stack no longer manages. If the
 * earlier id is unknown, the URN decides.
 *
 * Laws: different keys of one moment stay different; a stack that is compared with itself keeps all keys.
 */
export function correspondingKeys(before: readonly StackResource[], after: readonly StackResource[]): CorrespondingKeys {
  const [earlier, later] = [new Identities(before), new Identities(after)];
  const referent = (key: Key): Key => {
    const vpc = vpcOfDefaultGroup(key);
    if (vpc !== undefined) return defaultGroupKey(referent(vpc));
    const id = earlier.idOf(key) ?? key;
    return later.urnOf(id) ?? (isReplaced(key, earlier, later) ? id : key);
  };
  return {
    before: referent,
    after: (key) => {
      const urn = earlier.urnOf(key);
      return urn === undefined || later.has(urn) ? key : urn;
    },
    functionBefore: (key) => later.functionWith(earlier.functionIdOf(key)) ?? key,
    stays: (name) => later.has(name) && !isReplaced(name, earlier, later),
  };
}

function isReplaced(key: Key, earlier: Identities, later: Identities): boolean {
  const id = earlier.anyIdOf(key);
  return id !== undefined && later.has(key) && later.anyIdOf(key) !== id;
}

/** The AWS ids of the resources of one moment. */
class Identities {
  private readonly ids = new Map<Key, string | undefined>();
  private readonly urns = new Map<string, Key>();
  private readonly functions = new Map<string, Key>();
  private readonly functionIds = new Map<Key, string>();

  constructor(resources: readonly StackResource[]) {
    for (const resource of resources.map(fromAwsNative)) {
      const { urn, type, outputs } = resource;
      const id = typeof outputs["id"] === "string" ? outputs["id"] : undefined;
      this.ids.set(urn, id);
      if (id === undefined) continue;
      const kind = resourceKind(type);
      if (kind === "function") {
        this.functions.set(id, urn);
        this.functionIds.set(urn, id);
      } else if (named.has(kind)) this.urns.set(id, urn);
    }
  }

  has(urn: Key): boolean {
    return this.ids.has(urn);
  }

  /** The id of a resource of any type. */
  anyIdOf(urn: Key): string | undefined {
    return this.ids.get(urn);
  }

  /** The id of a subnet, group or VPC. */
  idOf(urn: Key): string | undefined {
    const id = this.ids.get(urn);
    return id !== undefined && this.urns.get(id) === urn ? id : undefined;
  }

  urnOf(id: string): Key | undefined {
    return this.urns.get(id);
  }

  functionIdOf(urn: Key): string | undefined {
    return this.functionIds.get(urn);
  }

  functionWith(id: string | undefined): Key | undefined {
    return id === undefined ? undefined : this.functions.get(id);
  }
}

/** The kinds that lists of functions name, and their VPCs. */
const named: ReadonlySet<ReturnType<typeof resourceKind>> = new Set(["vpc", "subnet", "security-group", "adopted-security-group"]);
