import { ABROAD, abroadBy } from "../../description/abroad";
import type { Version, VpcReference } from "../../description/description";
import type { Declaration } from "../engine";
import type { Handles } from "./handles";

/** A declaration in the Region of its place (description/source-text.ts). */
export function placed(
  version: Version,
  { abroad }: Pick<Handles, "abroad">,
  place: VpcReference | undefined,
  declaration: Declaration,
): Declaration {
  const by = abroadBy(version, place);
  if (by === undefined) return declaration;
  if (by === "property") return { ...declaration, inputs: { ...declaration.inputs, region: ABROAD } };
  return abroad === undefined ? declaration : { ...declaration, provider: abroad };
}
