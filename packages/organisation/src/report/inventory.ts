import { sqlText } from "../duckdb/session";
import type { Query } from "./report-document";

/** The setting `inventory` of the packs, for one Region of an account. */
export interface RegionInventory {
  /** ISO 8601, UTC. */
  readonly takenAt: string;
  readonly subnets: readonly InventoryRow[];
  readonly combinations: readonly { readonly subnetId: string; readonly securityGroupIds: readonly string[] }[];
}

interface InventoryRow {
  readonly id: string;
  readonly vpcId?: string;
  readonly cidrBlock?: string;
  readonly availabilityZone?: string;
  readonly availableAddresses?: number;
}

/** An inventory, with the day of its collection, and whether combinations may be missing. */
export interface CollectedInventory {
  readonly inventory: RegionInventory;
  readonly day: string;
  readonly isComplete: boolean;
}

/** What the packs read about one Region of an account. Undefined if it was never collected. */
export async function readInventory(account: string, region: string, query: Query): Promise<CollectedInventory | undefined> {
  const here = `account = ${sqlText(account)} AND region = ${sqlText(region)}`;
  const { rows } = await query(`SELECT day, functions_complete FROM completeness WHERE ${here}`);
  const [[day, isComplete] = []] = rows;
  if (typeof day !== "string") return undefined;
  const collection = await query(`SELECT collected_at FROM collections WHERE ${here} AND day = ${sqlText(day)}`);
  const [[takenAt] = []] = collection.rows;
  const subnets = await query(
    `SELECT subnet, vpc, cidr_block, zone, available_addresses FROM subnets WHERE ${here} AND day = ${sqlText(day)} ORDER BY subnet`,
  );
  // Lambda removes the interfaces of an idle function, so its combinations have none.
  const held = await query(
    `SELECT DISTINCT subnet, security_group_set FROM attachments WHERE ${here} AND NOT inactive ORDER BY subnet, security_group_set`,
  );
  return {
    day,
    isComplete: isComplete === true,
    inventory: {
      takenAt: String(takenAt),
      subnets: subnets.rows.map(([subnet, vpc, range, zone, available]) => ({
        id: String(subnet),
        ...(typeof vpc === "string" ? { vpcId: vpc } : {}),
        ...(typeof range === "string" ? { cidrBlock: range } : {}),
        ...(typeof zone === "string" ? { availabilityZone: zone } : {}),
        ...(typeof available === "number" ? { availableAddresses: available } : {}),
      })),
      combinations: held.rows.map(([subnet, set]) => ({ subnetId: String(subnet), securityGroupIds: String(set).split(" + ") })),
    },
  };
}
