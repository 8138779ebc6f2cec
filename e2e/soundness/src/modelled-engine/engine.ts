import { existingVpc } from "../description/existing-network";
import type { Deployed, State } from "./deployed";
import { Eventual, type Input, resolved } from "./eventual";
import { HOME } from "../description/abroad";
import {
  checkedInputs,
  defaultGroupOutput,
  hasRegion,
  isReplaced,
  plannedOutputs,
  plannedUpdate,
  providerPackage,
  settledOutputs,
} from "./bridge/provider";
import { type Properties, propertiesOf, UNKNOWN, type Value } from "./value";

const STACK = "urn:pulumi:soundness::soundness::pulumi:pulumi:Stack::soundness-soundness";

/** The provider that the engine makes for resources without one, and its version (docs/engine-facts.md#default-providers). */
const DEFAULT_PROVIDER = "default_7_48_0";

const nothing = { inputs: {}, outputs: {}, propertyDependencies: {}, dependencies: [] } as const;

const GROUP = "aws:ec2/securityGroup:SecurityGroup";
const DEFAULT_GROUP = "aws:ec2/defaultSecurityGroup:DefaultSecurityGroup";

/** Stands for the default group of a VPC, which no stack declares. */
export function defaultGroupUrn(vpc: string): string {
  return `${vpc} default group`;
}

/** A resource as the engine shows it to policies, its inputs and its outputs, planned or not. */
export interface Registered {
  readonly urn: string;
  readonly type: string;
  readonly inputs: Properties;
  readonly outputs: Properties;
  readonly provider?: string;
  readonly parent?: string;
  readonly propertyDependencies: Readonly<Record<string, readonly string[]>>;
  readonly dependencies: readonly string[];
}

/** What a program declares. */
export interface Declaration {
  readonly type: string;
  readonly name: string;
  readonly inputs: Readonly<Record<string, Input>>;
  readonly parent?: string;
  readonly dependsOn?: readonly string[];
  readonly provider?: string;
}

/** A declared resource, as the program uses it. */
export interface Resource {
  readonly urn: string;
  readonly id: Eventual;
  output(name: string): Eventual;
}

/** Whether new resources stay unknown, or get the id that `idOf` gives them. */
export type Operation = { readonly kind: "preview" } | { readonly kind: "update"; readonly idOf: IdOf };

/** The id of a resource; `generation` counts its replacements. */
export type IdOf = (urn: string, type: string, generation: number) => string;

/**
 * What policies can see of an engine over a Terraform bridge. It runs a program over the state of an earlier deployment and keeps what it registers. Laws: a
 * preview changes no state; what an update registers has no unknown value.
 */
export class ModelledEngine {
  private readonly all = new Map<string, Registered>();
  private readonly deployed = new Map<string, Deployed>();

  constructor(
    private readonly operation: Operation,
    private readonly before: State,
  ) {
    this.register({ ...nothing, urn: STACK, type: "pulumi:pulumi:Stack" });
    this.registerProvider(DEFAULT_PROVIDER, {});
  }

  get registered(): readonly Registered[] {
    return [...this.all.values()];
  }

  get state(): State {
    return this.deployed;
  }

  /** The provider of a package of remote components. */
  packageProvider(name: string): void {
    this.register({ ...nothing, urn: urnOf(`pulumi:providers:${name}`, "default", STACK), type: `pulumi:providers:${name}` });
  }

  /** A provider of the program. */
  provider(name: string, region: string = HOME): string {
    return this.registerProvider(name, { region, skipCredentialsValidation: "false", skipRegionValidation: "true" }, STACK);
  }

  /** A resource of a provider. */
  resource({ type, name, inputs, parent = STACK, dependsOn = [], provider }: Declaration): Resource {
    const urn = urnOf(type, name, parent);
    const given = Object.entries(inputs).map(([property, input]) => [property, resolved(input)] as const);
    const values = this.inRegionOf(provider, type, Object.fromEntries(given.map(([property, { value }]) => [property, value])));
    const checked = checkedInputs(type, name, values);
    const deployed = this.outcome(urn, type, checked);
    if (deployed.id !== UNKNOWN) this.deployed.set(urn, deployed);
    this.register({
      urn,
      type,
      inputs: checked,
      outputs: deployed.outputs,
      provider: provider ?? this.defaultProvider(providerPackage(type)),
      parent,
      ...dependenciesOf(given, dependsOn),
    });
    return { urn, id: new Eventual(deployed.id, [urn]), output: (property) => new Eventual(deployed.outputs[property] ?? null, [urn]) };
  }

  /** A component with what it registers as its outputs. Returns its URN, for its children. */
  component(type: string, name: string, inputs: Readonly<Record<string, Input>>): string {
    const urn = urnOf(type, name, STACK);
    const given = Object.entries(inputs).map(([property, input]) => [property, resolved(input)] as const);
    const values = Object.fromEntries(given.map(([property, { value }]) => [property, value]));
    this.register({ urn, type, inputs: values, outputs: {}, parent: STACK, ...dependenciesOf(given, []) });
    return urn;
  }

