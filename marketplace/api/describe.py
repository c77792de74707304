"""Describe a resource for OpenAPI out of its declaration: answers, parameters, examples."""

import re
from typing import Any

from fastapi import FastAPI
from fastapi.routing import APIRoute
from pydantic import BaseModel, TypeAdapter, create_model
from pydantic import Field as Member

from marketplace.api.kind import Kind
from marketplace.api.resource import MOST, PAGE, Filter, Resource


class Problem(BaseModel):
    """What is said of a failure (RFC 9457)."""

    type: str = Member(examples=["urn:atelier:problem:fields-unacceptable"])
    title: str
    status: int
    detail: str


PROBLEM = {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}}
HEADERS = {
    "ETag": {"schema": {"type": "string"}, "description": "Send it back as If-None-Match."},
    "Last-Block": {
        "schema": {"type": "integer"},
        "description": "The newest block that the index held when this was read.",
    },
}


def operation_id(route: APIRoute) -> str:
    """What clients call an operation: its method and path, such as `get_works_cid`."""
    words = re.findall(r"[a-z0-9]+", route.path_format.removeprefix("/api/v1"))
    return "_".join([min(route.methods or ("any",)).lower(), *words])


def install(app: FastAPI) -> None:
    """Have every failure described as what it is: a problem of RFC 9457."""
    plain = app.openapi

    def described() -> dict[str, Any]:
        if app.openapi_schema is None:
            _mend(plain())
        return plain()

    app.openapi = described  # type: ignore[method-assign]


def _mend(schema: dict[str, Any]) -> None:
    """The framework's own words for unreadable fields are not ours."""
    known = schema.setdefault("components", {}).setdefault("schemas", {})
    known["Problem"] = Problem.model_json_schema()
    known["SimilarWork"] = {
        "allOf": [
            {"$ref": "#/components/schemas/Work"},
            {
                "type": "object",
                "required": ["distance"],
                "properties": {
                    "distance": {"type": "number", "description": "0 is the same, 1 unlike."}
                },
            },
        ]
    }
    for name in ("HTTPValidationError", "ValidationError"):
        known.pop(name, None)
    for methods in schema["paths"].values():
        for operation in methods.values():
            if "HTTPValidationError" in str(operation["responses"].get("422")):
                told = {"description": "Not acceptable.", "content": PROBLEM}
                operation["responses"]["422"] = told


def row_of(resource: Resource) -> type[BaseModel]:
    """What one row looks like; with `fields` all but the key may be left out."""
    members: dict[str, Any] = {}
    for field in resource.every:
        shape = field.kind.type | None if field.may_be_null else field.kind.type
        told = Member(
            default=... if field is resource.key else None,
            description=field.help or None,
            examples=[field.kind.example],
        )
        members[field.name] = (shape, told)
    return create_model(_name(resource.one), __doc__=f"One {resource.one}.", **members)


def page_of(resource: Resource, row: type[BaseModel]) -> type[BaseModel]:
    """A page of rows, and the cursor of the one after it."""
    next_page = Member(description="The `cursor` of the next page; null on the last one.")
    members: dict[str, Any] = {
        resource.name: (list[row], ...),  # type: ignore[valid-type]
        "next": (str | None, next_page),
    }
    made: type[BaseModel] = create_model(
        f"{_name(resource.name)}Page", __doc__=f"A page of {resource.name}.", **members
    )
    return made


def parameters(resource: Resource) -> list[dict[str, Any]]:
    """All that a list may be asked."""
    names = [sort.name for sort in resource.sorts]
    return [
        *(_of_filter(one) for one in resource.filters),
        _parameter("sort", "The order.", {"type": "string", "enum": names, "default": names[0]}),
        _fields(resource),
        _parameter(
            "ids",
            f"Only these, at most {MOST}, with commas between.",
            {"type": "string", "pattern": _ids(resource.key.kind)},
            _asked_example(resource.key.kind),
        ),
        _parameter(
            "limit",
            "How many rows a page has.",
            {"type": "integer", "minimum": 1, "maximum": MOST, "default": PAGE},
            10,
        ),
        _parameter("cursor", "Where to go on: the `next` of the page before.", {"type": "string"}),
    ]


