/** What ids of a type begin with. */
const prefixes: Readonly<Record<string, string>> = {
  "aws:ec2/vpc:Vpc": "vpc",
  "aws:ec2/subnet:Subnet": "subnet",
  "aws:ec2/securityGroup:SecurityGroup": "sg",
  "aws:ec2/networkInterface:NetworkInterface": "eni",
  "aws-native:ec2:Vpc": "vpc",
  "aws-native:ec2:Subnet": "subnet",
  "aws-native:ec2:SecurityGroup": "sg",
};

/**
 * The id that a modelled account gives a resource. Laws: the same for the same URN and generation; looks like one of AWS; its order among others has nothing to do
 * with the names.
 */
export function madeUpId(urn: string, type: string, generation: number): string {
  const text = `${urn}#${generation}`;
  return `${prefixes[type] ?? "id"}-0${digits(text, 0x811c9dc5)}${digits(text, 0x01234567)}`;
}

/** Eight hexadecimal digits of a text: FNV-1a. */
function digits(text: string, seed: number): string {
  let hash = seed;
  for (let index = 0; index < text.length; index += 1) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  return (hash >>> 0).toString(16).padStart(8, "0");
}
