import { LambdaVpc } from "@lambda-vpc/components";
import * as pulumi from "@pulumi/pulumi";

const code = new pulumi.asset.AssetArchive({
  "index.js": new pulumi.asset.StringAsset("exports.handler = async () => ({ statusCode: 200 });"),
});
const settings = { runtime: "nodejs22.x", handler: "index.handler", code };

const web = new LambdaVpc("web", {
  network: {
    cidrBlock: "10.0.0.0/16",
    zones: ["us-east-1a", "us-east-1b"],
    dualStack: true,
    egressOnlyInternetGateway: true,
  },
  sets: { internet: { reach: { https: { port: 443, ipv6Cidr: "::/0" } } } },
  functions: { crawl: settings, notify: settings, translate: settings },
});

export const { plan } = web;
