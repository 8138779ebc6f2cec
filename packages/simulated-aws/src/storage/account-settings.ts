import { type Circumstances, defaultCircumstances } from "../account/store/circumstances";
import { UnusableAccount } from "./unusable-account";

/** Where an account is and how it behaves. */
export interface AccountSettings {
  readonly path: string;
  readonly circumstances: Circumstances;
}

/**
 * What the environment says: `SIMULATED_AWS_ACCOUNT`, the account's file (./.simulated-aws/account.jsonl by default); `SIMULATED_AWS_TIME_SCALE`,
 * how long AWS's minutes last (0, at once, by default; 1 as documented); `SIMULATED_AWS_ENIS_PER_VPC`, the quota (500 by default).
 * Throws `UnusableAccount` for what is no number.
 */
export function accountSettings(environment: { readonly [name: string]: string | undefined }): AccountSettings {
  const number = (name: string, otherwise: number): number => {
    const given = environment[name];
    if (given === undefined || given === "") return otherwise;
    const value = Number(given);
    if (Number.isFinite(value) && value >= 0) return value;
    throw new UnusableAccount(`${name} is ${JSON.stringify(given)}`, "it takes a number from 0 up");
  };
  return {
    path: environment["SIMULATED_AWS_ACCOUNT"] || ".simulated-aws/account.jsonl",
    circumstances: {
      interfacesPerVpc: number("SIMULATED_AWS_ENIS_PER_VPC", defaultCircumstances.interfacesPerVpc),
      timeScale: number("SIMULATED_AWS_TIME_SCALE", defaultCircumstances.timeScale),
      now: Date.now,
    },
  };
}
