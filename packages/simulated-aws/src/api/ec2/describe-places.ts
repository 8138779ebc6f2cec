import { AwsError } from "../../account/store/aws-error";
import { type AvailabilityZone, availabilityZones } from "../../account/vpc/availability-zone";
import { isEnabled, REGIONS, type Region } from "../../account/vpc/region";
import { listing } from "./listing";

/** Regions that the account has not enabled are listed only on request. */
export const describeRegions = listing<Region>({
  name: "DescribeRegions",
  set: "regionInfo",
  flag: "AllRegions",
  rows: ({ account }, all) => REGIONS.filter((region) => all || isEnabled(account, region.name)),
  idOf: ({ name }) => name,
  selectors: [
    {
      parameter: "RegionName",
      valueOf: ({ name }) => name,
      notFound: (name) => new AwsError("InvalidParameterValue", `Invalid region name: ${name}`),
    },
  ],
  filters: {
    endpoint: ({ name }) => endpoint(name),
    "region-name": ({ name }) => name,
    "opt-in-status": ({ name, optIn }, { account }) => optInStatus(optIn, isEnabled(account, name)),
  },
  describe: ({ name, optIn }, { account }) => ({
    regionName: name,
    regionEndpoint: endpoint(name),
    optInStatus: optInStatus(optIn, isEnabled(account, name)),
  }),
});

/** Zones of the Region of the request. */
export const describeAvailabilityZones = listing<AvailabilityZone>({
  name: "DescribeAvailabilityZones",
  set: "availabilityZoneInfo",
  flag: "AllAvailabilityZones",
  rows: ({ region }) => availabilityZones(region),
  idOf: ({ name }) => name,
  selectors: [
    {
      parameter: "ZoneName",
      valueOf: ({ name }) => name,
      notFound: (name) => new AwsError("InvalidParameterValue", `Invalid availability zone: [${name}]`),
    },
    {
      parameter: "ZoneId",
      valueOf: ({ id }) => id,
      notFound: (id) => new AwsError("InvalidParameterValue", `Invalid availability zone-id: [${id}]`),
    },
  ],
  filters: {
    "zone-name": ({ name }) => name,
    "zone-id": ({ id }) => id,
    "zone-type": () => "availability-zone",
    "region-name": (_, { region }) => region,
    "opt-in-status": () => "opt-in-not-required",
    state: () => "available",
  },
  describe: ({ name, id }, { region }) => ({
    zoneName: name,
    zoneId: id,
    zoneState: "available",
    zoneType: "availability-zone",
    regionName: region,
    groupName: `${region}-zg-1`,
    networkBorderGroup: region,
    optInStatus: "opt-in-not-required",
    messageSet: [],
  }),
});

function endpoint(region: string): string {
  return `ec2.${region}.amazonaws.com`;
}

function optInStatus(optIn: boolean, enabled: boolean): string {
  return optIn ? (enabled ? "opted-in" : "not-opted-in") : "opt-in-not-required";
}
