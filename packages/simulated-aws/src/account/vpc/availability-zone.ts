/** An Availability Zone: its name in the account and its zone id, which is the same for all accounts. */
export interface AvailabilityZone {
  readonly name: string;
  readonly id: string;
}

/** Three zones in every Region, which is enough to spread over zones. */
export function availabilityZones(region: string): readonly AvailabilityZone[] {
  const [area = "", direction = "", number = ""] = region.split("-");
  const short = `${area}${direction.slice(0, 1)}${number}`;
  return ["a", "b", "c"].map((letter, index) => ({ name: `${region}${letter}`, id: `${short}-az${index + 1}` }));
}
