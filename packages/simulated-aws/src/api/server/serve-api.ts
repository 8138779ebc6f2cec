import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as wait } from "node:timers/promises";
import type { HttpRequest } from "../protocol/http-message";
import type { SimulatedAnswer, SimulatedApi } from "./simulated-api";

/** A running server. */
export interface ServedApi {
  /** `http://127.0.0.1:PORT` */
  readonly url: string;
  /** Ends all connections. */
  close(): Promise<void>;
}

/** The simulated operations have small inputs. A larger body is refused. In bytes. */
const LARGEST_BODY = 1024 * 1024;

/** The time for the header and for the whole of a request, in milliseconds. */
const TIMEOUTS = { headersTimeout: 10_000, requestTimeout: 30_000 };

/** Serves the API on a port of the loopback interface. Port 0 is any free one. Rejects if the port is in use. */
export async function serveApi(api: SimulatedApi, port: number): Promise<ServedApi> {
  const server = createServer(TIMEOUTS, (request, response) => {
    void answer(api, request, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", resolve);
  });
  const { port: bound } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${bound}`,
    close: async () => {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
    },
  };
}

async function answer(api: SimulatedApi, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const body = await bodyOf(request);
  if (body === undefined) {
    response.writeHead(413, { connection: "close" }).end();
    return;
  }
  const answered = api.answer(httpRequest(request, body));
  if (api.faults.latency > 0) await wait(api.faults.latency);
  send(response, answered);
}

function send(response: ServerResponse, { status, headers, body, cut }: SimulatedAnswer): void {
  const bytes = typeof body === "string" ? Buffer.from(body) : body;
  response.writeHead(status, status === 204 ? headers : { ...headers, "content-length": bytes.length });
  if (!cut || bytes.length < 2) response.end(bytes);
  else response.write(bytes.subarray(0, bytes.length / 2), () => response.destroy());
}

async function bodyOf(request: IncomingMessage): Promise<Buffer | undefined> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    size += part.length;
    if (size > LARGEST_BODY) return undefined;
    parts.push(part);
  }
  return Buffer.concat(parts);
}

function httpRequest({ method = "GET", url = "/", headers }: IncomingMessage, bytes: Buffer): HttpRequest {
  const [path = "", query = ""] = url.split(/\?(.*)/s);
  return {
    method,
    path: path.replace(/\/$/, ""),
    query: new URLSearchParams(query),
    headers: Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, Array.isArray(value) ? value.join() : value])),
    bytes,
    body: bytes.toString("utf8"),
  };
}
