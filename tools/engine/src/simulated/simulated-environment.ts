import path from "node:path";
import { type Environment, withoutUserSetup } from "../process/environment";
import { type Repository } from "./repository";
import { type StateFolder } from "./state-folder";

/** Protects nothing: a simulated account has no secrets, but the file backend insists on a passphrase. */
const passphrase = "simulated";

/** With it `preview --json` prints one event a line, those of policies among them (docs/engine-facts.md#streaming-preview). */
const EVENTS = "PULUMI_ENABLE_STREAMING_JSON_PREVIEW";

export interface SimulatedContext {
  /** The user's environment. */
  readonly user: Environment;
  readonly repository: Repository;
  readonly state: StateFolder;
  /** The folder of the CLI, whose language host is next to it. */
  readonly engineFolder: string;
}

/**
 * The environment in which the CLI meets the simulated account and no settings of the user: none of their AWS_* and PULUMI_* variables gets
 * through, but for the wish to have a preview as events: it leads nowhere. HOME stays, because programs and npm have their own business there.
 *
 * Order on PATH: the simulated provider before any real one, then the pinned Node.js, then the CLI's language host, then the user's PATH.
 */
export function simulatedEnvironment({ user, repository, state, engineFolder }: SimulatedContext): Record<string, string> {
  const { [EVENTS]: events } = user;
  return {
    ...withoutUserSetup(user),
    ...(events === undefined ? {} : { [EVENTS]: events }),
    PATH: [repository.providerFolder, repository.npmExecutables, engineFolder, user["PATH"]].filter(Boolean).join(path.delimiter),
    PULUMI_HOME: state.home,
    PULUMI_BACKEND_URL: `file://${state.backend}`,
    PULUMI_CONFIG_PASSPHRASE: passphrase,
    PULUMI_SKIP_UPDATE_CHECK: "true",
    PULUMI_DISABLE_AUTOMATIC_PLUGIN_ACQUISITION: "true",
    // Types are checked once, by the typecheck target, and not again at each preview.
    PULUMI_NODEJS_TRANSPILE_ONLY: "true",
    SIMULATED_AWS_ACCOUNT: state.account,
  };
}
