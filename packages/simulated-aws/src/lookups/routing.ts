import type { Account } from "../account/store/account";
import { mainAssociationId } from "../account/vpc/main-route-table";
import { knownValues, requiredText, text, texts } from "../property/read";
import type { Properties } from "../property/value";
import { internetGateway } from "../resources/vpc/internet-gateway";
import { routeTable } from "../resources/vpc/route-table";
import { candidates } from "./candidates";
import { type Candidate, matching, singleMatch } from "./filter";
import type { Lookup } from "./lookup";

const TABLE_FILTERS = {
  "route-table-id": "id",
  "vpc-id": "vpcId",
  "association.subnet-id": "subnetIds",
  "association.main": "main",
  "owner-id": "ownerId",
};
const GATEWAY_FILTERS = { "internet-gateway-id": "id", "attachment.vpc-id": "vpcIds", "owner-id": "ownerId" };

/** As in EC2, a subnet that uses the main table of its VPC is not found by its subnet id. */
export const getRouteTable: Lookup = (account, inputs) => {
  const subnetId = text(inputs, "subnetId");
  const tables = routeTables(account, inputs).filter((one) => subnetId === undefined || texts(one, "subnetIds").includes(subnetId));
  const wanted: Properties = { ...inputs, id: inputs["routeTableId"] ?? null };
  const found = singleMatch("Route Table", matching(tables, inputs, TABLE_FILTERS), wanted, ["id", "vpcId"]);
  const described = knownValues(found, ["arn", "associations", "id", "ownerId", "routes", "tags", "vpcId"]);
  return { ...described, ...requestFields(inputs), routeTableId: found["id"] ?? null, subnetId: subnetId ?? "", gatewayId: "" };
};

export const getRouteTables: Lookup = (account, inputs) => {
  const vpcId = text(inputs, "vpcId");
  const found = matching(routeTables(account, inputs), inputs, TABLE_FILTERS).filter((one) => (vpcId ?? one["vpcId"]) === one["vpcId"]);
  const ids = found.map(({ id = null }) => id).sort();
  return { id: requiredText(inputs, "region"), ids, vpcId: vpcId ?? null, tags: inputs["tags"] ?? {}, ...requestFields(inputs) };
};

export const getInternetGateway: Lookup = (account, inputs) => {
  const gateways = candidates(account, inputs, internetGateway, () => account.tables.internetGateways.all()).map((one): Candidate => {
    const vpcIds = [text(one, "vpcId") ?? []].flat();
    return { ...one, vpcIds, attachments: vpcIds.map((vpcId) => ({ state: "available", vpcId })) };
  });
  const wanted: Properties = { ...inputs, id: inputs["internetGatewayId"] ?? null };
  const found = singleMatch("Internet Gateway", matching(gateways, inputs, GATEWAY_FILTERS), wanted, ["id"]);
  return {
    ...knownValues(found, ["arn", "attachments", "id", "ownerId", "tags"]),
    ...requestFields(inputs),
    internetGatewayId: found["id"] ?? null,
  };
};

function routeTables(account: Account, inputs: Properties): readonly Candidate[] {
  const { routeTableAssociations, vpcs } = account.tables;
  return candidates(account, inputs, routeTable, () => account.tables.routeTables.all()).map((one): Candidate => {
    const routeTableId = requiredText(one, "id");
    const associations = routeTableAssociations.where("table", routeTableId);
    const ofMain = [vpcs.get(requiredText(one, "vpcId")) ?? []].flat().filter(({ mainRouteTableId }) => mainRouteTableId === routeTableId);
    return {
      ...one,
      associations: [
        ...ofMain.map((vpc) => ({ id: mainAssociationId(vpc), subnetId: "", gatewayId: "", main: true })),
        ...associations.map(({ id, subnetId = "", gatewayId = "" }) => ({ id, subnetId, gatewayId, main: false })),
      ].map(({ id, ...others }) => ({ ...others, routeTableAssociationId: id, routeTableId })),
      main: ofMain.length > 0,
      subnetIds: associations.flatMap(({ subnetId = [] }) => subnetId),
    };
  });
}

function requestFields({ region = null, filters = null }: Properties): Properties {
  return { region, filters };
}
