import { simulatedUser } from "../account/iam/simulated-user";
import { availabilityZones } from "../account/vpc/availability-zone";
import { requiredText, texts } from "../property/read";
import { matching } from "./filter";
import type { Lookup } from "./lookup";

/** Descriptions of common Regions. For others, the name is used. */
const DESCRIPTIONS: { readonly [region: string]: string } = {
  "eu-central-1": "Europe (Frankfurt)",
  "eu-west-1": "Europe (Ireland)",
  "us-east-1": "US East (N. Virginia)",
  "us-east-2": "US East (Ohio)",
  "us-west-2": "US West (Oregon)",
};

export const getAvailabilityZones: Lookup = (_, inputs) => {
  const region = requiredText(inputs, "region");
  const zones = availabilityZones(region).map(({ name, id }) => ({
    name,
    id,
    group: region,
    type: "availability-zone",
    state: "available",
  }));
  const matchingZones = matching(zones, inputs, {
    "zone-name": "name",
    "zone-id": "id",
    "group-name": "group",
    "zone-type": "type",
    state: "state",
    "region-name": "group",
    "opt-in-status": "optIn",
  });
  const [names, ids] = [texts(inputs, "excludeNames"), texts(inputs, "excludeZoneIds")];
  const remaining = zones.filter(
    (zone) =>
      matchingZones.includes(zone) &&
      !names.includes(zone.name) &&
      !ids.includes(zone.id) &&
      (inputs["state"] ?? zone.state) === zone.state,
  );
  return { ...inputs, id: region, groupNames: [region], names: remaining.map(({ name }) => name), zoneIds: remaining.map(({ id }) => id) };
};

export const getRegion: Lookup = (_, inputs) => {
  const name = typeof inputs["name"] === "string" ? inputs["name"] : requiredText(inputs, "region");
  return { id: name, name, region: name, description: DESCRIPTIONS[name] ?? name, endpoint: `ec2.${name}.amazonaws.com` };
};

export const getPartition: Lookup = () => ({ id: "aws", partition: "aws", dnsSuffix: "amazonaws.com", reverseDnsPrefix: "com.amazonaws" });

export const getCallerIdentity: Lookup = (account) => ({ id: account.id, accountId: account.id, ...simulatedUser(account) });
