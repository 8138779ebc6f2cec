import { headings } from "./markdown-page";

/** A place in the repository that a check refuses, with what is missing and what to do. */
export interface CitationProblem {
  readonly file: string;
  readonly line: number;
  readonly what: string;
  readonly fix: string;
}

/** The repository as the checks of citations read it. */
export class RepositoryText {
  readonly #paths: ReadonlySet<string>;
  readonly #anchors = new Map<string, ReadonlySet<string>>();

  /**
   * @param texts the text of each file that may cite something, by its path from the root
   * @param paths the paths of all files
   */
  constructor(
    readonly texts: ReadonlyMap<string, string>,
    paths: Iterable<string>,
  ) {
    this.#paths = new Set([...paths].flatMap((path) => [path, ...foldersOf(path)]));
  }

  /** The pages, by path. */
  get pages(): readonly (readonly [path: string, text: string])[] {
    return [...this.texts].filter(([path]) => path.endsWith(".md"));
  }

  /** Whether a file or folder has this path. `*` is any part of a name, `**` any folders. */
  has(path: string): boolean {
    if (!path.includes("*")) return this.#paths.has(path);
    const parts = path.replace(/[^\w*/-]/g, "\\$&").replace(/\*\*\/|\*/g, (mark) => (mark === "*" ? "[^/]*" : "(.*/)?"));
    const pattern = new RegExp(`^${parts}$`);
    return [...this.#paths].some((one) => pattern.test(one));
  }

  /** The folders and files at the root. */
  get roots(): ReadonlySet<string> {
    return new Set([...this.#paths].filter((path) => !path.includes("/")));
  }

  /** What is missing of `path` and `anchor`; undefined where both exist. */
  missing(path: string, anchor: string | undefined): Pick<CitationProblem, "what" | "fix"> | undefined {
    if (!this.has(path)) return { what: `${path} does not exist`, fix: "correct the path" };
    if (anchor === undefined || !path.endsWith(".md")) return undefined;
    if (this.#anchorsOf(path).has(anchor)) return undefined;
    return { what: `${path} has no heading with the anchor #${anchor}`, fix: "cite one of its headings, or add this one" };
  }

  #anchorsOf(path: string): ReadonlySet<string> {
    const anchors = this.#anchors.get(path) ?? new Set(headings(this.texts.get(path) ?? "").map(({ anchor }) => anchor));
    this.#anchors.set(path, anchors);
    return anchors;
  }
}

function foldersOf(path: string): readonly string[] {
  const names = path.split("/");
  return names.slice(1).map((_, index) => names.slice(0, index + 1).join("/"));
}
