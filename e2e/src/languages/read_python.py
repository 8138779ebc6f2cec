"""Reads a program on standard input and prints its statements as JSON. Only imports, assignments and calls are read."""

import ast
import json
import sys


def expression(node):
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return {"kind": "string", "text": node.value}
    if isinstance(node, ast.Constant) and isinstance(node.value, (int, float)):
        return {"kind": "number", "text": str(node.value)}
    if isinstance(node, (ast.Name, ast.Attribute)):
        return {"kind": "name", "text": ast.unparse(node)}
    if isinstance(node, ast.List):
        return {"kind": "list", "items": [expression(item) for item in node.elts]}
    if isinstance(node, ast.Dict):
        return {"kind": "dictionary", "entries": [[key.value, expression(value)] for key, value in zip(node.keys, node.values)]}
    if isinstance(node, ast.Call):
        keywords = [[keyword.arg, expression(keyword.value)] for keyword in node.keywords]
        return {"kind": "call", "of": ast.unparse(node.func), "positional": [expression(one) for one in node.args], "keywords": keywords}
    raise SystemExit(f"line {node.lineno}: not read here: {ast.unparse(node)}")


def statement(node):
    if isinstance(node, ast.Assign) and len(node.targets) == 1:
        return {"assigns": ast.unparse(node.targets[0]), "expression": expression(node.value)}
    if isinstance(node, ast.Expr):
        return {"expression": expression(node.value)}
    raise SystemExit(f"line {node.lineno}: not read here: {ast.unparse(node)}")


program = ast.parse(sys.stdin.read()).body
print(json.dumps([statement(node) for node in program if not isinstance(node, ast.Import)]))
