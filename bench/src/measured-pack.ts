import { lambdaVpc } from "@lambda-vpc/lambda-vpc";
import { packArguments } from "@lambda-vpc/policy-kit";
import * as sdk from "@pulumi/policy/deserialize";
import * as sdkVersion from "@pulumi/policy/version";
import { PolicyPack, type StackValidationPolicy, type ResourceValidationPolicy } from "@pulumi/policy";
import { writeFileSync } from "node:fs";

/** Milliseconds of this thread's processor time, spent so far. */
export interface Spent {
  callbacks: number;
  deserialisation: number;
}

const spent: Spent = { callbacks: 0, deserialisation: 0 };

/** The same function with the processor time of its calls added to `spent[of]`. */
function clocked<A extends unknown[], R>(of: keyof Spent, call: (...args: A) => R): (...args: A) => R {
  return (...args) => {
    const before = process.threadCpuUsage();
    try {
      return call(...args);
    } finally {
      const { user, system } = process.threadCpuUsage(before);
      spent[of] += (user + system) / 1000;
    }
  };
}

// The SDK's server reads the function off its module object at each call, so replacing it there puts the clock around it.
const server = sdk as unknown as { deserializeProperties: (...args: unknown[]) => unknown };
server.deserializeProperties = clocked("deserialisation", server.deserializeProperties);

type Kind = "validateResource" | "validateStack";
type Callback = (...args: unknown[]) => unknown;

/** The callback that the SDK finds when it looks for it, clocked: looking and calling. */
function found(policy: Readonly<Partial<Record<Kind, unknown>>>, kind: Kind): Callback | undefined {
  const call = clocked("callbacks", () => policy[kind] as Callback | undefined)();
  if (kind === "validateStack") tell();
  if (call === undefined || kind === "validateResource") return call && clocked("callbacks", call);
  return (...args) => {
    const result = clocked("callbacks", call)(...args);
    tell();
    return result;
  };
}

/** The engine kills the process without notice, so the time spent is printed before and after each policy handles the stack. */
function tell(): void {
  writeFileSync(process.env["LAMBDA_VPC_SPENT"] ?? "spent.json", JSON.stringify(spent));
}

const { version } = sdkVersion as { readonly version?: string };
const args = packArguments(lambdaVpc, () => "2026-01-01", { sdkVersion: version ?? "" });
const policies = args.policies.map((policy) => {
  const kinds = policy as ResourceValidationPolicy & StackValidationPolicy;
  return Object.defineProperties(
    { ...policy },
    {
      validateResource: { enumerable: true, get: () => found(kinds, "validateResource") },
      validateStack: { enumerable: true, get: () => found(kinds, "validateStack") },
    },
  );
});

new PolicyPack("measured", { ...args, policies });