  /** Registers the outputs of a component. */
  registerOutputs(urn: string, outputs: Readonly<Record<string, Input>>): void {
    const component = this.all.get(urn);
    if (component === undefined) throw new Error(`there is no component ${urn}`);
    this.all.set(urn, { ...component, outputs: propertiesOf(resolved(outputs).value) });
  }

  /** The inputs with the Region of a provider of the program, where the type has one and the program gives none. */
  private inRegionOf(provider: string | undefined, type: string, inputs: Properties): Properties {
    const region = provider === undefined ? undefined : this.all.get(provider)?.inputs["region"];
    return region === undefined || !hasRegion(type) ? inputs : { region, ...inputs };
  }

  private outcome(urn: string, type: string, inputs: Properties): Deployed {
    const before = this.before.get(urn);
    const kept = before !== undefined && !isReplaced(type, inputs, before.inputs) ? before : undefined;
    const generation = kept?.generation ?? (before === undefined ? 0 : before.generation + 1);
    if (this.operation.kind === "preview") {
      const outputs = kept === undefined ? plannedOutputs(type, inputs) : plannedUpdate(type, inputs, kept);
      return { id: kept?.id ?? UNKNOWN, inputs, outputs, generation };
    }
    const { idOf } = this.operation;
    const id = kept?.id ?? this.adoptedId(type, inputs) ?? idOf(urn, type, generation);
    const outputs = settledOutputs(type, inputs, id, (subnet) => this.vpcOf(subnet));
    const output = defaultGroupOutput(type);
    const defaultGroup = output === undefined ? {} : { [output]: idOf(defaultGroupUrn(urn), GROUP, 0) };
    return { id, inputs, outputs: { ...outputs, ...defaultGroup, ...ipv6Outputs(inputs) }, generation };
  }

  /** The id of the group that a resource adopts. */
  private adoptedId(type: string, { vpcId }: Properties): string | undefined {
    if (type !== DEFAULT_GROUP) return undefined;
    const [vpc] = [...this.deployed.values()].filter(({ id }) => id === vpcId);
    return String(vpc?.outputs["defaultSecurityGroupId"] ?? vpc?.outputs["defaultSecurityGroup"]);
  }

  /** The VPC of a subnet that is deployed, or that was there before. */
  private vpcOf(subnet: Value): Value {
    const [found] = [...this.deployed.values()].filter(({ id }) => id === subnet);
    return found?.inputs["vpcId"] ?? existingVpc;
  }

  /** The provider that the engine makes for the resources of a package. */
  private defaultProvider(name: "aws" | "aws-native"): string {
    const urn = urnOf(`pulumi:providers:${name}`, name === "aws" ? DEFAULT_PROVIDER : "default", STACK);
    if (!this.all.has(urn))
      this.register({ ...nothing, urn, type: `pulumi:providers:${name}`, inputs: { region: HOME }, outputs: { region: HOME } });
    return urn;
  }

  private registerProvider(name: string, more: Properties, parent?: string): string {
    const urn = urnOf("pulumi:providers:aws", name, STACK);
    const settings = { region: HOME, version: "7.48.0", ...more };
    this.register({
      urn,
      type: "pulumi:providers:aws",
      inputs: settings,
      outputs: settings,
      ...(parent === undefined ? {} : { parent }),
      propertyDependencies: {},
      dependencies: [],
    });
    return urn;
  }

  private register(one: Registered): void {
    this.all.set(one.urn, one);
  }
}

/** The range that AWS gives a VPC, and the associations of ranges. A comparison with the engine leaves their digits out. */
function ipv6Outputs({ region, assignGeneratedIpv6CidrBlock, ipv6CidrBlock }: Properties): Properties {
  if (assignGeneratedIpv6CidrBlock === true)
    return { ipv6CidrBlock: "2001:db8:1:100::/56", ipv6AssociationId: "vpc-cidr-assoc-0", ipv6CidrBlockNetworkBorderGroup: region ?? HOME };
  return ipv6CidrBlock === undefined ? {} : { ipv6CidrBlockAssociationId: "subnet-cidr-assoc-0" };
}

/** URNs carry the types of the parents, the stack left out. */
function urnOf(type: string, name: string, parent: string): string {
  const above = parent === STACK ? "" : `${parent.split("::")[2] ?? ""}$`;
  return `urn:pulumi:soundness::soundness::${above}${type}::${name}`;
}

function dependenciesOf(
  given: readonly (readonly [string, Eventual])[],
  dependsOn: readonly string[],
): Pick<Registered, "propertyDependencies" | "dependencies"> {
  const named = given.filter(([, { dependencies }]) => dependencies.length > 0);
  return {
    propertyDependencies: Object.fromEntries(named.map(([property, { dependencies }]) => [property, dependencies])),
    dependencies: [...new Set([...dependsOn, ...named.flatMap(([, { dependencies }]) => dependencies)])],
  };
}
