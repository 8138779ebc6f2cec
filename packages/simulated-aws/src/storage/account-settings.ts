import { type SimulationSettings, defaultSettings } from "../account/store/simulation-settings";
import { UnusableAccount } from "./unusable-account";

/** Where an account is and how it behaves. */
export interface AccountSettings {
  readonly path: string;
  readonly simulation: SimulationSettings;
}

/**
 * What the environment says: `SIMULATED_AWS_ACCOUNT`, the account's file (./.simulated-aws/account.jsonl by default); `SIMULATED_AWS_TIME_SCALE`,
 * how long AWS's minutes last (0, at once, by default; 1 as documented); `SIMULATED_AWS_ENIS_PER_VPC`, the quota (500 by default).
 * Throws `UnusableAccount` for what is no number.
 */
export function accountSettings(environment: { readonly [name: string]: string | undefined }): AccountSettings {
  const number = (name: string, defaultValue: number): number => {
    const given = environment[name];
    if (given === undefined || given === "") return defaultValue;
    const value = Number(given);
    if (Number.isFinite(value) && value >= 0) return value;
    throw new UnusableAccount(`${name} is ${JSON.stringify(given)}`, "it takes a number from 0 up");
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
