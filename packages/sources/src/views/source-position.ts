import type { SourcePosition } from "../stack/stack-resource";

/**
 * Where the program creates a resource, from what the engine writes of it (docs/engine-facts.md#source-positions): the position of the resource, or the
 * first position of its stack trace that is in the folder of the program. A component creates its children in a library, and the program calls it.
 * What is written otherwise is no position.
 */
export function sourcePosition({ sourcePosition: own, stackTrace }: Readonly<Record<string, unknown>>): SourcePosition | undefined {
  const frames = Array.isArray(stackTrace) ? (stackTrace as readonly unknown[]) : [];
  return [own, ...frames.map(positionOfFrame)].flatMap((text) => (typeof text === "string" ? (ownPosition(text) ?? []) : []))[0];
}

function positionOfFrame(frame: unknown): unknown {
  return typeof frame === "object" && frame !== null && "sourcePosition" in frame ? frame.sourcePosition : undefined;
}

/** `project:///index.ts#12,3`: a line and a column, both from 1. */
const POSITION = /^project:\/\/\/(?<file>[^#]+)#(?<line>[1-9]\d{0,8})(?:,(?<column>\d{1,9}))?$/;

/** Folders that package managers fill. */
const LIBRARY = /(?:^|\/)(?:node_modules|site-packages)\//;

/** Folders outside of the program, and those that package managers fill. */
const NOT_OWN = new RegExp(`^\\.\\.?/|^/|${LIBRARY.source}`);

/** The SDK takes the URL of an ES module for a path in the folder of the program: `src/file:/home/me/shop/src/index.ts`. */
const ES_MODULE = /^(?:[^:]*\/)?file:(?:\/\/)?(\/[^/].*)$/;

function ownPosition(text: string): SourcePosition | undefined {
  const { file, line, column } = POSITION.exec(text)?.groups ?? {};
  if (file === undefined || line === undefined) return undefined;
  const path = decoded(file);
  const [, absolute] = ES_MODULE.exec(path) ?? [];
  if (absolute !== undefined && !LIBRARY.test(absolute)) return { file: absolute, ...place(line, column) };
  return NOT_OWN.test(path) ? undefined : { file: path, ...place(line, column) };
}

function place(line: string, column = "1") {
  return { line: Number(line), column: Math.max(1, Number(column)) };
}

/** The path of a URI. A path that is no valid URI stays as it is. */
function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
