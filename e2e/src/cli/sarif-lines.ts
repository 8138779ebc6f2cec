import { wholePack, withPack } from "@lambda-vpc/test-stacks/packs";
import type { Program } from "@lambda-vpc/test-stacks/workspace";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { lambdaVpc } from "./lambda-vpc-command";

interface Log {
  readonly runs: readonly [
    {
      readonly results: readonly {
        readonly locations: readonly [
          {
            readonly physicalLocation: {
              readonly artifactLocation: { readonly uri: string };
              readonly region: { readonly startLine: number };
            };
          },
        ];
      }[];
    },
  ];
}

/** More zones than any example has, so that each function has a finding, where the program creates it. */
const everyFunction = { all: "disabled", "enough-availability-zones": { enforcementLevel: "advisory", availabilityZones: 6 } };

/** The lines of the program at which a SARIF log reports the functions of a preview, each once, in order. */
export function linesOfFunctions(stack: Program, preview: string): readonly string[] {
  const [, , , configuration = ""] = withPack(stack, everyFunction, wholePack);
  const check = ["check", preview, "--pack", wholePack, "--config", configuration, "--format", "sarif"];
  const [{ results }] = (JSON.parse(lambdaVpc(stack.folder, ...check).stdout) as Log).runs;
  const places = results.map(({ locations: [{ physicalLocation }] }) => physicalLocation);
  return [...new Set(places.map(({ artifactLocation: { uri }, region: { startLine } }) => `${uri} ${startLine}`))].map((place) => {
    const [uri = "", line = ""] = place.split(" ");
    // The path starts at the root of the repository, in which the copy of the program is.
    const [source = ""] = /[^/]+$/.exec(decodeURIComponent(uri)) ?? [];
    return (readFileSync(join(stack.folder, source), "utf8").split("\n")[Number(line) - 1] ?? "").trim();
  });
}
