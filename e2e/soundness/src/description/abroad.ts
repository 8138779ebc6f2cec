import type { AbroadVpc, Version, VpcReference } from "./description";

/** The Region of programs, and the other one. */
export const HOME = "us-east-1";
export const ABROAD = "eu-west-1";

/** How a place is in another Region; undefined where it is not. */
export function abroadBy({ abroad }: Version, place: VpcReference | undefined): AbroadVpc["by"] | undefined {
  return place?.kind === "vpc" ? abroad.find(({ name }) => name === place.name)?.by : undefined;
}
