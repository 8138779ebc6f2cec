/** A request as it arrived. */
export interface HttpRequest {
  readonly method: string;
  /** Without the query string and without a slash at the end. Parts are still encoded. */
  readonly path: string;
  readonly query: URLSearchParams;
  /** By lower-case name. */
  readonly headers: { readonly [name: string]: string | undefined };
  /** The body, and the same read as UTF-8. */
  readonly bytes: Uint8Array;
  readonly body: string;
}

export interface HttpAnswer {
  readonly status: number;
  readonly headers: { readonly [name: string]: string };
  readonly body: string | Uint8Array;
}
