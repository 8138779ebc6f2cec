import { isNativeError } from "node:util/types";
import { AwsError } from "../account/store/aws-error";
import { findFunction } from "../account/lambda/lambda-function";
import type { RunInAccount } from "../account/store/run-in-account";
import { lambdaSdk } from "./lambda-sdk";
import { moduleLoader } from "./load-modules";

/**
 * Runs the code of a function and returns its answer as text. Returns `null` for a function whose code is unknown, because it was not
 * uploaded as single JavaScript files. Code can import Node.js modules and the AWS SDK for Lambda. Its timers are scaled like the delays
 * of the account.
 *
 * Throws the error of the code as Lambda reports it: `{"errorType": …, "errorMessage": …}`.
 */
export async function invoke(run: RunInAccount, functionName: string, event: unknown): Promise<string> {
  const found = run((account) => ({
    ...findFunction(account, functionName),
    files: account.tables.functionCode.get(functionName)?.files,
    timeScale: account.settings.timeScale,
  }));
  const { files, role, region, configuration, timeScale } = found;
  const [file = "", name = ""] = String(configuration["handler"]).split(".");
  if (files?.[`${file}.js`] === undefined) return "null";
  const scaled = (work: () => void, milliseconds = 0): NodeJS.Timeout => setTimeout(work, milliseconds * timeScale);
  try {
    const sdk = lambdaSdk(run, { roleArn: role, region });
    const handler = moduleLoader(files, { "@aws-sdk/client-lambda": sdk }, { setTimeout: scaled })(`${file}.js`)[name];
    if (typeof handler !== "function") throw new Error(`${file}.${name} is undefined or not exported`);
    const answer = (handler as (event: unknown) => unknown)(event);
    return JSON.stringify((await withTimeout(answer, Number(configuration["timeout"] ?? 3))) ?? null);
  } catch (error) {
    throw new AwsError(`invoking Lambda Function (${functionName})`, errorPayload(error));
  }
}

/** The answer, or a timeout error after `seconds`, as in Lambda. */
async function withTimeout(answer: unknown, seconds: number): Promise<unknown> {
  let timer: NodeJS.Timeout | undefined;
  const timeout = new Promise<never>((_, reject) => {
    const error = Object.assign(new Error(`Task timed out after ${seconds.toFixed(2)} seconds`), { name: "Sandbox.Timedout" });
    timer = setTimeout(() => reject(error), seconds * 1000);
  });
  try {
    return await Promise.race([answer, timeout]);
  } finally {
    clearTimeout(timer);
  }
}

function errorPayload(error: unknown): string {
  const { name, message } = isNativeError(error) ? error : { name: "Error", message: String(error) };
  return JSON.stringify({ errorType: name, errorMessage: message });
}
