import type { Properties } from "../property/value";
import type { Row } from "./table";

/*
 * What an account holds, as plain data: the lines of its file are made of these.
 */

/** Labels that a user puts on things. */
export interface Tags {
  readonly [key: string]: string;
}

/** Something that lives in one Region. */
export interface Regional extends Row {
  readonly region: string;
  readonly tags: Tags;
}

export interface Vpc extends Regional {
  readonly cidrBlock: string;
  readonly ipv6CidrBlock?: string | undefined;
  readonly mainRouteTableId: string;
  readonly defaultSecurityGroupId: string;
  readonly enableDnsHostnames: boolean;
  readonly enableDnsSupport: boolean;
  readonly instanceTenancy: string;
  readonly isDefault?: true;
}

/** A further IPv4 range of a VPC, beside the one that it was made with. */
export interface VpcCidrBlock extends Row {
  readonly vpcId: string;
  readonly cidrBlock: string;
  readonly region: string;
}

export interface Subnet extends Regional {
  readonly vpcId: string;
  readonly cidrBlock: string;
  readonly ipv6CidrBlock?: string | undefined;
  readonly availabilityZone: string;
  readonly mapPublicIpOnLaunch: boolean;
}

export interface InternetGateway extends Regional {
  readonly vpcId?: string;
}

export interface RouteTable extends Regional {
  readonly vpcId: string;
  readonly routes: readonly Route[];
}

/** One way out of a route table: a destination, and the property that names the target with its value. */
export interface Route {
  readonly destination: string;
  readonly target: string;
  readonly targetId: string;
}

export interface RouteTableAssociation extends Row {
  readonly routeTableId: string;
  readonly subnetId?: string;
  readonly gatewayId?: string;
}

export interface SecurityGroup extends Regional {
  readonly vpcId: string;
  readonly name: string;
  readonly description: string;
}

export type Direction = "ingress" | "egress";

/** Where traffic of a rule comes from or goes to: exactly one of these, as in EC2's own SecurityGroupRule. */
export type Peer =
  | { readonly cidrIpv4: string }
  | { readonly cidrIpv6: string }
  | { readonly prefixListId: string }
  | { readonly referencedSecurityGroupId: string };

export interface SecurityGroupRule extends Row {
  readonly groupId: string;
  readonly direction: Direction;
  /** `-1` for every protocol. */
  readonly protocol: string;
  /** Absent where the protocol is `-1`. */
  readonly fromPort?: number;
  readonly toPort?: number;
  readonly peer: Peer;
  readonly description: string;
  readonly tags: Tags;
}

/** A role; its id is its name. One that was deleted stays, marked, because interfaces remember who could have deleted them. */
export interface Role extends Row {
  readonly arn: string;
  readonly assumeRolePolicy: string;
  readonly path: string;
  readonly description: string;
  readonly maxSessionDuration: number;
  readonly deleted?: true;
  /** The ARN of the policy that limits what its others can grant. */
  readonly permissionsBoundary?: string | undefined;
  readonly tags: Tags;
}

/** A policy document of a role's own. */
export interface RolePolicy extends Row {
  readonly role: string;
  readonly name: string;
  readonly policy: string;
}

export interface ManagedPolicy extends Row {
  readonly name: string;
  readonly path: string;
  readonly description: string;
  readonly policy: string;
  readonly tags: Tags;
}

export interface RolePolicyAttachment extends Row {
  readonly role: string;
  readonly policyArn: string;
}

export interface LogGroup extends Regional {
  readonly retentionInDays: number;
}

/** The network that a function asks for: both lists sorted, nothing twice. Absent lists mean no VPC. */
export interface VpcConfig {
  readonly vpcId: string;
  readonly subnetIds: readonly string[];
  readonly securityGroupIds: readonly string[];
  readonly ipv6AllowedForDualStack: boolean;
}

/** What can hold network interfaces: a function as it stands, or one of its published versions. */
interface Consumer extends Row {
  readonly role: string;
  readonly vpcConfig?: VpcConfig;
}

/** A function; its id is its name. */
export interface LambdaFunction extends Consumer {
  readonly region: string;
  readonly tags: Tags;
  /** How many versions were ever published. */
  readonly published: number;
  /** What the account keeps for whoever reads the function, and makes nothing of itself. */
  readonly configuration: Properties;
}

/** A published version; its id is `NAME:VERSION`. It never changes. */
export interface FunctionVersion extends Consumer {
  readonly functionName: string;
  readonly version: number;
}

export interface NetworkInterface extends Row {
  readonly subnetId: string;
  readonly vpcId: string;
  /** Sorted, nothing twice. */
  readonly securityGroupIds: readonly string[];
  /** The function that caused it: AWS names it in the description, whoever uses the interface later (docs/aws-facts.md#eni-description). */
  readonly madeFor: string;
  /** The role with whose permissions Lambda will delete it: that of the function that held it last. */
  readonly role: string;
  /** When Lambda will have deleted it, in milliseconds since 1970: set once nobody holds it. */
  readonly reclaimedAt?: number | undefined;
  /** Nobody can delete it any more but the user, by hand. */
  readonly orphaned?: true;
}

/** A resource of a type that the account knows nothing of. */
export interface ForeignResource extends Row {
  readonly type: string;
}
