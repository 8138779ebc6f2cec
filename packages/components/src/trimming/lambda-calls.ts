interface Page {
  readonly NextMarker?: string | undefined;
}

interface FunctionRequest {
  readonly FunctionName: string;
  readonly Marker?: string;
}

/** An alias can send a share of its events to a second version. */
export interface Alias {
  readonly FunctionVersion?: string | undefined;
  readonly RoutingConfig?: { readonly AdditionalVersionWeights?: Readonly<Record<string, number>> | undefined } | undefined;
}

/** A version with the network that it was published with. */
export interface Version {
  readonly Version?: string | undefined;
  readonly VpcConfig?:
    { readonly SubnetIds?: readonly string[] | undefined; readonly SecurityGroupIds?: readonly string[] | undefined } | undefined;
}

interface Versions extends Page {
  readonly Versions?: readonly Version[] | undefined;
}

interface Aliases extends Page {
  readonly Aliases?: readonly Alias[] | undefined;
}

interface Provisioned extends Page {
  readonly ProvisionedConcurrencyConfigs?: readonly { readonly FunctionArn?: string | undefined }[] | undefined;
}

/** The methods of the AWS SDK's `Lambda` that a trimmer calls (docs/aws-facts.md#version-listing). */
export interface LambdaCalls {
  listVersionsByFunction(request: FunctionRequest): Promise<Versions>;
  listAliases(request: FunctionRequest): Promise<Aliases>;
  listProvisionedConcurrencyConfigs(request: FunctionRequest): Promise<Provisioned>;
  deleteFunction(version: { readonly FunctionName: string; readonly Qualifier: string }): Promise<unknown>;
}

/** All pages of a paginated list. */
export async function allPages<P extends Page>(request: (marker: { readonly Marker?: string }) => Promise<P>): Promise<readonly P[]> {
  const pages = [await request({})];
  for (let Marker = pages[0]?.NextMarker; Marker; Marker = pages.at(-1)?.NextMarker) pages.push(await request({ Marker }));
  return pages;
}

/** Whether `error` is the exception with this name. */
export function hasErrorName(error: unknown, name: string): boolean {
  return error instanceof Error && error.name === name;
}
