import { descendants, listProcesses } from "./process-list";

/**
 * Ends the process `root` at once, with everything it started. `root` leads a separate process group. The engine gives each of its
 * plugins a further group, so the group of `root` alone would leave providers and programs behind.
 */
export function endProcessTree(root: number): void {
  // Stopped first: it can start nothing between the listing and the end, and its children still name it as their parent.
  signal(-root, "SIGSTOP");
  for (const id of [root, ...descendants(root, listProcesses())]) {
    signal(-id, "SIGKILL");
    signal(id, "SIGKILL");
  }
}

/** Signals a process, or with a negative number a process group. One that is gone already is no error. */
function signal(target: number, name: NodeJS.Signals): void {
  try {
    process.kill(target, name);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error;
  }
}
