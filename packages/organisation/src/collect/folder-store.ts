import { readdir, readFile } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import { SourceError, type SourceStore } from "./source-store";

/** The files below a folder. */
export function folderStore(folder: string): SourceStore {
  return {
    list: async () => {
      const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch((error: unknown) => {
        throw folderError(folder, error);
      });
      return entries
        .filter((entry) => entry.isFile())
        .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join("/"))
        .sort();
    },
    read: (name) => readFile(join(folder, name)),
  };
}

function folderError(folder: string, error: unknown): SourceError {
  const { code, message: reason } = error as NodeJS.ErrnoException;
  if (code === "ENOENT") return new SourceError("missing", `${folder} was not found.`, "Check the path.");
  if (code === "ENOTDIR") return new SourceError("unreadable", `${folder} is a file.`, "Specify the folder that contains it.");
  const forbidden = code === "EACCES" || code === "EPERM";
  return new SourceError(forbidden ? "forbidden" : "unreadable", `${folder} cannot be read: ${reason}`, "Check its permissions.");
}
