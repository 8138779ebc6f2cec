"""Compares the shapes of answers with those of moto, which others wrote: the members that boto3 finds in them, and their types.

usage: compare_with_moto.py URL

Prints as JSON the members that have another type, and those that only one of the servers has, for each operation that both answer.
"""

import io
import json
import sys
import zipfile

import boto3
from moto.server import ThreadedMotoServer

from read_account import CREDENTIALS, Reader, action_of


def main(url):
    server = ThreadedMotoServer(port=0, verbose=False)
    server.start()
    host, port = server.get_host_and_port()
    fill(f"http://127.0.0.1:{port}")
    here, there = shapes_of(url), shapes_of(f"http://127.0.0.1:{port}")
    server.stop()
    both = sorted(set(here) & set(there))
    result = {"compared": both, "types": [], "only here": [], "only in moto": []}
    for action in both:
        for path in sorted(set(here[action]) | set(there[action])):
            one, other = here[action].get(path), there[action].get(path)
            if one is None:
                result["only in moto"].append(f"{action} {path}")
            elif other is None:
                result["only here"].append(f"{action} {path}")
            elif one != other:
                result["types"].append(f"{action} {path}: {one}, in moto {other}")
    print(json.dumps(result))


def shapes_of(url):
    shapes = {}

    def collect(operation_model, parsed):
        paths = shapes.setdefault(action_of(operation_model), {})
        paths.update((path, kind) for path, kind in members_of(parsed) if not path.startswith("ResponseMetadata"))

    Reader(url, on_parsed=collect, tolerant=True).read()
    return shapes


def members_of(value, path=""):
    if isinstance(value, dict):
        for name, below in value.items():
            yield from members_of(below, f"{path}.{name}" if path else name)
    elif isinstance(value, list):
        for element in value:
            yield from members_of(element, f"{path}[]")
    else:
        yield path, "body" if hasattr(value, "read") else type(value).__name__


def fill(url):
    """Resources of the kinds that a seed file has."""
    client = lambda service: boto3.client(service, endpoint_url=url, **CREDENTIALS)
    ec2 = client("ec2")
    vpc = ec2.create_vpc(CidrBlock="10.0.0.0/16", AmazonProvidedIpv6CidrBlock=True)["Vpc"]["VpcId"]
    subnet = ec2.create_subnet(VpcId=vpc, CidrBlock="10.0.0.0/24")["Subnet"]["SubnetId"]
    group = ec2.create_security_group(VpcId=vpc, GroupName="web", Description="web")["GroupId"]
    ec2.create_network_interface(SubnetId=subnet, Groups=[group], Description="a database")
    role = client("iam").create_role(RoleName="seeded", AssumeRolePolicyDocument="{}")["Role"]["Arn"]
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w") as files:
        files.writestr("index.js", "")
    lambda_client = client("lambda")
    lambda_client.create_function(
        FunctionName="orders",
        Runtime="nodejs22.x",
        Handler="index.handler",
        Role=role,
        Code={"ZipFile": archive.getvalue()},
        Tags={"team": "shop"},
        VpcConfig={"SubnetIds": [subnet], "SecurityGroupIds": [group]},
        Publish=True,
    )
    lambda_client.create_alias(FunctionName="orders", Name="live", FunctionVersion="1")
    s3 = client("s3")
    s3.create_bucket(Bucket="states")
    s3.put_object(Bucket="states", Key="a state & more.json", Body=b"{}")
    efs = client("efs")
    file_system = efs.create_file_system(CreationToken="x")["FileSystemId"]
    efs.create_mount_target(FileSystemId=file_system, SubnetId=subnet, SecurityGroups=[group])


main(sys.argv[1])
