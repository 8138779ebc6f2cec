import type { LivedLife } from "./life-laboratory";

/**
 * What is wrong with a life of the components: an error, an orphaned ENI, a combination that stays, or a command that waits for the deletion
 * of ENIs more often than that of the same program by hand. `wait` is one such wait in seconds. Engines differ by less than half of it.
 */
export function wrongWith(ours: LivedLife, byHand: LivedLife | undefined, wait: number): readonly string[] {
  const slower = ours.seconds.flatMap((seconds, index) => {
    const twin = byHand?.seconds[index];
    return twin !== undefined && seconds > twin + wait / 2
      ? [`command ${index + 1} took ${seconds.toFixed(1)} s, and by hand ${twin.toFixed(1)} s`]
      : [];
  });
  return [
    ...(ours.failure === undefined ? [] : [`an update failed: ${ours.failure}`]),
    ...(ours.orphaned > 0 ? [`${ours.orphaned} ENIs were orphaned`] : []),
    ...(ours.combinations > 0 ? [`${ours.combinations} combinations stayed`] : []),
    ...slower,
  ];
}
