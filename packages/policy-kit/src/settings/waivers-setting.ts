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
        "Findings to accept until a date. Each entry has policy, reason, expires (last day), and subject (a URN or an AWS id, matched literally) or pattern (with * for any characters). `lambda-vpc baseline` writes the other keys: the stacks, the kind of finding, and how bad it was.",
    }),
  },
} as const satisfies PackSetting;
