import type { Call } from "../operation/call";
import type { TrailEvent } from "../operation/trail-event";

/**
 * How long before a lookup somebody changed the groups of an interface. The account does not store when. In milliseconds.
 */
const CHANGE_AGE = 7 * 86_400_000;

/**
 * The events of the account in the Region of a call: changes of interfaces by hand, and the calls that this server recorded. CloudTrail
 * records those that change something; calls that only read are left out.
 */
export function trailEvents({ account, region, caller, accessKeyId, now, recorded }: Call): readonly TrailEvent[] {
  const changes = account.tables.networkInterfaces.all().flatMap(({ id, subnetId, securityGroupIds, modifiedFrom }) =>
    modifiedFrom === undefined || account.tables.subnets.get(subnetId)?.region !== region
      ? []
      : {
          name: "ModifyNetworkInterfaceAttribute",
          source: "ec2.amazonaws.com",
          time: now - CHANGE_AGE,
          region,
          accountId: account.id,
          callerArn: caller.arn,
          accessKeyId,
          resources: [
            { type: "AWS::EC2::NetworkInterface", name: id },
            ...securityGroupIds.map((name) => ({ type: "AWS::EC2::SecurityGroup", name })),
          ],
          parameters: { networkInterfaceId: id, groupSet: { items: securityGroupIds.map((groupId) => ({ groupId })) } },
        },
  );
  return [...changes, ...recorded.filter((event) => event.region === region && event.accountId === account.id)];
}
