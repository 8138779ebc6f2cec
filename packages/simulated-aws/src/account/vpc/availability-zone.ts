/** A zone of a Region: its name in the account and the id that means the same zone everywhere. */
export interface AvailabilityZone {
  readonly name: string;
  readonly id: string;
}

/** Three zones in every Region: enough for whoever spreads over zones, and the same for everybody. */
export function availabilityZones(region: string): readonly AvailabilityZone[] {
  const [area = "", direction = "", number = ""] = region.split("-");
  const short = `${area}${direction.slice(0, 1)}${number}`;
  return ["a", "b", "c"].map((letter, index) => ({ name: `${region}${letter}`, id: `${short}-az${index + 1}` }));
}
