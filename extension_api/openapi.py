"""The API description, made from the types that validate: what it says is what is enforced."""

from __future__ import annotations

import re
from typing import Any

import msgspec
from flask import Flask
from msgspec import Struct

from extension_api.access import Access, Body, Caller, access_of
from extension_api.problems import PROBLEM_TYPE, PROBLEM_TYPES
from guard import __version__

_PARAMETER = re.compile(r"<(?:\w+:)?(\w+)>")


class _ValueProblem(Struct):
    pointer: str
    detail: str


class ProblemAnswer(Struct):
    """RFC 9457."""

    type: str
    title: str
    status: int
    detail: str
    instance: str
    errors: tuple[_ValueProblem, ...] = ()


def describe(app: Flask) -> dict[str, Any]:
    """OpenAPI 3.1 of every route under /v1."""
    routes = [
        (str(rule.rule), method.lower(), declared)
        for rule in app.url_map.iter_rules()
        if rule.rule.startswith("/v1/") and (declared := access_of(app, rule.endpoint)) is not None
        for method in sorted((rule.methods or set()) - {"HEAD", "OPTIONS"})
    ]
    used: set[type] = {ProblemAnswer}
    for _, _, declared in routes:
        used.update(each for each in (declared.request, declared.response) if each and issubclass(each, Struct))
    types = sorted(used, key=_name)
    schemas, components = msgspec.json.schema_components(types, ref_template="#/components/schemas/{name}")
    named = dict(zip(types, schemas, strict=True))
    paths: dict[str, Any] = {}
    for path, method, declared in routes:
        paths.setdefault(_PARAMETER.sub(r"{\1}", path), {})[method] = _operation(path, declared, named)
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "School Guard",
            "version": __version__,
            "description": "Offsets count UTF-16 units unless asked otherwise. Unknown fields are ignored.",
        },
        "paths": paths,
        "components": {
            "schemas": components,
            "securitySchemes": {"token": {"type": "http", "scheme": "bearer"}},
        },
    }


def _name(kind: type) -> str:
    return kind.__name__


def _operation(path: str, declared: Access, named: dict[type, dict[str, Any]]) -> dict[str, Any]:
    answer = named.get(declared.response, {"type": "object"}) if declared.response else {"type": "object"}
    operation: dict[str, Any] = {
        "summary": declared.summary,
        "responses": {
            str(declared.status): {"description": "Answer", "content": {"application/json": {"schema": answer}}},
            "default": {
                "description": "A problem: " + ", ".join(PROBLEM_TYPES),
                "content": {PROBLEM_TYPE: {"schema": named[ProblemAnswer]}},
            },
        },
        "security": [] if declared.caller is Caller.ANYBODY else [{"token": []}],
    }
    parameters = _PARAMETER.findall(path)
    if parameters:
        operation["parameters"] = [
            {"name": name, "in": "path", "required": True, "schema": {"type": "string"}} for name in parameters
        ]
    if declared.request is not None:
        operation["requestBody"] = _body({"application/json": {"schema": named[declared.request]}})
    elif declared.body is Body.PICTURE:
        operation["requestBody"] = _body({"image/*": {}, "application/octet-stream": {}})
    return operation


def _body(content: dict[str, Any]) -> dict[str, Any]:
    return {"required": True, "content": content}
