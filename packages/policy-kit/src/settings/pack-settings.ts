import { assumptionsSetting } from "./assumptions-setting";
import { inventorySetting } from "./inventory-setting";
import type { PackSetting } from "./pack-setting";
import { waiversSetting } from "./waivers-setting";

/** The settings that every pack has in addition to its policies. */
export const packSettings: readonly PackSetting[] = [assumptionsSetting, inventorySetting, waiversSetting];
