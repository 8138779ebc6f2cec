import { type Placement, placeInterfaces } from "../../account/address-consumers/placed-interfaces";
import { interfacesOf, removeInterfaces } from "../../account/interfaces/owned-interface";
import type { OwnedInterface } from "../../account/rows/address-consumer-rows";
import type { Account } from "../../account/store/account";
import type { Properties } from "../../property/value";
import type { ResourceType } from "../../resources/definition/resource-type";

/** The interfaces of a type that is otherwise passed through. */
export interface AddressConsumer {
  /** The interfaces of a resource with these properties. Undefined if it has none in the subnets of the program. */
  readonly place: (account: Account, owner: string, values: Properties) => Placement | undefined;
  /** Outputs that follow from its interfaces. */
  readonly outputs?: (interfaces: readonly OwnedInterface[]) => Properties;
}

/** The type, with interfaces that take addresses while a resource exists. */
export function withAddresses(type: ResourceType, { place, outputs }: AddressConsumer): ResourceType {
  const { create, describe, update, remove, token } = type;
  const ownerOf = (id: string): string => `${token} ${id}`;
  const reconcile = (account: Account, id: string, values: Properties): void => {
    const placement = place(account, ownerOf(id), values);
    if (placement === undefined) removeInterfaces(account, ownerOf(id));
    else placeInterfaces(account, ownerOf(id), placement);
  };
  return {
    ...type,
    create: (account, inputs) => {
      const result = create(account, inputs);
      reconcile(account, result.id, inputs);
      return result;
    },
    describe: (account, id, previous) => {
      const described = describe(account, id, previous);
      const interfaces = interfacesOf(account, ownerOf(id));
      return described === undefined || outputs === undefined || interfaces.length === 0
        ? described
        : { ...described, ...outputs(interfaces) };
    },
    update: (account, id, inputs, previous) => {
      const result = update?.(account, id, inputs, previous) ?? { id };
      reconcile(account, id, inputs);
      return result;
    },
    remove: (account, id, previous) => {
      remove(account, id, previous);
      removeInterfaces(account, ownerOf(id));
    },
  };
}
