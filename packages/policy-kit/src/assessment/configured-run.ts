import type { StackResource } from "@lambda-vpc/sources";
import { isRecord } from "../configuration/is-record";
import type { ReportLevel } from "../findings/report";
import { SecretTexts } from "../output/secret-texts";
import type { Reader } from "../policy/report-policy";
import { formerIds, withPresentIds } from "../settings/former-ids";
import { type EffectiveConfiguration, effectiveConfiguration } from "../pack/effective-configuration";
import { PackSession, type Run } from "../pack/pack-session";
import type { Pack } from "../pack/policy-pack";
import { type SdkEntry, sdkEntries } from "../pack/sdk-entry";

/** What a pack runs with where no engine runs it. */
export interface RunOptions {
  /** The configuration, as a file contains it. Unknown policies are ignored, as the engine ignores them. */
  readonly configuration: unknown;
  /** The day in UTC, as `2026-11-24`. */
  readonly today: string;
  readonly reader: Reader;
  /** The values that the source marks as secret; none if not given. */
  readonly secrets?: Iterable<unknown>;
}

/** A policy or a setting that is not disabled, as it is configured. */
export interface EnabledEntry extends EffectiveConfiguration {
  readonly entry: SdkEntry;
}

/** A run of a pack over the resources of a stack, as the engine would configure it. */
export interface ConfiguredRun {
  readonly run: Run;
  readonly enabled: readonly EnabledEntry[];
  readonly secrets: SecretTexts;
}

/** Configures a pack as the engine does, and reads a stack for it. Nothing is decided yet. */
export function configuredRun(
  pack: Pack,
  resources: readonly StackResource[],
  { configuration, today, reader, secrets: values = [] }: RunOptions,
): ConfiguredRun {
  const former = formerIds(pack.policies);
  const { file } = withPresentIds(former, configuration);
  const configurations = [pack.configuration ?? {}, isRecord(file) ? file : {}];
  const session = new PackSession(() => today, former);
  const levelOf = (id: string): ReportLevel | undefined => {
    const level = enabled.find(({ entry }) => entry.about.id === id)?.level;
    return level === undefined || reader === "program" ? undefined : reportLevel(level);
  };
  const enabled: readonly EnabledEntry[] = sdkEntries(pack.policies, session, { reader, levelOf })
    .map((entry) => ({ entry, ...effectiveConfiguration(entry.about, configurations) }))
    .filter(({ level }) => level !== "disabled");
  for (const { entry, keys } of enabled) session.configure(entry.about.id, keys);
  const secrets = new SecretTexts();
  for (const value of values) secrets.add(value);
  return { run: session.analyse(resources), enabled, secrets };
}

/** The level at which a violation is reported: one that a remediation leaves is mandatory. */
export function reportLevel(level: EffectiveConfiguration["level"]): ReportLevel {
  return level === "advisory" ? "advisory" : "mandatory";
}
