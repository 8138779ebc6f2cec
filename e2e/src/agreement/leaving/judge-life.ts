import type { LivedLife } from "./life-laboratory";

/** What is wrong with a life of the components: an error, an orphaned ENI, or a combination that stays. */
export function wrongWith({ failure, orphaned, combinations }: LivedLife): readonly string[] {
  return [
    ...(failure === undefined ? [] : [`an update failed: ${failure}`]),
    ...(orphaned > 0 ? [`${orphaned} ENIs were orphaned`] : []),
    ...(combinations > 0 ? [`${combinations} combinations stayed`] : []),
  ];
}

/**
 * The commands that wait for the deletion of ENIs more often than those of the same program by hand. `wait` is one such wait in seconds. On a
 * busy machine, commands that wait equally often differ by seconds, so three quarters of a wait are tolerated.
 */
export function slowerThan(byHand: LivedLife, ours: LivedLife, wait: number): readonly string[] {
  return ours.seconds.flatMap((seconds, index) => {
    const twin = byHand.seconds[index] ?? Infinity;
    return seconds > twin + 0.75 * wait ? [`command ${index + 1} took ${seconds.toFixed(1)} s, and by hand ${twin.toFixed(1)} s`] : [];
  });
}
