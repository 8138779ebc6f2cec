import type { FunctionFileSystem, Key, LambdaFunction, MountTarget } from "@lambda-vpc/model";
import { isReferent, type Referent } from "../stack/aws-types";
import type { Dependencies } from "../stack/dependencies";
import type { Stack } from "../stack/stack";
import { given, givenOrOutput, type StackResource } from "../stack/stack-resource";
import { isList, isProperties, UNKNOWN, type Value } from "../stack/value";

const MOUNT_TARGET = "aws:efs/mountTarget:MountTarget";

/** The file system of a function, if the stack creates its access point and the file system itself (docs/aws-facts.md#function-file-systems). */
export function readFileSystem(stack: Stack, dependencies: Dependencies, lambda: StackResource): Pick<LambdaFunction, "fileSystem"> {
  const accessPoint = accessPointOf(stack, lambda);
  const key = accessPoint === undefined ? undefined : fileSystemOf(stack, accessPoint);
  if (key === undefined || !stack.ofKind("file-system").some(({ urn }) => urn === key)) return {};
  const targets = stack.resources
    .filter(({ type }) => type === MOUNT_TARGET)
    .map((target) => ({ target, of: fileSystemOf(stack, target) }));
  const around = [lambda.urn, ...stack.ancestorsOf(lambda)];
  const mountTargets = targets
    .filter(({ of }) => of === key)
    .map(({ target }): MountTarget => {
      const subnet = stack.referenceOf(target, "subnetId", "subnet");
      return {
        key: target.urn,
        ...(subnet === undefined ? {} : { subnet }),
        ...(!around.some((urn) => dependencies.of(urn).has(target.urn)) ? { unordered: true } : {}),
      };
    });
  const fileSystem: FunctionFileSystem = {
    key,
    mountTargets,
    ...(targets.some(({ of }) => of === undefined) ? { mayHaveOthers: true } : {}),
  };
  return { fileSystem };
}

/** The access point of this stack that a function names. A literal ARN names it by the id at its end. */
function accessPointOf(stack: Stack, lambda: StackResource): StackResource | undefined {
  const value = given(lambda, "fileSystemConfig");
  const config = isList(value) ? value[0] : value;
  const arn = isProperties(config) ? config["arn"] : config;
  const key = keyNamed(
    stack,
    typeof arn === "string" ? arn.slice(arn.lastIndexOf("/") + 1) : arn,
    lambda,
    "fileSystemConfig",
    "access-point",
  );
  return stack.ofKind("access-point").find(({ urn }) => urn === key);
}

/** The file system of an access point or a mount target. An access point can name that of a mount target, and then waits for it. */
function fileSystemOf(stack: Stack, resource: StackResource): Key | undefined {
  const value = givenOrOutput(resource, "fileSystemId");
  const named = keyNamed(stack, value, resource, "fileSystemId", "file-system");
  if (named !== undefined || value !== UNKNOWN) return named;
  const [target, ...others] = stack
    .dependencies(resource, "fileSystemId")
    .filter(({ type, urn }) => type === MOUNT_TARGET && urn !== resource.urn);
  return target === undefined || others.length > 0 || resource.type === MOUNT_TARGET ? undefined : fileSystemOf(stack, target);
}

/** The key that a value names: a known id, or the only resource of its kind among the dependencies of its property, whatever else it waits for. */
function keyNamed(stack: Stack, value: Value | undefined, resource: StackResource, property: string, referent: Referent): Key | undefined {
  if (typeof value === "string") return stack.keyOfId(value);
  if (value !== UNKNOWN) return undefined;
  const families = stack.dependencies(resource, property).flatMap((dependency) => stack.familyOf(dependency));
  const [only, ...others] = new Set(families.filter(({ type }) => isReferent(type, referent)).map(({ urn }) => urn));
  return others.length === 0 ? only : undefined;
}
