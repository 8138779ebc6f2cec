import { highest } from "../compatibility/matrix";

/** The libraries that an example runs with, at the versions of this repository. */
export const exampleLibraries = { "@pulumi/aws": highest["@pulumi/aws"], "@pulumi/pulumi": highest["@pulumi/pulumi"] };

/** What makes an example a separate project. */
export const shopFiles = {
  "package.json": JSON.stringify({ name: "shop", private: true, dependencies: exampleLibraries, allowScripts: { node: true } }),
};
