"""Everything that can go wrong, as one tree; every message says what, where and what to do.

VnkgError
├── KnowledgeError   a file under ontology/ is wrong: the program refuses to start
├── ArticleError     one input cannot be read: it is reported, counted and skipped
├── PluginError      no such input or export format
├── OutputError      a result cannot be written
├── GraphError       a folder holds no graph, or a broken one
└── QueryError       a question cannot be answered as it is written
"""

from __future__ import annotations


class VnkgError(Exception):
    """Base of all errors that this package raises on purpose.

    `where` names the file (and line or entry), `problem` what is wrong, `mend` what the user can do.
    """

    def __init__(self, where: str, problem: str, mend: str = "") -> None:
        super().__init__(where, problem, mend)
        self.where = where
        self.problem = problem
        self.mend = mend

    def __str__(self) -> str:
        return f"{self.where}: {self.problem}" + (f" — {self.mend}" if self.mend else "")


class KnowledgeError(VnkgError):
    """A file under `ontology/` is wrong."""


class ArticleError(VnkgError):
    """One input cannot be read."""


class PluginError(VnkgError):
    """No such input or export format."""


class OutputError(VnkgError):
    """A result cannot be written."""


class GraphError(VnkgError):
    """A folder holds no graph, or a broken one."""


class QueryError(VnkgError):
    """A question cannot be answered as it is written."""
