import { type Break, breaksOf } from "./break";
import type { AttachmentDescription, List, Version } from "./description";
import { attachedFunctions, sharedNamed } from "./expected-combinations";
import { isFedByUnknown, type UnknownNames, unknownNames } from "./unknown-names";

/** What must hold of a version's preview by the way its program is built, independent of the model. */
export interface Claims {
  /** How the program breaks assumption S; empty where it keeps it. */
  readonly broken: readonly Break[];
  /** Names of functions for which the preview must report exactly what they request. */
  readonly exactFunctions: readonly string[];
  /** Whether the figures of the stack and of its subnets must be exact. */
  readonly exactStack: boolean;
  /** Whether the figures of its VPCs must be exact too: it shows of every function where it is. */
  readonly exactVpcs: boolean;
}

/** The claims of a version that follows `previous`, which is absent where the stack is empty. */
export function claimsOf(version: Version, previous: Version | undefined): Claims {
  const unknown = unknownNames(version, previous);
  const attached = attachedFunctions(version);
  const connectors = version.connectors.map((one): AttachmentDescription => ({ ...one, whole: false, ipv6: "none" }));
  const attachments = [...attached.map(({ attachment }) => attachment), ...connectors];
  const broken = new Set(attachments.flatMap((attachment) => breaksOf(version, attachment, unknown)));
  const exact = attached.filter(
    ({ attachment }) => breaksOf(version, attachment, unknown).length === 0 && isExact(version, attachment, unknown),
  );
  const exactStack = exact.length === attached.length;
  const exactVpcs = exactStack && attached.every(({ attachment: { place } }) => place.kind !== "existing");
  return { broken: [...broken].sort(), exactFunctions: exact.map(({ name }) => name), exactStack, exactVpcs };
}

/** Nothing unknown; or both lists element by element; or both out of one shared configuration that was given its own so. */
function isExact(version: Version, { subnets, groups, whole }: AttachmentDescription, unknown: UnknownNames): boolean {
  // The resource that hands on a list may be new although all that it was given is known.
  if (groups.kind === "handed-on") return false;
  if (![subnets, groups].some((list) => isFedByUnknown(version, list, unknown))) return true;
  if (whole) return false;
  if (isPlain(subnets) && isPlain(groups)) return true;
  if (subnets.kind !== "shared" || groups.kind !== "shared" || subnets.name !== groups.name) return false;
  const shared = sharedNamed(version, subnets.name);
  return (
    subnets.more.length + groups.more.length === 0 && isPlain(shared.subnets) && (shared.groups === undefined || isPlain(shared.groups))
  );
}

/** Ids of resources and ids known beforehand, one by one. */
function isPlain(list: List): boolean {
  return list.kind === "elements" && list.elements.every(({ kind }) => kind === "made" || kind === "existing");
}
