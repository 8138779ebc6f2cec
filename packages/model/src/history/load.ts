/** The shapes of load that are built in, by name: the concurrency of each of `steps` steps, at most `peak`, which each shape reaches. */
export const loadShapes = {
  /** The peak from the first step to the last. */
  constant: (peak, steps) => Array.from({ length: steps }, () => peak),
  /** A linear rise over three quarters of the time, and then the peak. */
  ramp: (peak, steps) =>
    Array.from({ length: steps }, (_, step) => Math.min(peak, Math.round((peak * (step + 1)) / Math.ceil(steps * 0.75)))),
  /** A tenth of the peak, with three spikes of a third, two thirds and all of it, each an eighth of the time. */
  spikes: (peak, steps) =>
    Array.from({ length: steps }, (_, step) => {
      const eighth = Math.floor((step * 8) / steps);
      const height = eighth % 2 === 1 ? (eighth + 1) / 2 : 0;
      return Math.round(height >= 1 && height <= 3 ? (peak * height) / 3 : peak / 10);
    }),
} as const satisfies Readonly<Record<string, (peak: number, steps: number) => readonly number[]>>;

export type LoadShape = keyof typeof loadShapes;
