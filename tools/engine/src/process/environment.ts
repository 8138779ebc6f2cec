/** Environment variables by name, as `process.env` gives them. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** `environment` without what would lead a Pulumi engine to the user's own set-up: accounts, tokens, backends, plugins. */
export function withoutUserSetup(environment: Environment): Record<string, string> {
  const kept: Record<string, string> = {};
  for (const [name, value] of Object.entries(environment)) {
    if (value !== undefined && !/^(AWS|PULUMI)_/.test(name)) kept[name] = value;
  }
  return kept;
}
