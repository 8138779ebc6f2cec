"""Reads an account with boto3, by every operation that simulated AWS answers."""

from datetime import datetime, timedelta, timezone

import boto3
from botocore.config import Config
from botocore.exceptions import ClientError

REGION = "us-east-1"
CREDENTIALS = {"aws_access_key_id": "AKIASIMULATED", "aws_secret_access_key": "simulated", "region_name": REGION}


class Reader:
    """Calls operations of one server. `on_answer` gets the model of each call and its raw answer, `on_parsed` the parsed one."""

    def __init__(self, url, on_answer=None, on_parsed=None, tolerant=False):
        self.url, self.on_answer, self.on_parsed, self.tolerant = url, on_answer, on_parsed, tolerant
        self.session = boto3.Session(**CREDENTIALS)
        self.clients = {}

    def client(self, service):
        if service not in self.clients:
            # Repetitions are for a server that throttles.
            client = self.session.client(service, endpoint_url=self.url, config=Config(retries={"mode": "standard", "max_attempts": 5}))
            client.meta.events.register("before-parse.*.*", self.before_parse)
            client.meta.events.register("after-call.*.*", self.after_call)
            self.clients[service] = client
        return self.clients[service]

    def before_parse(self, operation_model, response_dict, **_):
        if self.on_answer and response_dict["status_code"] < 300:
            self.on_answer(operation_model, response_dict["body"])

    def after_call(self, http_response, parsed, model, **_):
        if self.on_parsed and http_response.status_code < 300:
            self.on_parsed(model, parsed)

    def one(self, service, operation, **arguments):
        try:
            return getattr(self.client(service), operation)(**arguments)
        except ClientError:
            if not self.tolerant:
                raise
            return {}

    def every(self, service, operation, key, **arguments):
        """All items of an operation with pages."""
        try:
            pages = self.client(service).get_paginator(operation).paginate(**arguments)
            return [item for page in pages for item in page.get(key, [])]
        except ClientError:
            if not self.tolerant:
                raise
            return []

    def read(self):
        """What the account has. Each listing of EC2 has pages of the least size."""
        small = {"PaginationConfig": {"PageSize": 5}}
        found = {
            "interfaces": self.every("ec2", "describe_network_interfaces", "NetworkInterfaces", **small),
            "subnets": self.every("ec2", "describe_subnets", "Subnets", **small),
            "vpcs": self.every("ec2", "describe_vpcs", "Vpcs", **small),
            "groups": self.every("ec2", "describe_security_groups", "SecurityGroups", **small),
            "rules": self.every("ec2", "describe_security_group_rules", "SecurityGroupRules", **small),
            "functions": self.every("lambda", "list_functions", "Functions", FunctionVersion="ALL"),
            "quota": self.one("service-quotas", "get_service_quota", ServiceCode="lambda", QuotaCode="L-9FEE3D26"),
            "caller": self.one("sts", "get_caller_identity"),
        }
        self.read_network(small)
        for name in sorted({function["FunctionName"] for function in found["functions"]}):
            self.read_function(name)
        self.every("lambda", "list_event_source_mappings", "EventSourceMappings")
        self.one("lambda", "get_account_settings")
        self.one("service-quotas", "get_aws_default_service_quota", ServiceCode="lambda", QuotaCode="L-9FEE3D26")
        self.every("service-quotas", "list_service_quotas", "Quotas", ServiceCode="lambda")
        for file_system in self.every("efs", "describe_file_systems", "FileSystems"):
            for target in self.every("efs", "describe_mount_targets", "MountTargets", FileSystemId=file_system["FileSystemId"]):
                self.one("efs", "describe_mount_target_security_groups", MountTargetId=target["MountTargetId"])
        for role in sorted({function["Role"] for function in found["functions"]})[:1]:
            self.one("sts", "assume_role", RoleArn=role, RoleSessionName="audit")
        self.every("organizations", "list_accounts", "Accounts")
        self.read_configuration()
        self.read_events()
        for one in self.every("s3", "list_objects_v2", "Contents", Bucket="states"):
            self.one("s3", "get_object", Bucket="states", Key=one["Key"])
        return found

    def read_configuration(self):
        """What AWS Config records, and the aggregator that collects it."""
        aggregator = {"ConfigurationAggregatorName": "simulated"}
        self.one("config", "describe_configuration_recorders")
        self.every("config", "describe_configuration_aggregators", "ConfigurationAggregators")
        self.every("config", "describe_configuration_aggregator_sources_status", "AggregatedSourceStatusList", **aggregator)
        self.one("config", "get_aggregate_discovered_resource_counts", GroupByKey="RESOURCE_TYPE", **aggregator)
        query = "SELECT *, configuration.vpcConfig.subnetIds WHERE resourceType LIKE 'AWS::%'"
        self.every("config", "select_aggregate_resource_config", "Results", Expression=query, **aggregator)

    def read_events(self):
        """Invocations of the last day, and what CloudTrail recorded."""
        end = datetime.now(timezone.utc)
        day = {"StartTime": end - timedelta(days=1), "EndTime": end}
        metrics = self.every("cloudwatch", "list_metrics", "Metrics", Namespace="AWS/Lambda", MetricName="Invocations")
        queries = [{"Id": f"m{index}", "MetricStat": {"Metric": metric, "Period": 3600, "Stat": "Sum"}} for index, metric in enumerate(metrics)]
        if queries:
            self.every("cloudwatch", "get_metric_data", "MetricDataResults", MetricDataQueries=queries, **day)
        self.every("cloudtrail", "lookup_events", "Events", **day)

    def delete_version(self, functions):
        """Deletes a version that no alias names, the only call that changes the account. The server deletes versions only."""
        for one in functions:
            name, version = one["FunctionName"], one["Version"]
            if version != "$LATEST" and not self.every("lambda", "list_aliases", "Aliases", FunctionName=name):
                self.one("lambda", "delete_function", FunctionName=name, Qualifier=version)

    def read_network(self, small):
        self.every("ec2", "describe_route_tables", "RouteTables", **small)
        self.every("ec2", "describe_vpc_endpoints", "VpcEndpoints", **small)
        self.one("ec2", "describe_regions", AllRegions=True)
        self.one("ec2", "describe_availability_zones")
        for prefix_list in self.every("ec2", "describe_managed_prefix_lists", "PrefixLists"):
            self.one("ec2", "get_managed_prefix_list_entries", PrefixListId=prefix_list["PrefixListId"])

    def read_function(self, name):
        function = self.one("lambda", "get_function", FunctionName=name)
        self.one("lambda", "get_function_configuration", FunctionName=name)
        if "Configuration" in function:
            self.one("lambda", "list_tags", Resource=function["Configuration"]["FunctionArn"])
        self.every("lambda", "list_versions_by_function", "Versions", FunctionName=name)
        self.every("lambda", "list_aliases", "Aliases", FunctionName=name)
        self.every("lambda", "list_provisioned_concurrency_configs", "ProvisionedConcurrencyConfigs", FunctionName=name)


def action_of(operation_model):
    """As in IAM, such as `ec2:DescribeVpcs`."""
    signing_name = operation_model.service_model.signing_name
    return f"{ACTION_PREFIXES.get(signing_name, signing_name)}:{ACTION_NAMES.get(operation_model.name, operation_model.name)}"


# Where IAM has another name than signatures.
ACTION_PREFIXES = {"monitoring": "cloudwatch"}
ACTION_NAMES = {"ListObjectsV2": "ListBucket"}
