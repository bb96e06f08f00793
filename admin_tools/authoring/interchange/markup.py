"""Reads the XML of office documents: no entities, nothing from outside."""

from collections import deque
from collections.abc import Iterator
from io import BytesIO
from xml.etree.ElementTree import Element, ParseError

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import iterparse

from admin_tools.authoring.interchange.rows import NotReadable

DIGITS = 10
"""Digits of a number of rows or columns: more is a mistake."""


def whole(data: bytes) -> Element:
    """Read one part whole."""
    last = deque(_read(data), maxlen=1)
    if not last:
        raise damaged()
    return last[0]


def each(data: bytes, name: str) -> Iterator[Element]:
    """Give each element of a name, finished; its content is forgotten after that."""
    for node in _read(data):
        if local(node) == name:
            yield node
            node.clear()


def local(node: Element) -> str:
    """Name an element without its namespace: strict and usual documents differ in it alone."""
    return str(node.tag).rpartition("}")[2]


def value(node: Element, name: str) -> str:
    """Read an attribute, whatever its namespace; "" when it is not there."""
    return next((said for key, said in node.items() if key.rpartition("}")[2] == name), "")


def count(node: Element, name: str, otherwise: int) -> int:
    """Read an attribute that is a whole number."""
    said = value(node, name)
    return int(said) if said.isascii() and said.isdigit() and len(said) < DIGITS else otherwise


def below(node: Element, name: str) -> Iterator[Element]:
    """Give the children of a name."""
    return (one for one in node if local(one) == name)


def _read(data: bytes) -> Iterator[Element]:
    try:
        for _, node in iterparse(BytesIO(data), events=("end",), forbid_dtd=True):
            yield node
    except (ParseError, DefusedXmlException, ValueError, LookupError) as error:
        raise damaged() from error


def damaged() -> NotReadable:
    """Say that a part cannot be read, whatever somebody meant by it."""
    return NotReadable("It is damaged, or made to do harm. Ask for it again.")