def parameters_of_one(resource: Resource) -> list[dict[str, Any]]:
    """What one row may be asked by."""
    path = {
        "name": "id",
        "in": "path",
        "required": True,
        "schema": _schema(resource.key.kind),
        "example": _asked_example(resource.key.kind),
    }
    return [path, _fields(resource)]


def responses(model: type[BaseModel], *more: int) -> dict[int | str, dict[str, Any]]:
    """What may be answered."""
    told: dict[int | str, dict[str, Any]] = {
        200: {"model": model, "headers": HEADERS, "description": "As of `Last-Block`."},
        304: {"description": "Nothing changed since the answer that If-None-Match names."},
        422: {"content": PROBLEM, "description": "A parameter that cannot be, by its name."},
        503: {"content": PROBLEM, "description": "The database does not answer; try again."},
    }
    told |= {status: {"content": PROBLEM, "description": _SAID[status]} for status in more}
    return told


def similar() -> dict[int | str, dict[str, Any]]:
    """Works as lists show them, and how far each is."""
    works = {"type": "array", "items": {"$ref": "#/components/schemas/SimilarWork"}}
    schema = {"type": "object", "required": ["works"], "properties": {"works": works}}
    told = responses(BaseModel, 404)
    told[200] = {
        "headers": HEADERS,
        "description": "As of `Last-Block`.",
        "content": {"application/json": {"schema": schema}},
    }
    return told


def csv() -> dict[int | str, dict[str, Any]]:
    """A file of rows, the first their names."""
    told = responses(BaseModel)
    told[200] = {
        "headers": HEADERS,
        "description": "As of `Last-Block`; amounts in the currency's smallest unit.",
        "content": {"text/csv": {"schema": {"type": "string"}}},
    }
    return told


_SAID = {
    400: "Something that is no cursor of this list.",
    404: "The index has no such row now.",
}


def _of_filter(one: Filter) -> dict[str, Any]:
    if one.kind is None:
        schema: dict[str, Any] = {"type": "string", "enum": [*one.choices]}
    else:
        schema = _schema(one.kind)
    if one.default is not None:
        schema["default"] = one.default
    return _parameter(
        one.name, one.help, schema, one.example or (one.kind and _asked_example(one.kind))
    )


def _fields(resource: Resource) -> dict[str, Any]:
    names = [field.name for field in resource.every]
    return _parameter(
        "fields",
        f"Only these members, with commas between: {', '.join(names)}. `{names[0]}` always comes.",
        {"type": "string", "pattern": f"^({'|'.join(names)})(,({'|'.join(names)})){{0,40}}$"},
        ",".join(names[:2]),
    )


def _parameter(
    name: str, help_: str, schema: dict[str, Any], example: Any = None
) -> dict[str, Any]:
    told = {"name": name, "in": "query", "description": help_, "schema": schema}
    return told if example is None else {**told, "example": example}


def _schema(kind: Kind) -> dict[str, Any]:
    schema = TypeAdapter(kind.type).json_schema()
    if schema.get("type") == "integer":
        schema |= {"minimum": 0, "maximum": 2**53 - 1}
    return {**schema, "pattern": kind.asked} if kind.asked else schema


def _ids(kind: Kind) -> str:
    """The pattern of a few ids with commas between; fewer here than are taken."""
    one = str(_schema(kind).get("pattern", "^[0-9]{1,15}$"))[1:-1]
    return f"^{one}(,{one}){{0,9}}$"


def _asked_example(kind: Kind) -> Any:
    """An example that the pattern of a question holds."""
    example = kind.example
    return example.lower() if kind.asked.startswith("^0x") else example


def _name(words: str) -> str:
    return "".join(word.capitalize() for word in words.split("_"))
