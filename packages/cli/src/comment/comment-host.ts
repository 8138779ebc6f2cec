/** The hosts whose pull requests are commented on. */
export const hostNames = ["github", "gitlab"] as const;

export type HostName = (typeof hostNames)[number];

/** One pull request, and how to reach it. */
export interface CommentTarget {
  readonly host: HostName;
  /** The address of the API, such as `https://api.github.com`. */
  readonly api: string;
  /** `OWNER/NAME` on GitHub; the path or the number of the project on GitLab. */
  readonly repository: string;
  /** The number of the pull request. */
  readonly number: number;
  readonly token: Token;
}

export interface Token {
  readonly value: string;
  /** The environment variable that holds it. */
  readonly variable: string;
}

/** A comment on a pull request. */
export interface PresentComment {
  readonly id: number;
  readonly body: string;
}

/** The comments of one pull request. Each method may fail with any error; `hostError` explains it. */
export interface CommentHost {
  /** The comments that the owner of the token wrote, the oldest first. */
  readonly ownComments: () => Promise<readonly PresentComment[]>;
  /** Returns the address of the new comment. */
  readonly create: (body: string) => Promise<string>;
  readonly update: (id: number, body: string) => Promise<string>;
}

/** Milliseconds after which a request fails. */
export const REQUEST_TIMEOUT = 30_000;

/**
 * The most characters of a comment, less some that a host may count twice (sources: the refusal of GitHub's REST API, "Body is too long (maximum is
 * 65536 characters)"; GitLab's `Note`, `MAX_TEXT_SIZE_LIMIT`).
 */
export const bodyLimits: Readonly<Record<HostName, number>> = { github: 65_000, gitlab: 990_000 };
