import type { Rules, Subject } from "../subject";

const API_HOST = "{apiId}.execute-api.{region}.amazonaws.com";
const REST_HOST = "{restApi}.execute-api.{region}.amazonaws.com";

/** The ARN of the function that a property names or whose ARN it holds. */
const functionArn = ({ text, region, accountId }: Subject): string => {
  const name = text("functionName");
  return name.startsWith("arn:") ? name : `arn:aws:lambda:${region}:${accountId}:function:${name}`;
};

/** The ARN of an event rule: on a custom bus it names the bus (docs/aws-facts.md#arn-formats). */
const eventRuleArn = ({ text, name, region, accountId }: Subject): string => {
  const bus = text("eventBusName").split("/").at(-1) ?? "";
  return `arn:aws:events:${region}:${accountId}:rule/${bus === "" || bus === "default" ? "" : `${bus}/`}${name}`;
};

/**
 * APIs, events, queues and what calls functions. Formats: docs/aws-facts.md#arn-formats and
 * docs/aws-facts.md#provider-fields.
 */
export const applicationTypes: { readonly [token: string]: Rules } = {
  "aws:lambda/functionUrl:FunctionUrl": {
    functionArn,
    urlId: "{alnum:32}",
    functionUrl: "https://{urlId}.lambda-url.{region}.on.aws/",
  },
  "aws:lambda/eventSourceMapping:EventSourceMapping": {
    id: "{uuid}",
    uuid: "{uuid}",
    arn: "arn:aws:lambda:{region}:{account}:event-source-mapping:{uuid}",
    functionArn,
    state: "Enabled",
    lastProcessingResult: "No records processed",
    stateTransitionReason: "USER_INITIATED",
  },
  "aws:lambda/permission:Permission": { id: "{statementId}", statementId: "{name}-{hex:7}" },
  "aws:lambda/layerVersion:LayerVersion": {
    id: "{arn}",
    arn: "{layerArn}:1",
    layerArn: "arn:aws:lambda:{region}:{account}:layer:{layerName}",
    version: "1",
  },
  "aws:lambda/functionEventInvokeConfig:FunctionEventInvokeConfig": { id: "{functionName}" },
  "aws:lambda/provisionedConcurrencyConfig:ProvisionedConcurrencyConfig": { id: "{functionName},{qualifier}" },
  "aws:lambda/codeSigningConfig:CodeSigningConfig": {
    configId: "csc-{hex:17}",
    arn: "arn:aws:lambda:{region}:{account}:code-signing-config:{configId}",
  },
  "aws:apigatewayv2/api:Api": {
    id: "{alnum:10}",
    arn: "arn:aws:apigateway:{region}::/apis/{id}",
    apiEndpoint: ({ text, id, region }) =>
      `${text("protocolType") === "WEBSOCKET" ? "wss" : "https"}://${id}.execute-api.${region}.amazonaws.com`,
    executionArn: "arn:aws:execute-api:{region}:{account}:{id}",
    apiKeySelectionExpression: "$request.header.x-api-key",
    routeSelectionExpression: "$request.method $request.path",
    ipAddressType: "ipv4",
  },
  "aws:apigatewayv2/stage:Stage": {
    id: "{name}",
    arn: "arn:aws:apigateway:{region}::/apis/{apiId}/stages/{name}",
    executionArn: "arn:aws:execute-api:{region}:{account}:{apiId}/{name}",
    invokeUrl: ({ text, name, region }) =>
      `https://${text("apiId")}.execute-api.${region}.amazonaws.com/${name === "$default" ? "" : name}`,
    deploymentId: "{alnum:6}",
  },
  "aws:apigatewayv2/integration:Integration": { id: "{alnum:7}", integrationResponseSelectionExpression: "" },
  "aws:apigatewayv2/route:Route": { id: "{alnum:7}" },
  "aws:apigatewayv2/authorizer:Authorizer": { id: "{alnum:6}" },
  "aws:apigatewayv2/deployment:Deployment": { id: "{alnum:6}" },
  "aws:apigatewayv2/vpcLink:VpcLink": { id: "{alnum:6}", arn: "arn:aws:apigateway:{region}::/vpclinks/{id}" },
  "aws:apigatewayv2/domainName:DomainName": {
    id: "{domainName}",
    arn: "arn:aws:apigateway:{region}::/domainnames/{domainName}",
    apiMappingSelectionExpression: "$request.basepath",
  },
  "aws:apigateway/restApi:RestApi": {
    id: "{alnum:10}",
    arn: "arn:aws:apigateway:{region}::/restapis/{id}",
    executionArn: "arn:aws:execute-api:{region}:{account}:{id}",
    rootResourceId: "{alnum:11}",
  },
  "aws:apigateway/resource:Resource": { id: "{alnum:6}", path: "/{pathPart}" },
  "aws:apigateway/method:Method": { id: "agm-{restApi}-{resourceId}-{httpMethod}" },
  "aws:apigateway/integration:Integration": { id: "agi-{restApi}-{resourceId}-{httpMethod}" },
  "aws:apigateway/deployment:Deployment": {
    id: "{alnum:6}",
    executionArn: "arn:aws:execute-api:{region}:{account}:{restApi}/",
    invokeUrl: `https://${REST_HOST}/`,
  },
  "aws:apigateway/stage:Stage": {
    id: "ags-{restApi}-{stageName}",
    arn: "arn:aws:apigateway:{region}::/restapis/{restApi}/stages/{stageName}",
    executionArn: "arn:aws:execute-api:{region}:{account}:{restApi}/{stageName}",
    invokeUrl: `https://${REST_HOST}/{stageName}`,
    webAclArn: "",
  },
  "aws:apigateway/authorizer:Authorizer": { id: "{alnum:6}", arn: "arn:aws:apigateway:{region}::/restapis/{restApi}/authorizers/{id}" },
  "aws:apigateway/apiKey:ApiKey": { id: "{alnum:10}", arn: "arn:aws:apigateway:{region}::/apikeys/{id}", value: "{alnum:40}" },
  "aws:apigateway/usagePlan:UsagePlan": { id: "{alnum:6}", arn: "arn:aws:apigateway:{region}::/usageplans/{id}" },
  "aws:apigateway/vpcLink:VpcLink": { id: "{alnum:6}", arn: "arn:aws:apigateway:{region}::/vpclinks/{id}" },
  "aws:appsync/graphQLApi:GraphQLApi": {
    id: "{alnum:26}",
    arn: "arn:aws:appsync:{region}:{account}:apis/{id}",
    uris: ({ id, region }) => ({
      GRAPHQL: `https://${id}.appsync-api.${region}.amazonaws.com/graphql`,
      REALTIME: `wss://${id}.appsync-realtime-api.${region}.amazonaws.com/graphql`,
    }),
  },
  "aws:sqs/queue:Queue": {
    id: "{url}",
    arn: "arn:aws:sqs:{region}:{account}:{name}",
    url: "https://sqs.{region}.amazonaws.com/{account}/{name}",
    sqsManagedSseEnabled: ({ text }) => text("kmsMasterKeyId") === "",
  },
  "aws:sqs/queuePolicy:QueuePolicy": { id: "{queueUrl}" },
  "aws:sns/topic:Topic": { id: "{arn}", arn: "arn:aws:sns:{region}:{account}:{name}", owner: "{account}" },
  "aws:sns/topicSubscription:TopicSubscription": { id: "{arn}", arn: "{topic}:{uuid}", ownerId: "{account}" },
  "aws:cloudwatch/eventRule:EventRule": { id: "{name}", arn: eventRuleArn },
  "aws:cloudwatch/eventBus:EventBus": { id: "{name}", arn: "arn:aws:events:{region}:{account}:event-bus/{name}" },
  "aws:cloudwatch/eventTarget:EventTarget": { id: "{rule}-{targetId}", targetId: "{name}-{hex:7}" },
  "aws:cloudwatch/eventApiDestination:EventApiDestination": {
    id: "{name}",
    arn: "arn:aws:events:{region}:{account}:api-destination/{name}/{uuid}",
  },
  "aws:cloudwatch/eventConnection:EventConnection": {
    id: "{name}",
    arn: "arn:aws:events:{region}:{account}:connection/{name}/{uuid}",
  },
  "aws:cloudwatch/metricAlarm:MetricAlarm": { id: "{name}", arn: "arn:aws:cloudwatch:{region}:{account}:alarm:{name}" },
  "aws:cloudwatch/dashboard:Dashboard": { id: "{dashboardName}", dashboardArn: "arn:aws:cloudwatch::{account}:dashboard/{dashboardName}" },
  "aws:scheduler/schedule:Schedule": {
    id: ({ text, name }) => `${text("groupName") || "default"}/${name}`,
    groupName: "default",
    arn: ({ text, name, region, accountId }) =>
      `arn:aws:scheduler:${region}:${accountId}:schedule/${text("groupName") || "default"}/${name}`,
  },
  "aws:scheduler/scheduleGroup:ScheduleGroup": { id: "{name}", arn: "arn:aws:scheduler:{region}:{account}:schedule-group/{name}" },
  "aws:pipes/pipe:Pipe": { id: "{name}", arn: "arn:aws:pipes:{region}:{account}:pipe/{name}" },
  "aws:sfn/stateMachine:StateMachine": {
    id: "{arn}",
    arn: "arn:aws:states:{region}:{account}:stateMachine:{name}",
    stateMachineVersionArn: "{arn}:1",
    type: "STANDARD",
  },
  "aws:sfn/activity:Activity": { id: "{arn}", arn: "arn:aws:states:{region}:{account}:activity:{name}" },
  "aws:mq/broker:Broker": {
    id: "b-{uuid}",
    arn: "arn:aws:mq:{region}:{account}:broker:{brokerName}:{id}",
  },
  "aws:ses/emailIdentity:EmailIdentity": { id: "{email}", arn: "arn:aws:ses:{region}:{account}:identity/{email}" },
  "aws:servicediscovery/privateDnsNamespace:PrivateDnsNamespace": {
    id: "ns-{alnum:16}",
    arn: "arn:aws:servicediscovery:{region}:{account}:namespace/{id}",
    hostedZone: "Z{UPPER:20}",
  },
  "aws:servicediscovery/service:Service": { id: "srv-{alnum:16}", arn: "arn:aws:servicediscovery:{region}:{account}:service/{id}" },
  "aws:apigatewayv2/apiMapping:ApiMapping": { id: "{alnum:6}" },
  "aws:apigatewayv2/routeResponse:RouteResponse": { id: "{alnum:7}" },
  "aws:apigatewayv2/integrationResponse:IntegrationResponse": { id: "{alnum:7}" },
  "aws:apigateway/domainName:DomainName": {
    id: "{domainName}",
    arn: "arn:aws:apigateway:{region}::/domainnames/{domainName}",
    cloudfrontDomainName: "d{alnum:13}.cloudfront.net",
    regionalDomainName: `d-{alnum:10}.${API_HOST.slice(API_HOST.indexOf("execute"))}`,
  },
};
