/** How far a build from source is. */
export interface BuildProgress {
  readonly modules: number;
  readonly packages: number;
  /** How many packages the build consists of; absent while Go still loads them. Go skips those that it has compiled before. */
  readonly allPackages?: number;
}

/** Counts a line that `go list` or `go build -v` printed on stderr. Other lines, such as errors, leave `progress` as it is. */
export function countLine(progress: BuildProgress, line: string): BuildProgress {
  if (line.startsWith("go: downloading ")) return { ...progress, modules: progress.modules + 1 };
  return isPackage(line) ? { ...progress, packages: progress.packages + 1 } : progress;
}

/** `go build -v` prints the import path of each package that it compiled, which has no blank. */
function isPackage(line: string): boolean {
  return /^[\w.~/-]+$/.test(line);
}

/** What Go printed without the lines that only count progress. */
export function withoutProgress(stderr: string): string {
  const lines = stderr.trim().split("\n");
  return lines.filter((line) => !line.startsWith("go: downloading ") && !isPackage(line)).join("\n");
}

/** From this share on, the rate so far estimates the whole better than the usual time. */
const meaningfulShare = 0.1;

/** What is built, how far it is, and about how long it takes. Times are seconds. */
export function progressText(what: string, { modules, packages, allPackages }: BuildProgress, elapsed: number, usual: number): string {
  const all = Math.max(packages, allPackages ?? 0);
  const done = allPackages === undefined ? `${modules} modules downloaded` : `${packages} of about ${all} packages compiled`;
  const byRate = packages >= meaningfulShare * all && packages > 0 ? (elapsed * all) / packages : 0;
  const expected = Math.max(usual, Math.ceil(byRate / 30) * 30);
  const time = elapsed <= expected ? `${clock(elapsed)} of about ${clock(expected)}` : `${clock(elapsed)}, usually about ${clock(usual)}`;
  return `Building ${what}: ${done}, ${time} minutes`;
}

/** Minutes and seconds. */
export function clock(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(Math.floor(seconds % 60)).padStart(2, "0")}`;
}
