/** The network that is in the account before any program, in the words of `simulated-aws seed`. */
export const existingNetwork = {
  vpcs: [{ id: "vpc-0e000000000000001", cidrBlock: "10.200.0.0/16" }],
  subnets: [1, 2, 3].map((number) => ({
    id: `subnet-0e00000000000000${number}`,
    vpcId: "vpc-0e000000000000001",
    cidrBlock: `10.200.${number}.0/24`,
    mapPublicIpOnLaunch: number === 3,
  })),
  securityGroups: [1, 2, 3].map((number) => ({
    id: `sg-0e00000000000000${number}`,
    vpcId: "vpc-0e000000000000001",
    name: `existing-${number}`,
  })),
};

export const existingVpc = "vpc-0e000000000000001";

/** The id of the `index`th existing subnet or group. */
export function existingId(type: "subnet" | "group", index: number): string {
  return `${type === "subnet" ? "subnet" : "sg"}-0e00000000000000${index + 1}`;
}

/** The stack configuration that names the existing network. */
export const existingConfiguration: readonly (readonly [string, string])[] = (["subnet", "group"] as const).flatMap((type) =>
  [0, 1, 2].map((index) => [`${type}${index}`, existingId(type, index)] as const),
);
