import { type SimulationSettings, defaultSettings } from "../account/store/simulation-settings";
import { UnusableAccount } from "./unusable-account";

/** The location and settings of an account. */
export interface AccountSettings {
  readonly path: string;
  readonly simulation: SimulationSettings;
}

/**
 * Reads the environment: `SIMULATED_AWS_ACCOUNT`, the account's file (default: ./.simulated-aws/account.jsonl);
 * `SIMULATED_AWS_TIME_SCALE`, the factor for AWS's delays (default: 0, none; 1 as documented); `SIMULATED_AWS_ENIS_PER_VPC`, the quota
 * (default: 500). Throws `UnusableAccount` for an invalid number.
 */
export function accountSettings(environment: { readonly [name: string]: string | undefined }): AccountSettings {
  const number = (name: string, defaultValue: number): number => {
    const given = environment[name];
    if (given === undefined || given === "") return defaultValue;
    const value = Number(given);
    if (Number.isFinite(value) && value >= 0) return value;
    throw new UnusableAccount(`${name} is ${JSON.stringify(given)}`, "Set it to a number of at least 0");
  };
  return {
    path: environment["SIMULATED_AWS_ACCOUNT"] || ".simulated-aws/account.jsonl",
    simulation: {
      interfacesPerVpc: number("SIMULATED_AWS_ENIS_PER_VPC", defaultSettings.interfacesPerVpc),
      timeScale: number("SIMULATED_AWS_TIME_SCALE", defaultSettings.timeScale),
      now: Date.now,
    },
  };
}
