import { list } from "../configuration/configuration";
import type { PackSetting } from "./pack-setting";
import { waiverShape } from "./waiver";

/** The waivers of a pack. */
export const waiversSetting = {
  id: "waivers",
  title: "Waivers are current and needed.",
  severity: "low",
  level: "advisory",
  config: {
    entries: list(waiverShape, {
      description:
        "Findings to accept until a date. Each entry has policy, subject (URN, or a pattern with *), reason, expires (last day), and optionally upTo (the largest number to accept).",
    }),
  },
} as const satisfies PackSetting;
