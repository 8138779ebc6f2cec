import { type CommentHost, type CommentTarget, REQUEST_TIMEOUT } from "./comment-host";

/** The comments of a merge request on GitLab. Its client is loaded when it is used: other commands must not wait for it. */
export async function gitlabHost({ api, repository, number, token }: CommentTarget): Promise<CommentHost> {
  const { Gitlab } = await import("@gitbeaker/rest");
  const credentials = token.variable === "CI_JOB_TOKEN" ? { jobToken: token.value } : { token: token.value };
  // The client adds this path.
  const host = api.replace(/\/api\/v4\/?$/, "");
  const gitlab = new Gitlab({ host, queryTimeout: REQUEST_TIMEOUT, ...credentials });
  const project = /^\d+$/.test(repository) ? Number(repository) : repository;
  return {
    ownComments: async () => {
      const viewer = token.variable === "CI_JOB_TOKEN" ? undefined : (await gitlab.Users.showCurrentUser()).id;
      const notes = await gitlab.MergeRequestNotes.all(project, number, { perPage: 100, orderBy: "created_at", sort: "asc" });
      return notes
        .filter(({ author, system }) => !system && (viewer === undefined || author.id === viewer))
        .map(({ id, body }) => ({ id, body }));
    },
    create: async (body) => addressOf((await gitlab.MergeRequestNotes.create(project, number, body)).id),
    update: async (id, body) => addressOf((await gitlab.MergeRequestNotes.edit(project, number, id, { body })).id),
  };

  function addressOf(id: number): string {
    return `note ${id} of merge request !${number} in ${repository}`;
  }
}
