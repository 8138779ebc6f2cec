import type {
  AttachmentDescription,
  List,
  ComponentDescription,
  ConnectorDescription,
  Description,
  FunctionDescription,
  GroupDescription,
  VpcReference,
  SharedDescription,
  Version,
} from "./description";
import { abroadBy } from "./abroad";
import type { Draft, DraftChange, DraftFunction, DraftShared, Dialect } from "./draft";
import { describeList, type ListContext } from "./describe-list";
import { attachedFunctions } from "./expected-combinations";

/** The program that a draft stands for. */
export function describeDraft(drawn: Draft): Required<Description> {
  const draft = drawn.native === "none" ? drawn : forNative(drawn);
  const network = addConnectors(addShared(networkOf(draft), draft), draft);
  const first = draft.functions.reduce((version, one) => addFunction(version, one, draft.dialect), network);
  return {
    configured: draft.configured,
    first,
    second: draft.changes.reduce((version, change) => changed(version, change, draft.dialect), first),
  };
}

/** The same without what the native provider does otherwise: Regions, generated IPv6 ranges, versions, and a second provider of functions. */
function forNative(draft: Draft): Draft {
  const plain = (one: DraftFunction): DraftFunction => ({ ...one, publish: false, ownProvider: false });
  return {
    ...draft,
    vpcs: draft.vpcs.map((vpc) => ({ ...vpc, dualStack: false, abroad: null })),
    functions: draft.functions.map(plain),
    changes: draft.changes.map((change) => ({ ...change, function: plain(change.function) })),
  };
}

/** VPCs, components, their groups, and a group of the program in the VPC that was there before. */
function networkOf({ vpcs, components, native }: Draft): Version {
  const network: Version = {
    native,
    vpcs: vpcs.map((_, index) => `vpc${index}`),
    dualStack: vpcs.flatMap(({ dualStack }, index) => (dualStack ? [`vpc${index}`] : [])),
    subnets: vpcs.flatMap(({ privates, publics }, index) =>
      Array.from({ length: privates + publics }, (_, number) => ({
        name: `subnet${index}${number}`,
        vpc: `vpc${index}`,
        public: number >= privates,
        octet: number,
      })),
    ),
    abroad: vpcs.flatMap(({ abroad }, index) => (abroad === null ? [] : [{ name: `vpc${index}`, by: abroad }])),
    groups: [],
    components: components.map(({ remote, privates, publics, isolateds, shape }, index): ComponentDescription => ({
      name: `component${index}`,
      remote: remote && shape !== "routed",
      privates,
      publics,
      // By its setting alone, an isolated subnet is a private one.
      isolateds: shape === "setting" ? 0 : isolateds,
      shape,
    })),
    shared: [],
    connectors: [],
    functions: [],
  };
  const rulesOf = [...vpcs, ...components, { groups: ["none" as const] }].map(({ groups }) => groups);
  const groups = vpcReferencesOf(network).flatMap((place, index) => (rulesOf[index] ?? []).map((rules) => ({ place, rules })));
  return { ...network, groups: groups.map((group, index): GroupDescription => ({ name: `group${index}`, generation: 1, ...group })) };
}

function vpcReferencesOf({ vpcs, components }: Version): readonly VpcReference[] {
  return [
    ...vpcs.map((name) => ({ kind: "vpc" as const, name })),
    ...components.map(({ name }) => ({ kind: "component" as const, name })),
    { kind: "existing" },
  ];
}

/** Ids out of a component are never plain. */
function vpcReferencesIn(version: Version, dialect: Dialect): readonly VpcReference[] {
  return vpcReferencesOf(version).filter(({ kind }) => dialect !== "plain" || kind !== "component");
}

function addShared(version: Version, { shared, dialect }: Draft): Version {
  const described = shared.map(({ remote, place, subnets, adopts }: DraftShared, index): SharedDescription => {
    // What a shared configuration makes is in the Region of its program.
    const where = chosen(
      vpcReferencesIn(version, dialect).filter((one) => abroadBy(version, one) === undefined),
      place,
    );
    const around: ListContext = { version, place: where, dialect: keptDialect(dialect) };
    return {
      name: `shared${index}`,
      remote,
      place: where,
      subnets: describeList(subnets, "subnet", around),
      ...(adopts === null ? {} : { groups: describeList(adopts, "group", around) }),
    };
  });
  return { ...version, shared: described };
}

/** The lists of connectors are written in forms that keep assumption S. What a remote shared configuration hides can still break it. */
function addConnectors(version: Version, { connectors, dialect }: Draft): Version {
  const described = connectors.map(({ place, subnets, groups }, index): ConnectorDescription => {
    const where = chosen(vpcReferencesIn(version, dialect), place);
    const around: ListContext = { version, place: where, dialect: keptDialect(dialect) };
    return {
      name: `connector${index}`,
      place: where,
      subnets: describeList(subnets, "subnet", around),
      groups: describeList(groups, "group", around),
    };
  });
  return { ...version, connectors: described };
}

