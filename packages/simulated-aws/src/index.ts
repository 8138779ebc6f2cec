export { serve, type Serving } from "./provider/serve";
