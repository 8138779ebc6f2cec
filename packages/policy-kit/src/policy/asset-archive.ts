import { isRecord } from "../configuration/is-record";

/**
 * Whether `value` contains an AssetArchive. @pulumi/policy 1.21.0 returns the names of its assets without the assets
 * (`serializeProperty` in its deserialize.js), and the engine rejects that with "unexpected archive contents".
 */
export function holdsAssetArchive(value: unknown): boolean {
  if (Array.isArray(value)) return value.some(holdsAssetArchive);
  if (!isRecord(value)) return false;
  return (value["__pulumiArchive"] === true && Object.hasOwn(value, "assets")) || Object.values(value).some(holdsAssetArchive);
}
