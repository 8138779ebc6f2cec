import { once } from "node:events";
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { buffer, json } from "node:stream/consumers";

/** What `pulumi policy publish` announced and sent. */
export interface PublishedPack {
  readonly name: string;
  readonly versionTag: string;
  readonly policies: readonly { readonly name: string }[];
  /** What npm packed of its folder. */
  readonly archive: Buffer;
}

/** As much of Pulumi Cloud as `pulumi policy publish` asks for, on loopback. */
export interface PolicyService {
  /** The variables under which the CLI takes it for Pulumi Cloud. */
  readonly environment: Readonly<Record<string, string>>;
  /** What was published last. @throws Error where nothing was. */
  published(): PublishedPack;
  close(): Promise<void>;
}

/** Starts the service. Its three steps are those of the CLI: announce the pack, upload it, complete it (docs/engine-facts.md#policy-pack-publication). */
export async function openPolicyService(): Promise<PolicyService> {
  let told: Omit<PublishedPack, "archive"> | undefined;
  let archive: Buffer | undefined;
  let complete = false;
  const answer = async (request: IncomingMessage): Promise<object | undefined> => {
    const step = `${request.method ?? ""} ${request.url ?? ""}`;
    if (step === "GET /api/user") return { githubLogin: "team", name: "team", organizations: [] };
    if (step === "POST /api/orgs/team/policypacks") {
      told = (await json(request)) as Omit<PublishedPack, "archive">;
      return { version: 1, uploadURI: `${url}/upload` };
    }
    if (step === "PUT /upload") archive = await buffer(request);
    else if (/^POST \/api\/orgs\/team\/policypacks\/.*\/complete$/.test(step)) complete = true;
    else return undefined;
    return {};
  };
  const server = createServer((request, response) => {
    void answer(request).then((body) => {
      response.writeHead(body === undefined ? 404 : 200, { "content-type": "application/json" });
      response.end(JSON.stringify(body ?? { code: 404, message: "not here" }));
    });
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    environment: { PULUMI_BACKEND_URL: url, PULUMI_ACCESS_TOKEN: "anybody" },
    published: () => {
      if (told === undefined || archive === undefined || !complete) throw new Error("No pack was published to its end.");
      return { ...told, archive };
    },
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}
