import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { npm } from "./npm";
import type { StagedPackage } from "./stage-package";

/** A registry of this process alone, on loopback. */
export interface Registry {
  readonly url: string;
  /** The npm configuration, a file, of somebody who may publish there: npm takes it as that of a user, with `npm_config_userconfig`. */
  readonly publisher: string;
  /** Publishes packages as they are staged. @throws Error where npm or the registry refuses one. */
  publish(staged: readonly StagedPackage[]): Promise<void>;
  /** Ends the server and waits for its end. */
  close(): Promise<void>;
}

const SCOPE = "@lambda-vpc";
const START_SECONDS = 60;

/** Starts a registry that keeps what it is given in `folder`. It knows nothing but our scope, and asks nobody. @throws Error where it does not start. */
export async function openRegistry(folder: string): Promise<Registry> {
  mkdirSync(folder, { recursive: true });
  const port = await freePort();
  const url = `http://127.0.0.1:${port}/`;
  const configuration = path.join(folder, "configuration.json");
  writeFileSync(configuration, JSON.stringify(verdaccio(folder)));
  const command = path.join(path.dirname(require.resolve("verdaccio/package.json")), "bin/verdaccio");
  const server = spawn(process.execPath, [command, "--listen", `127.0.0.1:${port}`, "--config", configuration], {
    detached: true,
    stdio: "ignore",
  });
  const ended = once(server, "exit");
  const end = (): void => {
    if (server.pid !== undefined && server.exitCode === null && server.signalCode === null) process.kill(-server.pid, "SIGKILL");
  };
  process.once("exit", end);
  const close = async (): Promise<void> => {
    end();
    await ended;
    process.off("exit", end);
  };

  try {
    await answering(`${url}-/ping`, () => server.exitCode !== null);
  } catch (error) {
    await close();
    throw error;
  }
  const publisher = path.join(folder, "npmrc");
  // npm requires a user before it publishes; the registry accepts any.
  writeFileSync(publisher, `${scopeLine({ url })}//127.0.0.1:${port}/:_authToken=anybody\n`);
  return {
    url,
    publisher,
    close,
    publish: async (staged) => {
      for (const one of staged) await npm(one.folder, "publish", `--userconfig=${publisher}`, "--ignore-scripts");
    },
  };
}

/** The line of a consumer's `.npmrc` that leads to a registry, for our scope alone. */
export function scopeLine({ url }: Pick<Registry, "url">): string {
  return `${SCOPE}:registry=${url}\n`;
}

function verdaccio(folder: string): object {
  return {
    storage: path.join(folder, "storage"),
    uplinks: {},
    packages: { [`${SCOPE}/*`]: { access: "$all", publish: "$all" } },
    auth: { htpasswd: { file: path.join(folder, "htpasswd"), max_users: -1 } },
    log: { type: "file", path: path.join(folder, "log"), level: "warn", format: "json" },
    web: { enable: false },
  };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  await once(server, "close");
  if (address === null || typeof address === "string") throw new Error("this machine has no free port on 127.0.0.1");
  return address.port;
}

async function answering(url: string, gone: () => boolean): Promise<void> {
  const until = Date.now() + START_SECONDS * 1000;
  while (Date.now() < until && !gone()) {
    const answer = await fetch(url).catch(() => undefined);
    if (answer?.ok) return;
    await pause(100);
  }
  throw new Error(`no registry answers at ${url}${gone() ? ": its process has ended" : ` within ${START_SECONDS} s`}`);
}
