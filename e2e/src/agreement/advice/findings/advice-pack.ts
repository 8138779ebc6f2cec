import { lambdaVpc } from "@lambda-vpc/lambda-vpc";
import { servePack } from "@lambda-vpc/policy-kit/serve";
import { appendFileSync, readFileSync } from "node:fs";
import { flushCompileCache } from "node:module";
import { type Configuration, type Judgement, recordedPolicies } from "./found";

/** The shipped pack, which also writes what it finds, with each fix as data, into the file that the environment names: one policy a line. */
const configuration = JSON.parse(readFileSync(process.env["ADVICE_CONFIGURATION"] ?? "policies.json", "utf8")) as Configuration;
const record = process.env["ADVICE_FINDINGS"] ?? "findings.jsonl";
const policies = recordedPolicies(lambdaVpc.policies, configuration, (found, functions) => {
  const judgement: Judgement = { found, functions };
  appendFileSync(record, `${JSON.stringify(judgement)}\n`);
});
servePack({ ...lambdaVpc, policies });

// The engine kills its packs, so nobody else would write what was compiled for the next one.
flushCompileCache();
