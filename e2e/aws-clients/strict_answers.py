"""Compares raw answers with botocore's models. Its parsers ignore what they do not know, and so hide mistakes."""

import json
import re
import xml.etree.ElementTree as ElementTree
from datetime import datetime

import cbor2

TIMESTAMP = re.compile(r"^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?Z$")


def problems_of(operation_model, body):
    """What of a successful answer the model of its operation does not have, or has with another type."""
    shape = operation_model.output_shape
    protocol = operation_model.service_model.resolved_protocol
    if shape is None:
        return []
    if protocol == "rest-xml":
        if "Body" in shape.members:
            return []
        root = ElementTree.fromstring(body)
        strip_namespaces(root)
        return list(xml_problems(shape, root, operation_model.name))
    if protocol in ("ec2", "query"):
        root = ElementTree.fromstring(body)
        strip_namespaces(root)
        if protocol == "ec2":
            return list(xml_problems(shape, root, operation_model.name, ignored={"requestId"}))
        result = root.find(operation_model.name + "Result")
        return list(xml_problems(shape, result, operation_model.name))
    if protocol == "smithy-rpc-v2-cbor":
        return list(json_problems(shape, cbor2.loads(body), operation_model.name))
    return list(json_problems(shape, json.loads(body or "{}"), operation_model.name))


def strip_namespaces(element):
    element.tag = element.tag.split("}")[-1]
    for child in element:
        strip_namespaces(child)


def xml_problems(shape, element, path, ignored=()):
    kind = shape.type_name
    if kind == "structure":
        members = {member.serialization.get("name", name): member for name, member in shape.members.items()}
        for child in element:
            if child.tag in ignored:
                continue
            if child.tag not in members:
                yield f"{path}: unknown element {child.tag}"
            elif members[child.tag].serialization.get("flattened"):
                yield from xml_problems(members[child.tag].member, child, f"{path}.{child.tag}[]")
            elif sum(other.tag == child.tag for other in element) > 1:
                yield f"{path}: {child.tag} is there more than once"
            else:
                yield from xml_problems(members[child.tag], child, f"{path}.{child.tag}")
    elif kind == "list":
        name = shape.member.serialization.get("name", "member")
        for child in element:
            if child.tag != name:
                yield f"{path}: an element of the list is {child.tag}, not {name}"
            else:
                yield from xml_problems(shape.member, child, f"{path}[]")
    elif len(element):
        yield f"{path}: a {kind} has elements"
    else:
        yield from scalar_problems(shape, element.text or "", path)


def scalar_problems(shape, text, path):
    kind = shape.type_name
    if kind in ("integer", "long") and not re.fullmatch(r"-?\d+", text):
        yield f"{path}: {text!r} is no {kind}"
    elif kind == "boolean" and text not in ("true", "false"):
        yield f"{path}: {text!r} is no boolean"
    elif kind == "timestamp" and not TIMESTAMP.fullmatch(text):
        yield f"{path}: {text!r} is no timestamp"
    elif getattr(shape, "enum", None) and text not in enumeration(shape):
        yield f"{path}: {text!r} is not in the enumeration"


def enumeration(shape):
    # EC2 writes the states of endpoints in lower case, as the examples of the AWS CLI show. Its model has them capitalized.
    return [value[:1].lower() + value[1:] for value in shape.enum] if shape.name == "State" else shape.enum


JSON_TYPES = {"string": str, "integer": int, "long": int, "double": (int, float), "float": (int, float), "boolean": bool}


def json_problems(shape, value, path):
    kind = shape.type_name
    if kind == "structure":
        if not isinstance(value, dict):
            yield f"{path}: is no object"
            return
        members = {member.serialization.get("name", name): member for name, member in shape.members.items()}
        for name in shape.required_members:
            if name not in value:
                yield f"{path}: the required {name} is absent"
        for name, below in value.items():
            if name not in members:
                yield f"{path}: unknown member {name}"
            else:
                yield from json_problems(members[name], below, f"{path}.{name}")
    elif kind == "list":
        if not isinstance(value, list):
            yield f"{path}: is no list"
            return
        for element in value:
            yield from json_problems(shape.member, element, f"{path}[]")
    elif kind == "map":
        for element in value.values():
            yield from json_problems(shape.value, element, f"{path}{{}}")
    elif kind == "timestamp":
        # Lambda declares its date as a string. The JSON protocols have seconds since 1970 otherwise, and CBOR has a tag.
        if isinstance(value, datetime):
            return
        if isinstance(value, bool) or not isinstance(value, (int, float)):
            yield f"{path}: {value!r} is no timestamp"
        else:
            datetime.fromtimestamp(value)
    elif not isinstance(value, JSON_TYPES[kind]) or (kind != "boolean" and isinstance(value, bool)):
        yield f"{path}: {value!r} is no {kind}"
    elif getattr(shape, "enum", None) and value not in shape.enum:
        yield f"{path}: {value!r} is not in the enumeration"
    elif kind == "string" and not fits(shape.metadata.get("pattern"), value):
        yield f"{path}: {value!r} does not match {shape.metadata['pattern']}"


def fits(pattern, value):
    try:
        return pattern is None or re.fullmatch(pattern, value) is not None
    except re.error:
        # Patterns are of Java, and some of them are not of Python.
        return True