/** The dialect of what is not a function: only the lists of functions break assumption S. */
function keptDialect(dialect: Dialect): Dialect {
  return dialect === "breaking" ? "keeping" : dialect;
}

function addFunction(version: Version, draft: DraftFunction, dialect: Dialect, name = nextName("function", version.functions)): Version {
  return { ...version, functions: [...version.functions, describeFunction(version, draft, dialect, name)] };
}

function describeFunction(version: Version, draft: DraftFunction, dialect: Dialect, name: string): FunctionDescription {
  const place = chosen(vpcReferencesIn(version, dialect), draft.place);
  const around: ListContext = { version, place, dialect };
  const { publish } = draft;
  const plain = dialect === "plain";
  const ownProvider = !plain && draft.ownProvider && abroadBy(version, place) === undefined;
  if (draft.outside) return { name, publish, ownProvider };
  if (draft.shared !== null && version.shared.length > 0) {
    const shared = chosen(version.shared, draft.shared);
    const list = { kind: "shared" as const, name: shared.name, more: [] };
    return { name, publish, ownProvider, attachment: { place: shared.place, subnets: list, groups: list, whole: false, ipv6: "none" } };
  }
  const earlier = attachedFunctions(version);
  if (draft.like !== null && earlier.length > 0) {
    const attachment = inOppositeOrder(chosen(earlier, draft.like).attachment);
    return { name, publish, ownProvider: ownProvider && abroadBy(version, attachment.place) === undefined, attachment };
  }
  const subnets = describeList(draft.subnets, "subnet", around);
  // What one apply makes of entries of a component's list is no longer its list.
  const mayBeWhole = !plain && (dialect === "breaking" || place.kind !== "component" || subnets.kind === "output");
  const whole = draft.whole && mayBeWhole;
  const ipv6 = place.kind === "vpc" && version.dualStack.includes(place.name) && !(subnets.kind === "shared") ? draft.ipv6 : "none";
  return { name, publish, ownProvider, attachment: { place, subnets, groups: describeList(draft.groups, "group", around), whole, ipv6 } };
}

function inOppositeOrder(attachment: AttachmentDescription): AttachmentDescription {
  const turned = (list: List): List => (list.kind === "elements" ? { ...list, elements: list.elements.toReversed() } : list);
  return { ...attachment, subnets: turned(attachment.subnets), groups: turned(attachment.groups) };
}

/** The version after one change. */
function changed(version: Version, { kind, choice, function: draft }: DraftChange, dialect: Dialect): Version {
  const { functions, subnets, groups, components } = version;
  const place = chosen(vpcReferencesOf(version), choice);
  switch (kind) {
    case "remove-function":
      return { ...version, functions: functions.filter((_, index) => index !== choice % functions.length) };
    case "add-function":
      return addFunction(version, draft, dialect);
    case "move-function":
      return { ...version, functions: replaced(functions, choice, ({ name }) => describeFunction(version, draft, dialect, name)) };
    case "replace-subnet":
      return { ...version, subnets: replaced(subnets, choice, (subnet) => ({ ...subnet, octet: (subnet.octet + 64) % 256 })) };
    case "replace-group":
      return { ...version, groups: replaced(groups, choice, (group) => ({ ...group, generation: group.generation + 1 })) };
    case "add-subnet": {
      const vpc = chosen(version.vpcs, choice);
      const added = { name: nextName("subnet9", subnets), vpc, public: false, octet: 20 + subnets.length };
      return addFunction({ ...version, subnets: [...subnets, added] }, draft, dialect);
    }
    case "add-group":
      return addFunction(
        { ...version, groups: [...groups, { name: nextName("group", groups), place, rules: "inline", generation: 1 }] },
        draft,
        dialect,
      );
    case "grow-component":
      return { ...version, components: replaced(components, choice, (one) => ({ ...one, privates: one.privates + 1 })) };
  }
}

function replaced<T>(all: readonly T[], choice: number, change: (one: T) => T): readonly T[] {
  return all.map((one, index) => (index === choice % all.length ? change(one) : one));
}

function chosen<T>(all: readonly T[], choice: number): T {
  const one = all[choice % all.length];
  if (one === undefined) throw new Error("there is nothing to choose from");
  return one;
}

/** A name that nothing has. */
function nextName(prefix: string, named: readonly { readonly name: string }[]): string {
  const taken = new Set(named.map(({ name }) => name));
  let number = named.length;
  while (taken.has(`${prefix}${number}`)) number += 1;
  return `${prefix}${number}`;
}
