import { DEFAULT_ENIS_PER_VPC } from "@lambda-vpc/model";
import { integer, list, share } from "../configuration/configuration";
import type { PackSetting } from "./pack-setting";
import * as v from "valibot";
import { textOf, wholeNumber } from "../configuration/schema";

/** Sizing inputs that no stack contains. */
export const assumptionsSetting = {
  id: "assumptions",
  title: "The assumptions about growth, changeover, traffic and quota are valid.",
  severity: "low",
  level: "advisory",
  config: {
    changeover: share({
      description:
        "The share of combinations whose old ENI still holds its address while functions move to other groups or subnets. Old ENIs remain for up to tens of minutes, and no preview shows them.",
      default: 1,
    }),
    growth: share({ description: "The share of today's need to reserve for later functions and other address consumers.", default: 0 }),
    connections: list(
      v.strictObject({
        function: textOf(/^.+$/, "the URN of a function, or a pattern with *"),
        peak: wholeNumber({ minimum: 1 }),
      }),
      { description: "Connections of functions at peak, over all subnets. Lambda adds an ENI for each additional 65,000." },
    ),
    enisPerVpc: integer({
      description: "The granted quota of ENIs per VPC (L-9FEE3D26). Other services, such as Amazon EFS, share it.",
      default: DEFAULT_ENIS_PER_VPC,
      minimum: 1,
    }),
  },
} as const satisfies PackSetting;
