import { lambdaVpc } from "@lambda-vpc/lambda-vpc";
import { packArguments } from "@lambda-vpc/policy-kit";
import * as sdk from "@pulumi/policy/deserialize";
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

const args = packArguments(lambdaVpc, () => "2026-01-01");
const policies = args.policies.map((policy) => {
  const { validateResource, validateStack, ...data } = policy as ResourceValidationPolicy & StackValidationPolicy;
  if (typeof validateResource !== "function") throw new Error(`${data.name} does not see resources`);
  const decide = clocked("callbacks", validateStack);
  return {
    ...data,
    validateResource: clocked("callbacks", validateResource),
    validateStack: (...call: Parameters<typeof decide>) => {
      const result = decide(...call);
      writeFileSync(process.env["LAMBDA_VPC_SPENT"] ?? "spent.json", JSON.stringify(spent));
      return result;
    },
  };
});

new PolicyPack("measured", { ...args, policies });
