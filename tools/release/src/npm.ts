import { type ProcessResult, runProcess } from "@lambda-vpc/engine";
import path from "node:path";

/** What of npm's own environment a new npm needs: where the registry and the cache are. With the rest, npm would assume this repository as its project. */
const kept = /^npm_config_(registry|cache|userconfig|globalconfig)$/i;

/** The environment as it is outside of any npm script: without the commands that this repository has installed, but under its Node.js. */
export function outsideOfScripts(): Record<string, string> {
  const entries = Object.entries(process.env).filter(([name]) => !/^(npm_|INIT_CWD$)/i.test(name) || kept.test(name));
  const folders = (process.env["PATH"] ?? "").split(path.delimiter).filter((folder) => !/[\\/]node_modules[\\/]\.bin[\\/]?$/.test(folder));
  return {
    ...Object.fromEntries(entries.filter((entry): entry is [string, string] => entry[1] !== undefined)),
    PATH: [path.dirname(process.execPath), ...folders].join(path.delimiter),
  };
}

/** Runs npm in a folder as if somebody stood there. @throws Error where it fails, with what it printed. */
export async function npm(folder: string, ...commandLine: readonly string[]): Promise<ProcessResult> {
  const result = await runProcess({
    executable: "npm",
    commandLine: [...commandLine, "--no-audit", "--no-fund", "--no-update-notifier"],
    workingDirectory: folder,
    environment: outsideOfScripts(),
    timeoutSeconds: 240,
  });
  if (result.exitCode !== 0)
    throw new Error(`npm ${commandLine.join(" ")} ended with ${result.exitCode}:\n${result.stdout}\n${result.stderr}`);
  return result;
}

/** The files of a package that npm would publish, relative to its folder: what `files` really lets out, npm alone knows. */
export async function packedFiles(folder: string): Promise<readonly string[]> {
  const { stdout } = await npm(folder, "pack", "--dry-run", "--json", "--ignore-scripts", "--loglevel=error");
  // A list of packages up to npm 11, an object of them from 12 on.
  const [packed] = Object.values(JSON.parse(stdout) as Readonly<Record<string, { readonly files: readonly { readonly path: string }[] }>>);
  if (packed === undefined) throw new Error(`npm packs nothing in ${folder}`);
  return packed.files.map((file) => file.path);
}
