/** The numbers of functions for which sharing is compared: from 1 to twice as many as the scenario has, the scenario's own among them. */
export function sharingCounts(functions: number): readonly number[] {
  const parts = [1, 2, 3, 4, 5, 6, 7, 8].map((part) => Math.max(1, Math.round((functions * part) / 4)));
  return [...new Set([1, ...parts])].sort((one, other) => one - other);
}
