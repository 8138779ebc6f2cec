import { type CommentHost, type CommentTarget, REQUEST_TIMEOUT } from "./comment-host";

/** The comments of a pull request on GitHub. Its client is loaded when it is used: other commands must not wait for it. */
export async function githubHost({ api, repository, number, token }: CommentTarget): Promise<CommentHost> {
  const { Octokit } = await import("@octokit/rest");
  const silent = (): void => undefined;
  const octokit = new Octokit({
    auth: token.value,
    baseUrl: api,
    userAgent: "lambda-vpc",
    // It prints requests that fail, with their addresses.
    log: { debug: silent, info: silent, warn: silent, error: silent },
  });
  octokit.hook.before("request", (options) => {
    options.request = { ...options.request, signal: AbortSignal.timeout(REQUEST_TIMEOUT) };
  });
  const [owner = "", repo = ""] = repository.split("/");
  const place = { owner, repo };
  return {
    ownComments: async () => {
      const viewer = await viewerOf(() => octokit.rest.users.getAuthenticated());
      const all = await octokit.paginate(octokit.rest.issues.listComments, { ...place, issue_number: number, per_page: 100 });
      return all
        .filter(({ user }) => (viewer === undefined ? user?.type === "Bot" : user?.login === viewer))
        .map(({ id, body }) => ({ id, body: body ?? "" }));
    },
    create: async (body) => (await octokit.rest.issues.createComment({ ...place, issue_number: number, body })).data.html_url,
    update: async (id, body) => (await octokit.rest.issues.updateComment({ ...place, comment_id: id, body })).data.html_url,
  };
}

/** The login of the owner of the token. The token of a workflow has no user: its comments are those of a bot, and GitHub answers with 403. */
async function viewerOf(ask: () => Promise<{ readonly data: { readonly login: string } }>): Promise<string | undefined> {
  try {
    return (await ask()).data.login;
  } catch (error) {
    if (isNoUser(error)) return undefined;
    throw error;
  }
}

/** A reached rate limit also has the status 403, and then a header states it. */
function isNoUser(error: unknown): boolean {
  if (typeof error !== "object" || error === null || !("status" in error) || error.status !== 403) return false;
  return /not accessible by integration/i.test(error instanceof Error ? error.message : "");
}
