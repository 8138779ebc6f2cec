import { type Pack, packSettings } from "@lambda-vpc/policy-kit";
import { configurationSchema } from "./configuration-schema";
import { configurationTable } from "./configuration-table";
import { explainedFacts, type ExplainedPages } from "./explained-facts";
import { withGeneratedPart } from "./generated-part";
import type { PackInFolder } from "../packs/pack-in-folder";
import { withHead } from "../packs/page-head";
import { policyLinks, policyTable } from "./policy-table";
import { preset } from "./preset";
import { pulumiPolicyYaml } from "./pulumi-policy-yaml";
import { settingsTable } from "./settings-table";

/** The pack with every policy. Its README has the table of policies; the READMEs of the other packs link to their pages. */
const packOfAll = "policies/lambda-vpc";

/** A file whose text follows, wholly or in parts, from the packs' data. Its path is relative to the repository. */
export interface GeneratedDocument {
  readonly path: string;
  /** The text as it should be, given the text that is there: empty where there is none yet. Throws where it has no place for a part. */
  readonly write: (text: string) => string;
}

/** Every document that follows from the packs' data, or from the pages that `lambda-vpc explain` takes texts from. */
export function generatedDocuments(packs: readonly PackInFolder[], explained?: ExplainedPages): readonly GeneratedDocument[] {
  return [
    ...(explained === undefined ? [] : [json("packages/cli/explained/facts.json", explainedFacts(explained))]),
    ...packs.flatMap(documentsOf),
    // `lambda-vpc init` writes them into projects where no pack is installed yet.
    ...packs.filter(({ folder }) => folder === packOfAll).flatMap(({ pack }) => presetsOf(pack, "packages/cli")),
  ];
}

function documentsOf(place: PackInFolder): readonly GeneratedDocument[] {
  const { folder, pack, pages } = place;
  const policies = folder === packOfAll ? policyTable(place) : policyLinks(place);
  return [
    {
      path: `${folder}/README.md`,
      write: (text) => withGeneratedPart(withGeneratedPart(text, "policies", policies), "settings", settingsTable(packSettings)),
    },
    { path: `${folder}/PulumiPolicy.yaml`, write: () => pulumiPolicyYaml(pack) },
    json(`${folder}/configuration.schema.json`, configurationSchema(pack)),
    ...presetsOf(pack, folder),
    ...pack.policies.flatMap((policy) => {
      const path = pages.get(policy.id);
      const write = (text: string): string => withGeneratedPart(withHead(text, policy), "configuration", configurationTable(policy));
      return path?.startsWith(`${folder}/`) === true ? [{ path, write }] : [];
    }),
  ];
}

function presetsOf(pack: Pack, folder: string): readonly GeneratedDocument[] {
  return (["recommended", "strict"] as const).map((name) => json(`${folder}/presets/${name}.json`, preset(pack, name)));
}

function json(path: string, value: object): GeneratedDocument {
  return { path, write: () => JSON.stringify(value) };
}
