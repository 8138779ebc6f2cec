import {
  type Assumptions,
  budgetSubnets,
  DEFAULT_ENIS_PER_VPC,
  type EniPlan,
  type FunctionProfile,
  functionProfiles,
  type Network,
  planEnis,
  resolveNetwork,
  type ResolvedNetwork,
  type SubnetBudget,
} from "@lambda-vpc/model";

/** One stack for all policies of a pack. Its plan and its budgets are computed once, when a policy first reads them. */
export class Analysis {
  private resolution: ResolvedNetwork | undefined;
  private planned: EniPlan | undefined;
  private profiles: readonly FunctionProfile[] | undefined;
  private budgeted: readonly SubnetBudget[] | undefined;

  constructor(
    readonly network: Network,
    readonly assumptions: Assumptions = noMargins,
  ) {}

  /** The network with its lists read as sets, shared by the plan and the budgets. */
  get resolved(): ResolvedNetwork {
    return (this.resolution ??= resolveNetwork(this.network));
  }

  get plan(): EniPlan {
    return (this.planned ??= planEnis(this.resolved));
  }

  get functions(): readonly FunctionProfile[] {
    return (this.profiles ??= functionProfiles(this.resolved));
  }

  get budgets(): readonly SubnetBudget[] {
    return (this.budgeted ??= budgetSubnets(this.resolved, this.plan, this.assumptions));
  }
}

/** The assumptions without a configuration: no growth, and AWS's default quota. */
const noMargins: Assumptions = { changeover: 0, growth: 0, connections: [], enisPerVpc: DEFAULT_ENIS_PER_VPC };
