"""JSON and YAML: the trees of Python's parser and of PyYAML."""

import json
import re

import yaml

from blocks import commonmark_parts
from elements import html_parts
from parts import Part, Unreadable


def string_parts(value, place):
    """A string of a data file, which may hold HTML or Markdown."""
    return html_parts(value, place) if value.lstrip().startswith("<") else commonmark_parts(value.encode(), place)


class Pairs(list):
    """An object's keys and values: a dictionary would lose their order and doubled keys."""


def json_parts(data):
    def walk(value, place):
        if isinstance(value, str):
            yield Part(place, "string", value, within=string_parts)
        elif isinstance(value, Pairs):
            yield Part(place, ("object", [key for key, _ in value]))
            for key, child in value:
                yield from walk(child, f"{place}.{key}")
        elif isinstance(value, list):
            yield Part(place, ("array", len(value)))
            for index, child in enumerate(value):
                yield from walk(child, f"{place}[{index}]")
        else:
            yield Part(place, value)

    try:
        # A number must stay as it is written.
        tree = json.loads(
            data.decode("utf-8-sig"), object_pairs_hook=Pairs,
            parse_float=lambda text: ("number", text), parse_int=lambda text: ("number", text))
    except ValueError as error:
        raise Unreadable(f"json: {error}")
    return list(walk(tree, "$"))


def yaml_comments(text):
    """The comments, which no parser gives: they stand between two tokens, or behind the sign of a block."""
    end = 0
    for token in yaml.scan(text):
        gaps = [text[end:token.start_mark.index]]
        if isinstance(token, yaml.ScalarToken) and token.style in ("|", ">"):
            gaps.append(text[token.start_mark.index:].split("\n", 1)[0])
        for gap in gaps:
            yield from re.findall(r"(?m)(?:^|(?<=\s))#.*", gap)
        end = token.end_mark.index


def yaml_parts(data):
    text, parts = data.decode("utf-8-sig"), []

    def walk(node, place, seen):
        if id(node) in seen:
            parts.append(Part(place, ("alias of", seen[id(node)])))
            return
        seen[id(node)] = place
        if isinstance(node, yaml.SequenceNode):
            parts.append(Part(place, (node.tag, len(node.value))))
            for index, child in enumerate(node.value):
                walk(child, f"{place}[{index}]", seen)
        elif isinstance(node, yaml.MappingNode):
            parts.append(Part(place, (node.tag, [(key.tag, key.value) for key, _ in node.value])))
            for key, child in node.value:
                walk(child, f"{place}.{key.value}", seen)
        elif node.tag == "tag:yaml.org,2002:str":
            parts.append(Part(place, "string", node.value, within=string_parts))
        else:
            parts.append(Part(place, (node.tag, node.value)))

    try:
        parts += [Part("comments", comment) for comment in yaml_comments(text)]
        # Aliases are resolved in the tree, so that their names are looked at apart.
        parts += [Part("anchors", (type(event).__name__, event.anchor)) for event in yaml.parse(text)
                  if getattr(event, "anchor", None)]
        for number, root in enumerate(yaml.compose_all(text, Loader=yaml.SafeLoader), 1):
            walk(root, f"document {number}", {})
    except yaml.YAMLError as error:
        raise Unreadable(f"yaml: {error}")
    return parts
