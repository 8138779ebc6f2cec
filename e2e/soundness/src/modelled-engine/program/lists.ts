import type { Element, List as ListDescription, Version, VpcReference } from "../../description/description";
import { existingId } from "../../description/existing-network";
import type { ModelledEngine } from "../engine";
import { all, elementAt, elementsOf, Eventual, type Input, type List } from "../eventual";
import type { Handles, SomeVpc } from "./handles";
import { placed } from "./placed";
import type { SharedLists } from "./shared-vpc-config";
import { UNKNOWN } from "../value";

/** Which list is evaluated: `label` names what is declared for it. */
interface ListTarget {
  readonly type: "subnet" | "group";
  readonly label: string;
}

/** Evaluates the lists of a version over what its program declared (description/list-text.ts). */
export class ModelledLists {
  constructor(
    private readonly version: Version,
    private readonly engine: ModelledEngine,
    private readonly handles: Handles,
  ) {}

  /** The list of a description; `when` it is read, if it is passed on as it is. */
  of(list: ListDescription, target: ListTarget, when: "at once" | "late" = "late"): List {
    switch (list.kind) {
      case "elements":
        return this.ids(list.elements, target);
      case "applied": {
        const cut = all(this.ids(list.elements, target)).apply((ids) => elementsOf(ids).slice(0, list.take));
        if (list.added.length === 0) return cut;
        const added = this.ids(list.added, target);
        return cut.apply((ids) => [...elementsOf(ids), ...added]);
      }
      case "output":
        return taken(this.listsOf(list.component)[list.tier], list.take);
      case "shared": {
        const shared = this.shared(list.name);
        const own = target.type === "subnet" ? shared.subnets : shared.groups(list.more.length === 0 ? when : "at once");
        if (list.more.length === 0) return own;
        const more = this.ids(list.more, target);
        if (!(own instanceof Eventual)) return [...own, ...more];
        return all([own, ...more]).apply((ids) => [...elementsOf(elementAt(ids, 0)), ...elementsOf(ids).slice(1)]);
      }
      case "handed-on": {
        const inputs = { subnetId: this.someSubnet(list.place), securityGroups: this.ids(list.elements, target) };
        const type = "aws:ec2/networkInterface:NetworkInterface";
        const declaration = placed(this.version, this.handles, list.place, { type, name: `${target.label}-interface`, inputs });
        return taken(this.engine.resource(declaration).output("securityGroups"), list.take);
      }
      case "looked-up":
        return invoked(this.vpc(list.vpc).id, all(list.subnets.map((name) => this.subnet(name)))).apply((ids) =>
          elementsOf(elementAt(ids, 1)).toSorted(),
        );
    }
  }

  private ids(elements: readonly Element[], { type }: ListTarget): readonly Input[] {
    return elements.map((element) => this.id(element, type));
  }

  private id(element: Element, type: ListTarget["type"]): Input {
    switch (element.kind) {
      case "made":
        return this.made(element.name, type);
      case "existing":
        return this.existing(element, type);
      case "entry":
        return this.listsOf(element.component)[element.tier].apply((ids) => elementAt(ids, element.index));
      case "waiting":
        return all([this.made(element.name, type), this.handles[element.for].id]).apply((ids) => elementAt(ids, 0));
      case "default-group":
        return this.defaultGroup(element);
      case "read": {
        const { value } = this.made(element.name, type);
        return new Eventual(value, [READ]);
      }
      case "pick":
        return all(element.of.map((one) => this.id(one, type))).apply((ids) => elementAt(ids, element.takes));
    }
  }

  private defaultGroup({ vpc, by }: Element & { kind: "default-group" }): Eventual {
    const { id, defaultGroup } = this.vpc(vpc);
    if (by === "output") return defaultGroup;
    if (by === "adopted") return found(this.handles.adopted, vpc);
    return invoked(id).apply(() => defaultGroup.value);
  }

  private existing({ index, by }: Element & { kind: "existing" }, type: ListTarget["type"]): Input {
    const id = existingId(type, index);
    if (by === "literal" || by === "configuration") return id;
    return by === "get" ? new Eventual(id, [READ]) : new Eventual(id);
  }

  private made(name: string, type: ListTarget["type"]): Eventual {
    return type === "subnet" ? this.subnet(name) : found(this.handles.groups, name);
  }

  private subnet(name: string): Eventual {
    return found(this.handles.subnets, name);
  }

  private shared(name: string): SharedLists {
    return found(this.handles.shared, name);
  }

  private vpc(name: string): SomeVpc {
    return found(this.handles.vpcs, name);
  }

  private listsOf(component: string): NonNullable<SomeVpc["lists"]> {
    const { lists } = this.vpc(component);
    if (lists === undefined) throw new Error(`${component} hands out no lists`);
    return lists;
  }

  /** Any subnet at a place. */
  private someSubnet(place: VpcReference): Input {
    if (place.kind === "existing") return existingId("subnet", 0);
    if (place.kind === "component") return this.listsOf(place.name).private.apply((ids) => elementAt(ids, 0));
    const [first] = this.version.subnets.filter(({ vpc }) => vpc === place.name);
    return this.subnet(first?.name ?? "");
  }
}

/** A resource that the program reads: no policy sees it, so the dependency on it disappears. */
const READ = "urn:pulumi:soundness::soundness::read";

/**
 * What an invoke gets its answer from: its argument and what it waits for (`dependsOn`). An unknown argument ends it in the program, without dependencies. The
 * engine declines an invoke that waits for a resource to be created; the program keeps its dependencies then.
 */
function invoked(argument: Eventual, awaited: Input = []): Eventual {
  return argument.value === UNKNOWN ? new Eventual(UNKNOWN) : all([argument, awaited]);
}

function taken(list: Eventual, take: number | undefined): Eventual {
  return take === undefined ? list : list.apply((ids) => elementsOf(ids).slice(0, take));
}

function found<T>(map: ReadonlyMap<string, T>, name: string): T {
  const one = map.get(name);
  if (one === undefined) throw new Error(`the program has no ${name}`);
  return one;
}
