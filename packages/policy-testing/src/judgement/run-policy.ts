import { packArguments, parseReport, type Policy } from "@lambda-vpc/policy-kit";
import type { View } from "@lambda-vpc/sources/testing";
import * as sdk from "@pulumi/policy/proxy";
import type { Configuration, Row, Verdict } from "./row";

/** One line that a policy prints about a stack. */
export interface Line {
  readonly verdict: Verdict | "fault";
  /** URN of what it points at; absent where it is about the stack as a whole. */
  readonly about?: string;
  /** Absent where the level that the user chose for the policy applies. */
  readonly level?: string;
  readonly message: string;
}

/** The date on which policies under test run, for the expiry of waivers. */
export const TEST_DAY = "2026-01-15";

/** How a row configures a pack. */
export type RowConfiguration = Pick<Row, "config" | "settings">;

/** A policy alone in its pack. */
export function packOf(policy: Policy): { readonly name: string; readonly description: string; readonly policies: readonly Policy[] } {
  return { name: "policy-under-test", description: policy.title, policies: [policy] };
}

/** The lines that `policy` prints for a view. As in a preview, each resource passes resource validation, then all through stack validation. */
export function runPolicy(policy: Policy, view: View, row: RowConfiguration): readonly Line[] {
  const policies = packArguments(packOf(policy), () => TEST_DAY).policies as unknown as readonly SdkPolicy[];
  const context = ({ name }: SdkPolicy) => ({ getConfig: () => configurationOf(policy, name, row) });
  for (const resource of view.validated.map(proxied))
    for (const one of policies) one.validateResource?.({ ...resource, ...context(one) }, () => undefined);
  const resources = view.resources.map(proxied);
  return policies.flatMap((one) => {
    const printed: Line[] = [];
    one.validateStack?.({ resources, ...context(one) }, (violation) => printed.push(lineOf(violation)));
    return one.name === policy.id ? printed : [];
  });
}

/** The part of a policy that the SDK calls. */
interface SdkPolicy {
  readonly name: string;
  readonly validateResource?: (resource: object, report: (violation: Reported) => void) => void;
  readonly validateStack?: (stack: object, report: (violation: Reported) => void) => void;
}

/** One line as a policy passes it to the SDK. */
export interface Reported {
  readonly message: string;
  readonly urn?: string;
  readonly enforcementLevel?: string;
}

/** The configuration of the policy `name` of the pack. */
export function configurationOf(policy: Policy, name: string, { config = {}, settings = {} }: RowConfiguration): Configuration {
  return name === policy.id ? config : (settings[name] ?? {});
}

export function lineOf({ message, urn, enforcementLevel }: Reported): Line {
  return {
    verdict: verdictOf(message, enforcementLevel),
    message,
    ...(urn === undefined ? {} : { about: urn }),
    ...(enforcementLevel === undefined ? {} : { level: enforcementLevel }),
  };
}

/** What kind of line it is, by its message and its level. */
function verdictOf(message: string, level: string | undefined): Line["verdict"] {
  switch (parseReport(message).kind) {
    case "internal-error":
      return "fault";
    case "misconfigured":
      return "misconfigured";
    case "undecided":
      return "undecided";
    default:
      return level === "advisory" ? "warning" : "violation";
  }
}

/** Wraps properties as the SDK does for every policy: touching an unknown throws. Its types leave the function out. */
const { unknownCheckingProxy } = sdk as unknown as { readonly unknownCheckingProxy: (properties: object) => object };

function proxied<R extends { readonly props: object }>(resource: R): R {
  return { ...resource, props: unknownCheckingProxy(resource.props) };
}
