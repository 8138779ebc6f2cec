import { servePack } from "@lambda-vpc/policy-kit/serve";
import { lambdaVpc } from "./index";

servePack(lambdaVpc);
