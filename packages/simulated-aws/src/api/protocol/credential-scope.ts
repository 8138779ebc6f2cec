import type { HttpRequest } from "./http-message";

/** What a signature of version 4 states of its request (docs/aws-facts.md#signatures). */
export interface CredentialScope {
  readonly accessKeyId: string;
  readonly region: string;
  readonly service: string;
}

const AUTHORIZATION =
  /^AWS4-HMAC-SHA256 Credential=(?<key>[^/\s]+)\/\d{8}\/(?<region>[^/\s]+)\/(?<service>[^/\s]+)\/aws4_request,\s*SignedHeaders=[^,\s]+,\s*Signature=[0-9a-f]{64}$/;

/** The scope of a signed request. Undefined without a signature. The signature itself cannot be checked: only AWS knows the secret keys. */
export function credentialScope({ headers }: HttpRequest): CredentialScope | undefined {
  const { key, region, service } = AUTHORIZATION.exec(headers["authorization"] ?? "")?.groups ?? {};
  return key === undefined || region === undefined || service === undefined ? undefined : { accessKeyId: key, region, service };
}
