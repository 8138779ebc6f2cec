import { LambdaVpc, Nat } from "@lambda-vpc/components";
import * as pulumi from "@pulumi/pulumi";
import { readdirSync, readFileSync } from "node:fs";
import { basename } from "node:path";

/** A function from its file. The first line names its set, such as `// set: database`. */
function fromFile(file: string) {
  const path = `functions/${file}`;
  const set = /^\/\/ set: (\w+)/.exec(readFileSync(path, "utf8"))?.[1];
  const code = new pulumi.asset.AssetArchive({ "index.js": new pulumi.asset.FileAsset(path) });
  return { set, runtime: "nodejs22.x", handler: "index.handler", code };
}

const shop = new LambdaVpc("shop", {
  network: {
    cidrBlock: "10.0.0.0/16",
    zones: ["us-east-1a", "us-east-1b"],
    nat: Nat.One,
    natZone: "us-east-1a",
    interfaceEndpoints: ["sqs"],
  },
  sets: {
    internal: { endpoints: true },
    database: { endpoints: true, reach: { postgres: { port: 5432, cidr: "10.0.255.0/24" } } },
    partners: { endpoints: true, reach: { https: { port: 443, cidr: "192.0.2.0/24" } } },
  },
  functions: Object.fromEntries(readdirSync("functions").map((file) => [basename(file, ".js"), fromFile(file)])),
});

export const { plan, functionNames } = shop;
