import { GATEWAY_SERVICES } from "../network/validate-network-args";
import type { NetworkFacts } from "../network/network-facts";
import { shortServiceName } from "../network/service-name";
import { GrantedAccess, type GrantArgs, GrantedResource } from "../grants/grant-args";
import { mayCover, outboundRules } from "../shared-vpc-config/outbound-rules";
import { setByFunction } from "./function-sets";
import type { FunctionInSetArgs, FunctionSetArgs, LambdaVpcArgs } from "./lambda-vpc-args";
import { placeIn } from "./network-place";

/** A grant, or a file system, that the set of a function certainly cannot reach. */
export interface UnreachableGrant {
  /** The argument, such as `shop.functions.orders.grants[0]`. */
  readonly argument: string;
  /** What is wrong, and the remedies. */
  readonly problem: string;
  /**
   * Whether nothing but the code uses the grant. Lambda itself sends failed events to dead-letter queues and destinations with the function's
   * role (docs/aws-facts.md#failed-events), outside the VPC. Of secrets this is not judged.
   */
  readonly certain: boolean;
}

/** The endpoint service of each kind of resource (docs/aws-facts.md#endpoint-services). */
const SERVICES: { readonly [resource in GrantedResource]?: string } = {
  [GrantedResource.Bucket]: "s3",
  [GrantedResource.Table]: "dynamodb",
  [GrantedResource.DataStream]: "kinesis-streams",
  [GrantedResource.Queue]: "sqs",
  [GrantedResource.Topic]: "sns",
  [GrantedResource.EventBus]: "events",
  [GrantedResource.Secret]: "secretsmanager",
  [GrantedResource.Parameter]: "ssm",
  [GrantedResource.Function]: "lambda",
};

/** HTTPS, and NFS for EFS (docs/aws-facts.md#function-file-system-access). */
const [HTTPS, NFS] = [443, 2049];

/**
 * The grants and file systems of functions that the rules of their set do not let out. Law: one more rule, endpoint or service of a set
 * never adds one. Nothing is reported that an existing group or an unknown value may allow.
 */
export function unreachableGrants(name: string, args: LambdaVpcArgs, facts: NetworkFacts): readonly UnreachableGrant[] {
  const sets = setByFunction(name, args);
  return Object.entries(args.functions ?? {}).flatMap(([key, one]) => {
    const setName = sets.get(key) ?? "";
    const set = args.sets[setName];
    if (set === undefined) return [];
    const argument = `${name}.functions.${key}`;
    const grants = (one.grants ?? []).flatMap((grant, index) => {
      const service = serviceOf(grant);
      if (service === undefined || reachesService(set, service, facts)) return [];
      const found = {
        argument: `${argument}.grants[${index}]`,
        problem: problemOf(service, setName, args, facts),
        certain: onlyCodeUses(grant),
      };
      return found.certain || one.deadLetterConfig === undefined ? [found] : [];
    });
    return [...grants, ...unreachableFiles(argument, one, setName, set)];
  });
}

/** The service that the code calls. Undefined if it calls none: an event source mapping polls outside the VPC. */
function serviceOf({ resource, access }: GrantArgs): string | undefined {
  return access === GrantedAccess.Consume ? undefined : SERVICES[resource];
}

function onlyCodeUses({ resource, access }: GrantArgs): boolean {
  if (resource === GrantedResource.Table || resource === GrantedResource.Parameter) return true;
  return resource === GrantedResource.Bucket && access !== GrantedAccess.Write;
}

function reachesService(set: FunctionSetArgs, service: string, { gatewayServices, interfaceServices }: NetworkFacts): boolean {
  const named = (set.services ?? []).map(shortServiceName);
  if (named.includes(service)) return true;
  if (set.gatewayEndpoints === true && gatewayServices.includes(service)) return true;
  const usesInterfaces = set.endpoints === true || named.some((one) => interfaceServices.includes(one));
  return (usesInterfaces && interfaceServices.includes(service)) || mayLeave(set, HTTPS);
}

/** Whether a rule that the set describes itself may allow the port, wherever it leads. */
function mayLeave(set: FunctionSetArgs, port: number): boolean {
  const { shown, hidden } = outboundRules(set);
  return hidden || shown.some((rule) => mayCover(rule, port));
}

function problemOf(service: string, set: string, args: LambdaVpcArgs, { gatewayServices, interfaceServices }: NetworkFacts): string {
  const exists = [...gatewayServices, ...interfaceServices].includes(service);
  const kind = GATEWAY_SERVICES.includes(service) ? "gatewayEndpoints" : "interfaceEndpoints";
  const endpoint = exists ? "" : `${placeIn(args, kind)} and to `;
  return `Functions of the set ${set} have no outbound rule to ${service}, so its calls time out. Add ${service} to ${endpoint}sets.${set}.services`;
}

function unreachableFiles(argument: string, one: FunctionInSetArgs, setName: string, set: FunctionSetArgs): readonly UnreachableGrant[] {
  if (one.fileSystemConfig === undefined || mayLeave(set, NFS)) return [];
  const problem = `Functions of the set ${setName} have no outbound rule to port ${NFS}, so the file system cannot be mounted. Add the reach of a FunctionFileSystem to sets.${setName}.reach`;
  return [{ argument: `${argument}.fileSystemConfig`, problem, certain: true }];
}
