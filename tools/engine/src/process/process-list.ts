import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";

/** One running process and who started it. */
export interface ListedProcess {
  readonly id: number;
  readonly parent: number;
}

/** All processes started by `root`, directly or not; `root` itself is not among them. */
export function descendants(root: number, processes: readonly ListedProcess[]): number[] {
  const children = processes.filter(({ parent, id }) => parent === root && id !== root).map(({ id }) => id);
  return children.flatMap((child) => [child, ...descendants(child, processes)]);
}

/** The processes of this machine. On Linux they are read from files, which works if `ps` is not installed (slim containers). */
export function listProcesses(): ListedProcess[] {
  return process.platform === "linux" ? listFromProc() : listFromPs();
}

function listFromProc(): ListedProcess[] {
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .flatMap((id) => {
      try {
        // proc(5): "pid (comm) state ppid …", where comm can contain blanks and parentheses.
        const fields = readFileSync(`/proc/${id}/stat`, "utf8")
          .replace(/^.*\) /s, "")
          .split(" ");
        return [{ id: Number(id), parent: Number(fields[1]) }];
      } catch {
        return []; // ended meanwhile
      }
    });
}

function listFromPs(): ListedProcess[] {
  const { stdout } = spawnSync("ps", ["-A", "-o", "pid=,ppid="], { encoding: "utf8", timeout: 5_000 });
  return (stdout ?? "")
    .split("\n")
    .map((line) => line.trim().split(/\s+/).map(Number))
    .flatMap(([id, parent]) => (id && parent !== undefined ? [{ id, parent }] : []));
}
