/** The configurations of the whole pack that `init` can start a project with. */
export const presets = ["recommended", "strict"] as const;
export type Preset = (typeof presets)[number];
