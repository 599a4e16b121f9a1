"""A built group as the TOML file that is committed."""

import json
import re
from typing import Any


def _value(value: Any) -> str:
    if isinstance(value, str) and "\n" in value:
        return "'''\n" + value + "'''"
    if isinstance(value, dict):
        return (
            "{ " + ", ".join(f"{_key(key)} = {_value(item)}" for key, item in value.items()) + " }"
        )
    if isinstance(value, list):
        return "[" + ", ".join(_value(item) for item in value) + "]"
    return json.dumps(value, ensure_ascii=False)


def _key(key: str) -> str:
    return key if re.fullmatch(r"[\w-]+", key, re.ASCII) else json.dumps(key, ensure_ascii=False)


def _table(name: str, rows: list[dict[str, Any]]) -> list[str]:
    out: list[str] = []
    for row in rows:
        out += ["", f"[[{name}]]"]
        out += [f"{_key(key)} = {_value(value)}" for key, value in row.items() if key != "carriers"]
        out += [line for line in _table(f"{name}.carriers", row.get("carriers", [])) if line]
    return out


def render(group: dict[str, Any]) -> str:
    """The group as the TOML file that is committed."""
    out = [
        "# Built by `python -m eval.reusebuild` from the part of the same name: change that one."
    ]
    out += [f"{key} = {_value(group[key])}" for key in ("note", "region", "plants")]
    out += ["", "[outlets]"]
    out += [f"{_key(name)} = {_value(about)}" for name, about in group["outlets"].items()]
    for name in ("reports", "passages", "pairs", "entries", "discrepancies"):
        out += _table(name, group[name])
    return "\n".join(out) + "\n"
