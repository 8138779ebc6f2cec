import type { Account } from "../store/account";
import { AwsError } from "../store/aws-error";
import { combinationKeys } from "../rows/combination";
import { acquireInterfaces, releaseInterfaces } from "../interfaces/hyperplane";
import { deniedActions } from "../permissions/interface-permissions";
import type { FunctionVersion, LambdaFunction, VpcConfig } from "../rows/lambda-rows";
import { requireMountTargets } from "./file-system-access";
import { functionVpcConfigOf, type VpcConfigRequest } from "./vpc-config";

interface FunctionRequest extends Omit<LambdaFunction, "published" | "vpcConfig"> {
  readonly vpcConfig?: VpcConfigRequest;
  /** Whether to publish a version of the result. */
  readonly publish: boolean;
}

/** The function, and the number of interfaces created for it. */
export interface FunctionResult {
  readonly created: LambdaFunction;
  readonly interfacesCreated: number;
}

/** CreateFunction. Names are unique in the account: throws `ResourceConflictException`. */
export function createFunction(account: Account, request: FunctionRequest): FunctionResult {
  if (account.tables.functions.get(request.id) !== undefined)
    throw new AwsError("ResourceConflictException", `Function already exist: ${request.id}`);
  return configure(account, request);
}

/**
 * UpdateFunctionConfiguration. Interfaces of the new configuration are created before the old ones are released, so both count against
 * quota and addresses meanwhile. If that fails, the old configuration stays (docs/aws-facts.md#configuration-change).
 */
export function updateFunction(account: Account, request: FunctionRequest): FunctionResult {
  const before = findFunction(account, request.id);
  const result = configure(account, request, before);
  releaseInterfaces(account, before);
  return result;
}

function configure(
  account: Account,
  { publish, vpcConfig: vpcConfigRequest, ...request }: FunctionRequest,
  before?: LambdaFunction,
): FunctionResult {
  const vpcConfig = vpcConfigRequest && functionVpcConfigOf(account, `function ${request.id}`, vpcConfigRequest);
  requireMountTargets(account, { ...request, ...optionalVpcConfig(vpcConfig) }, before);
  const heldBefore = before === undefined ? [] : combinationKeys(before);
  if (combinationKeys(optionalVpcConfig(vpcConfig)).some((key) => !heldBefore.includes(key))) requireInterfacePermissions(account, request);
  const interfacesCreated = vpcConfig === undefined ? 0 : acquireInterfaces(account, { name: request.id, role: request.role }, vpcConfig);
  const published = (before?.published ?? 0) + (publish ? 1 : 0);
  const created = account.tables.functions.put({ ...request, ...optionalVpcConfig(vpcConfig), published });
  if (publish) publishVersion(account, created);
  return { created, interfacesCreated };
}

/**
 * A role must let Lambda manage interfaces before its function gets another combination, shared or not: AWS documents no exception for a
 * shared one (docs/aws-facts.md#eni-permissions). Throws `InvalidParameterValueException` as Lambda words it
 * (docs/aws-facts.md#eni-permission-refusal).
 */
function requireInterfacePermissions(account: Account, { id, role }: Pick<LambdaFunction, "id" | "role">): void {
  const [denied] = deniedActions(account, role);
  if (denied !== undefined)
    throw new AwsError(
      "InvalidParameterValueException",
      `function ${id}: The provided execution role does not have permissions to call ${denied.replace("ec2:", "")} on EC2`,
    );
}

/** A version keeps the configuration with which it was published, and so its interfaces (docs/aws-facts.md#published-versions). */
function publishVersion(account: Account, { id, role, published, vpcConfig, configuration }: LambdaFunction): FunctionVersion {
  return account.tables.functionVersions.put({
    id: `${id}:${published}`,
    functionName: id,
    version: published,
    role,
    configuration,
    ...optionalVpcConfig(vpcConfig),
  });
}

/** The function with this name. Throws `ResourceNotFoundException`. */
export function findFunction(account: Account, name: string): LambdaFunction {
  const found = account.tables.functions.get(name);
  if (found === undefined) throw new AwsError("ResourceNotFoundException", `Function not found: ${name}`);
  return found;
}

/** Deletes a function with all its versions and aliases. */
export function deleteFunction(account: Account, name: string): void {
  const { functionAliases, functions, functionVersions } = account.tables;
  const consumers = [findFunction(account, name), ...functionVersions.where("function", name)];
  functions.remove(name);
  for (const alias of functionAliases.where("function", name)) functionAliases.remove(alias.id);
  for (const version of functionVersions.where("function", name)) functionVersions.remove(version.id);
  for (const consumer of consumers) releaseInterfaces(account, consumer);
}

function optionalVpcConfig(vpcConfig: VpcConfig | undefined): { readonly vpcConfig?: VpcConfig } {
  return vpcConfig === undefined ? {} : { vpcConfig };
}
