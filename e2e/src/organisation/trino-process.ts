import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { closeSync, mkdirSync, openSync, readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import type { TrinoInstallation } from "./trino-installation";

/** A server takes about a minute to start on two busy cores. */
const STARTED_WITHIN_MS = 480_000;

/** Runs `use` while a coordinator on loopback reads the files below `folder/files`, as `local:///`. It ends with `use`. */
export async function withTrino<T>(installation: TrinoInstallation, folder: string, use: (url: string) => Promise<T>): Promise<T> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const log = join(folder, "server.log");
  const output = openSync(log, "w");
  const server = spawn(installation.java, commandLine(installation, configure(installation, folder, port)), {
    cwd: folder,
    stdio: ["ignore", output, output],
  });
  closeSync(output);
  try {
    await started(server, url, log);
    return await use(url);
  } finally {
    if (server.exitCode === null && server.kill("SIGKILL")) await once(server, "exit");
  }
}

/** Writes the configuration: one node on loopback, and a catalog `hive` whose metastore and tables are files. Returns its file. */
function configure({ folder: trino }: TrinoInstallation, folder: string, port: number): { readonly config: string; readonly data: string } {
  const [catalogs, data, files] = [join(folder, "catalog"), join(folder, "data"), join(folder, "files")];
  for (const one of [catalogs, data, files]) mkdirSync(one, { recursive: true });
  const config = join(folder, "config.properties");
  writeProperties(config, {
    coordinator: "true",
    "node-scheduler.include-coordinator": "true",
    "http-server.http.port": String(port),
    "discovery.uri": `http://127.0.0.1:${port}`,
    "node.internal-address": "127.0.0.1",
    "node.bind-ip": "127.0.0.1",
    "node.environment": "test",
    "plugin.dir": join(trino, "plugin"),
    "catalog.config-dir": catalogs,
    "query.max-memory-per-node": "400MB",
    "memory.heap-headroom-per-node": "200MB",
    "web-ui.enabled": "false",
  });
  writeProperties(join(catalogs, "hive.properties"), {
    "connector.name": "hive",
    "hive.metastore": "file",
    "hive.metastore.catalog.dir": "local:///metastore",
    "fs.native-local.enabled": "true",
    "local.location": files,
    "hive.security": "allow-all",
  });
  return { config, data };
}

function writeProperties(file: string, properties: Readonly<Record<string, string>>): void {
  writeFileSync(
    file,
    Object.entries(properties)
      .map(([name, value]) => `${name}=${value}\n`)
      .join(""),
  );
}

function commandLine(
  { folder }: TrinoInstallation,
  { config, data }: { readonly config: string; readonly data: string },
): readonly string[] {
  return [
    "-Xmx1G",
    "-Djdk.attach.allowAttachSelf=true",
    "--add-modules=jdk.incubator.vector",
    "--sun-misc-unsafe-memory-access=allow",
    "--enable-native-access=ALL-UNNAMED",
    `-Dnode.data-dir=${data}`,
    `-Dconfig=${config}`,
    "-cp",
    join(folder, "lib/*"),
    "io.trino.server.TrinoServer",
  ];
}

/** Waits until the server answers that it has started. @throws Error with the end of its log if it does not. */
async function started(server: ChildProcess, url: string, log: string): Promise<void> {
  const end = Date.now() + STARTED_WITHIN_MS;
  while (Date.now() < end && server.exitCode === null) {
    const info = await fetch(`${url}/v1/info`).then(
      (response) => response.text(),
      () => "",
    );
    if (info.includes('"starting":false')) return;
    await setTimeout(500);
  }
  throw new Error(`Trino did not start. The end of its log:\n${readFileSync(log, "utf8").slice(-3000)}`);
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  await once(server, "close");
  if (address === null || typeof address === "string") throw new Error("There is no free port.");
  return address.port;
}
