import * as pulumi from "@pulumi/pulumi";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { SharedVpcConfig, type SharedVpcConfigArgs } from "./shared-vpc-config";

/** Serves the components to programs in every Pulumi language. The schema is a reviewed file, so no source is read at run time. */
const packageFolder = join(__dirname, "..");

const { version } = JSON.parse(readFileSync(join(packageFolder, "package.json"), "utf8")) as { version: string };

const provider: pulumi.provider.Provider = {
  version,
  getSchema: () => Promise.resolve(readFileSync(join(packageFolder, "schema.json"), "utf8")),
  construct: (name, type, inputs, options) => {
    if (type !== SharedVpcConfig.type) throw new pulumi.RunError(`lambda-vpc has no component ${type}; it has ${SharedVpcConfig.type}.`);
    const component = new SharedVpcConfig(name, inputs as SharedVpcConfigArgs, options);
    return Promise.resolve({ urn: component.urn, state: { ...component.vpcConfig } });
  },
};

void pulumi.provider.main(provider, process.argv.slice(2));
