"""English labels (being written)."""

from __future__ import annotations

from collections.abc import Callable

from vnkg.knowledge import Knowledge
from vnkg.model import Attributes


def prepare(knowledge: Knowledge) -> Callable[[str, str, Attributes], str]:
    """Compile the vocabulary; the result composes a label of (type, name, attributes), or ""."""
    return lambda type_, name, attributes: ""
