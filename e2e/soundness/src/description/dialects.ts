import { abroadBy } from "./abroad";
import type { Version } from "./description";
import { attachedFunctions } from "./expected-combinations";

/** The dialects that a program can be written in, each with whether a version shows it. docs/decisions/0025-modelled-engine.md states what they are drawn as. */
const dialects = {
  "policies with configuration": (_: Version, configured: boolean) => configured,
  IPv6: (version) => attachedFunctions(version).some(({ attachment: { ipv6 } }) => ipv6 !== "none"),
  "several Regions": (version) => new Set(attachedFunctions(version).map(({ attachment }) => abroadBy(version, attachment.place))).size > 1,
  versions: (version) => attachedFunctions(version).some(({ publish }) => publish),
  connectors: ({ connectors }) => connectors.length > 0,
  "aws-native": ({ native }) => native !== "none",
} as const satisfies Readonly<Record<string, (version: Version, configured: boolean) => boolean>>;

export type Dialect = keyof typeof dialects;

export const dialectNames = Object.keys(dialects) as readonly Dialect[];

/** The dialects of a version; `configured`: whether its policies have a configuration. */
export function dialectsOf(version: Version, configured: boolean): readonly Dialect[] {
  return dialectNames.filter((name) => dialects[name](version, configured));
}
