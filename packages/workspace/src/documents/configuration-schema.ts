import { jsonSchemaOf, levels, type Pack, packSettings, type PolicyData, type Fields } from "@lambda-vpc/policy-kit";

const level = { enum: levels };

/**
 * The JSON schema of a pack's configuration file: an editor then offers policies and keys, and marks a wrong one, which the engine itself
 * silently accepts (an unknown policy with a level, an unknown key within a policy). The schema is named in the settings of the editor: the engine
 * reads a `$schema` inside the file as the name of a policy, and rejects the preview.
 */
export function configurationSchema({ name, policies }: Pack): object {
  return {
    $schema: "http://json-schema.org/draft-07/schema#",
    title: `Configuration of ${name}`,
    description: "The file that `pulumi preview --policy-pack-config` takes.",
    type: "object",
    properties: {
      all: { description: "The level of every policy without a level in this file.", ...level },
      ...Object.fromEntries([...policies, ...packSettings].map((policy) => [policy.id, policySchema(policy)])),
      ...Object.fromEntries(policies.flatMap((policy) => (policy.formerly ?? []).map((former) => [former, formerSchema(policy)]))),
    },
    additionalProperties: false,
  };
}

/** The same under a former id, which editors strike through. */
function formerSchema(policy: Pack["policies"][number]): object {
  return { ...policySchema({ ...policy, deprecated: true }), description: `Renamed to ${policy.id}.` };
}

/** A level, or an object of keys. */
function policySchema({ title, level: usual, config, deprecated }: PolicyData & { readonly config: Fields }): object {
  const keys = Object.entries(config).map(([key, field]) => [key, jsonSchemaOf(field)]);
  return {
    description: title,
    ...(deprecated ? { deprecated } : {}),
    anyOf: [
      { ...level, default: usual },
      {
        type: "object",
        properties: { enforcementLevel: { ...level, default: usual }, ...Object.fromEntries(keys) },
        additionalProperties: false,
      },
    ],
  };
}
