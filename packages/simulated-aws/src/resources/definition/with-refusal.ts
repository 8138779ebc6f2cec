import type { Account } from "../../account/store/account";
import type { Properties } from "../../property/value";
import type { ResourceType } from "./resource-type";

/** Throws `AwsError` for inputs that AWS refuses. */
export type Refusal = (account: Account, inputs: Properties) => void;

/** The type, with each creation and update refused that `refuse` refuses. */
export function withRefusal(type: ResourceType, refuse: Refusal): ResourceType {
  const { create, update } = type;
  return {
    ...type,
    create: (account, inputs) => {
      refuse(account, inputs);
      return create(account, inputs);
    },
    ...(update && {
      update: (account, id, inputs, outputs) => {
        refuse(account, inputs);
        return update(account, id, inputs, outputs);
      },
    }),
  };
}
