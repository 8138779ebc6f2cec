import { arn } from "../../account/store/arn";
import { AwsError } from "../../account/store/aws-error";
import { defaultSettings } from "../../account/store/simulation-settings";
import type { AnswerObject } from "../operation/answer";
import type { Call } from "../operation/call";
import { operation } from "../operation/operation";
import { pageOf } from "../operation/page";
import { requireParameter } from "../operation/parameters";
import type { Service } from "../operation/service";

interface Quota {
  readonly serviceCode: string;
  readonly serviceName: string;
  readonly code: string;
  readonly name: string;
  readonly byDefault: number;
  /** The granted value. */
  readonly granted: (call: Call) => number;
}

/** The quotas that the simulation keeps. */
const QUOTAS: readonly Quota[] = [
  {
    // docs/aws-facts.md#eni-quota
    serviceCode: "lambda",
    serviceName: "AWS Lambda",
    code: "L-9FEE3D26",
    name: "Elastic network interfaces per VPC",
    byDefault: defaultSettings.interfacesPerVpc,
    granted: ({ account }) => account.settings.interfacesPerVpc,
  },
];

const one = { ServiceCode: "text", QuotaCode: "text" } as const;
const page = { ServiceCode: "text", MaxResults: "integer", NextToken: "text" } as const;

const getServiceQuota = operation({
  name: "GetServiceQuota",
  parameters: one,
  answer: (call, input) => {
    const quota = find(input.ServiceCode, input.QuotaCode);
    // Some quotas have no applied value (docs/aws-facts.md#applied-quotas).
    if (call.organization.defaultQuotas) throw noSuchQuota(quota.serviceCode, quota.code);
    return { Quota: described(call, quota, quota.granted(call)) };
  },
});

const getDefaultServiceQuota = operation({
  name: "GetAWSDefaultServiceQuota",
  parameters: one,
  answer: (call, input) => {
    const quota = find(input.ServiceCode, input.QuotaCode);
    return { Quota: described(call, quota, quota.byDefault) };
  },
});

const listServiceQuotas = operation({
  name: "ListServiceQuotas",
  parameters: { ...page, QuotaCode: "text" },
  answer: (call, { ServiceCode, MaxResults = 100, NextToken, QuotaCode }) => {
    const wanted = requireParameter(ServiceCode, "ServiceCode");
    const quotas = QUOTAS.filter(({ serviceCode, code }) => serviceCode === wanted && (QuotaCode ?? code) === code);
    const { rows, nextToken } = pageOf(quotas, ({ code }) => code, { token: NextToken, size: Math.max(1, MaxResults) });
    return { Quotas: rows.map((quota) => described(call, quota, quota.granted(call))), NextToken: nextToken };
  },
});

export const serviceQuotasService: Service = {
  name: "servicequotas",
  protocols: ["json"],
  targetPrefix: "ServiceQuotasV20190624",
  operations: [getDefaultServiceQuota, getServiceQuota, listServiceQuotas],
  errorCodes: { invalidParameter: "IllegalArgumentException", throttled: "TooManyRequestsException" },
};

function find(serviceCode: string | undefined, quotaCode: string | undefined): Quota {
  const [service, wanted] = [requireParameter(serviceCode, "ServiceCode"), requireParameter(quotaCode, "QuotaCode")];
  const quota = QUOTAS.find(({ serviceCode: of, code }) => of === service && code === wanted);
  if (quota === undefined) throw noSuchQuota(service, wanted);
  return quota;
}

function noSuchQuota(service: string, wanted: string): AwsError {
  return new AwsError("NoSuchResourceException", `Simulated AWS has no quota ${wanted} of ${service} for this account.`);
}

function described({ account, region }: Call, { serviceCode, serviceName, code, name }: Quota, value: number): AnswerObject {
  return {
    ServiceCode: serviceCode,
    ServiceName: serviceName,
    QuotaArn: arn("servicequotas", region, account.id, `${serviceCode}/${code}`),
    QuotaCode: code,
    QuotaName: name,
    Value: value,
    Unit: "None",
    Adjustable: true,
    GlobalQuota: false,
  };
}
