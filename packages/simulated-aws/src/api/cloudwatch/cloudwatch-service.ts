import type { Service } from "../operation/service";
import { getMetricData } from "./get-metric-data";
import { listMetrics } from "./list-metrics";

export const cloudwatchService: Service = {
  name: "monitoring",
  actionPrefix: "cloudwatch",
  protocols: ["cbor", "json", "query"],
  xmlNamespace: "http://monitoring.amazonaws.com/doc/2010-08-01/",
  targetPrefix: "GraniteServiceVersion20100801",
  jsonVersion: "1.0",
  operations: [getMetricData, listMetrics],
  queryErrorTypes: {
    InvalidParameterValue: "InvalidParameterValueException",
    MissingParameter: "MissingRequiredParameterException",
  },
  errorCodes: { invalidParameter: "InvalidParameterValue" },
};
