"""Prints as JSON what boto3 reads from a server, and where an answer differs from botocore's models.

usage: check_answers.py URL
"""

import json
import sys

from read_account import Reader, action_of
from strict_answers import problems_of


def main(url):
    problems, calls = set(), set()

    def check(operation_model, body):
        action = action_of(operation_model)
        calls.add(action)
        problems.update(f"{action} {problem}" for problem in problems_of(operation_model, body))

    reader = Reader(url, on_answer=check)
    found = reader.read()
    reader.delete_version(found["functions"])
    interfaces = [
        {
            "id": one["NetworkInterfaceId"],
            "subnet": one["SubnetId"],
            "groups": sorted(group["GroupId"] for group in one["Groups"]),
            "type": one["InterfaceType"],
        }
        for one in found["interfaces"]
    ]
    functions = [
        {"name": one["FunctionName"], "version": one["Version"], "subnets": one["VpcConfig"]["SubnetIds"], "groups": one["VpcConfig"]["SecurityGroupIds"]}
        for one in found["functions"]
    ]
    print(json.dumps({"problems": sorted(problems), "calls": sorted(calls), "interfaces": interfaces, "functions": functions}))


main(sys.argv[1])
