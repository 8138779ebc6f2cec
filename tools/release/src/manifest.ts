/** Where one entry of `exports` leads, by condition or at once. */
export type ExportTarget = string | { readonly [condition: string]: ExportTarget };

/** Package names with versions or ranges of them. */
export type Versions = Readonly<Record<string, string>>;

/** A package.json with the keys that publishing reads. The rest is kept unchanged. */
export interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly private?: boolean;
  readonly main?: string;
  readonly types?: string;
  readonly bin?: Readonly<Record<string, string>>;
  readonly exports?: Readonly<Record<string, ExportTarget>>;
  readonly files?: readonly string[];
  readonly engines?: Versions;
  readonly scripts?: Readonly<Record<string, string>>;
  readonly nx?: object;
  readonly dependencies?: Versions;
  readonly devDependencies?: Versions;
  readonly peerDependencies?: Versions;
}
