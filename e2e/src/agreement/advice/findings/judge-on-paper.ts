import { lambdaVpc } from "@lambda-vpc/lambda-vpc";
import { type Fix, packArguments } from "@lambda-vpc/policy-kit";
import { preview } from "@lambda-vpc/sources/testing";
import * as sdk from "@pulumi/policy/proxy";
import type { ProgramDescription } from "../description/program-description";
import { type Configuration, type Found, levelOf, recordedPolicies } from "./found";
import { paperProgram } from "./paper-program";

/** The day on which the policies run, for the expiry of waivers. */
export const TODAY = "2026-01-15";

/** What the whole pack finds at the first preview of a program, without an engine. The trials hold that an engine shows the same. */
export function judgeOnPaper({ resources, configuration }: ProgramDescription, change?: (fix: Fix, found: Found) => Fix): readonly Found[] {
  const all: Found[] = [];
  const enabled = lambdaVpc.policies.filter((policy) => levelOf(policy, configuration) !== "disabled");
  const policies = recordedPolicies(enabled, configuration, (found) => all.push(...found), change);
  const entries = packArguments({ ...lambdaVpc, policies }, () => TODAY).policies as unknown as readonly SdkPolicy[];
  const view = preview(paperProgram(resources));
  const context = ({ name }: SdkPolicy) => ({ getConfig: () => keysOf(configuration, name) });
  for (const resource of view.validated.map(proxied))
    for (const entry of entries) entry.validateResource?.({ ...resource, ...context(entry) }, () => undefined);
  const stack = view.resources.map(proxied);
  for (const entry of entries) entry.validateStack?.({ resources: stack, ...context(entry) }, () => undefined);
  return all;
}

/** The part of a policy that the SDK calls. */
interface SdkPolicy {
  readonly name: string;
  readonly validateResource?: (resource: object, report: () => void) => void;
  readonly validateStack?: (stack: object, report: () => void) => void;
}

function keysOf(configuration: Configuration, name: string): object {
  const own = configuration[name];
  if (typeof own !== "object" || own === null) return {};
  return Object.fromEntries(Object.entries(own).filter(([key]) => key !== "enforcementLevel"));
}

/** Wraps properties as the SDK does for every policy: touching an unknown throws. Its types leave the function out. */
const { unknownCheckingProxy } = sdk as unknown as { readonly unknownCheckingProxy: (properties: object) => object };

function proxied<R extends { readonly props: object }>(resource: R): R {
  return { ...resource, props: unknownCheckingProxy(resource.props) };
}
