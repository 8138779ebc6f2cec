import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** A comment as both hosts keep it. */
export interface KeptComment {
  readonly id: number;
  body: string;
  readonly author: number;
}

/** What the host answers to every request, in place of the usual answer. */
export interface FixedAnswer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly message: string;
}

const TOKEN = "token-of-the-owner";
const OWNER = 7;

/**
 * A host of pull requests on the loopback interface with the parts of the APIs of GitHub and of GitLab that comments need (sources: GitHub REST API,
 * issue comments and users; GitLab API, notes and users). It refuses bodies that are too long, and pages its lists. `end` ends it.
 */
export class LoopbackHost {
  readonly comments: KeptComment[] = [];
  /** The requests in their order, such as `GET /user`, without the query. */
  readonly requests: string[] = [];
  /** Answers in place of the host. */
  answer: FixedAnswer | undefined;
  /** A token of a workflow has no user on GitHub. */
  isWorkflow = false;

  private constructor(private readonly server: Server) {
    server.on("request", (request, response) => void this.serve(request, response));
  }

  static async start(): Promise<LoopbackHost> {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    return new LoopbackHost(server);
  }

  get address(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  async end(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  /** The environment of a job of GitHub Actions for pull request 12 of shop/infra. */
  get github(): Readonly<Record<string, string>> {
    return {
      GITHUB_ACTIONS: "true",
      GITHUB_API_URL: this.address,
      GITHUB_REPOSITORY: "shop/infra",
      GITHUB_REF: "refs/pull/12/merge",
      GITHUB_TOKEN: TOKEN,
    };
  }

  /** The environment of a job of GitLab CI for merge request 12 of project 34. */
  get gitlab(): Readonly<Record<string, string>> {
    return {
      GITLAB_CI: "true",
      CI_API_V4_URL: `${this.address}/api/v4`,
      CI_PROJECT_ID: "34",
      CI_MERGE_REQUEST_IID: "12",
      GITLAB_TOKEN: TOKEN,
    };
  }

  /** Adds comments of others, as of a long discussion. */
  discuss(number: number, body = "I agree."): void {
    for (let n = 0; n < number; n++) this.comments.push({ id: this.comments.length + 1, body, author: OWNER + 1 });
  }

  private async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? "/", this.address);
    const method = request.method ?? "";
    this.requests.push(`${method} ${url.pathname}`);
    const body = await bodyOf(request);
    const send = (status: number, value: unknown, headers: Readonly<Record<string, string>> = {}): void => {
      response.writeHead(status, { "content-type": "application/json", ...headers }).end(JSON.stringify(value));
    };
    if (this.answer !== undefined) return send(this.answer.status, { message: this.answer.message }, this.answer.headers);
    const { authorization, "private-token": privateToken } = request.headers;
    if (authorization !== `token ${TOKEN}` && privateToken !== TOKEN) return send(401, { message: "Bad credentials" });
    const isGitLab = url.pathname.startsWith("/api/v4");
    const own = url.pathname.replace("/api/v4", "");
    const shown = ({ id, body: text, author }: KeptComment) =>
      isGitLab
        ? { id, body: text, author: { id: author }, system: false }
        : {
            id,
            body: text,
            user: { login: `user-${author}`, type: author === OWNER && this.isWorkflow ? "Bot" : "User" },
            html_url: `#${id}`,
          };
    if (method === "GET" && own === "/user")
      return this.isWorkflow && !isGitLab
        ? send(403, { message: "Resource not accessible by integration" })
        : send(200, isGitLab ? { id: OWNER } : { login: `user-${OWNER}` });
    const list = isGitLab ? "/projects/34/merge_requests/12/notes" : "/repos/shop/infra/issues/12/comments";
    const one = isGitLab ? `${list}/` : "/repos/shop/infra/issues/comments/";
    const text = body["body"] ?? "";
    const limit = isGitLab ? 1_000_000 : 65_536;
    if (text.length > limit) return send(422, { message: `Validation Failed: Body is too long (maximum is ${limit} characters)` });
    if (method === "GET" && own === list) return send(200, ...this.page(url, shown));
    if (method === "POST" && own === list) {
      const kept = { id: this.comments.length + 1, body: text, author: OWNER };
      this.comments.push(kept);
      return send(201, shown(kept));
    }
    const comment = this.comments.find(({ id }) => own === `${one}${id}`);
    if (comment === undefined || method !== (isGitLab ? "PUT" : "PATCH")) return send(404, { message: "Not Found" });
    comment.body = text;
    return send(200, shown(comment));
  }

  /** One page of the comments, and where the next one is. */
  private page(url: URL, shown: (comment: KeptComment) => object): readonly [readonly object[], Readonly<Record<string, string>>] {
    const [size, page] = [Number(url.searchParams.get("per_page") ?? 30), Number(url.searchParams.get("page") ?? 1)];
    const isLast = page * size >= this.comments.length;
    const next = new URL(url);
    next.searchParams.set("page", String(page + 1));
    return [this.comments.slice((page - 1) * size, page * size).map(shown), isLast ? {} : { link: `<${next.href}>; rel="next"` }];
  }
}

async function bodyOf(request: IncomingMessage): Promise<Readonly<Record<string, string>>> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const text = Buffer.concat(chunks).toString("utf8");
  return text === "" ? {} : (JSON.parse(text) as Readonly<Record<string, string>>);
}
