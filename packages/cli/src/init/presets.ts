/** The configurations of the pack of all policies with which `init` can set up a project. */
export const presets = ["recommended", "strict"] as const;
export type Preset = (typeof presets)[number];
