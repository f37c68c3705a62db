"""The network page: one HTML file that holds everything it needs, asks no network for anything, and stands still.

Built with pyvis: its network, its rendering and its copy of vis-network, but with the template in `page/`, because
pyvis' own one links to other sites. A content security policy, with the digest of the page's script, holds it to that.
"""

from __future__ import annotations

import base64
import hashlib
import json
import re
from collections.abc import Iterable, Mapping
from html.parser import HTMLParser
from pathlib import Path
from typing import TYPE_CHECKING, Any

from vnkg import legend, network
from vnkg.atomic import write_text
from vnkg.errors import OutputError
from vnkg.model import Annotation
from vnkg.rdf import BASE
from vnkg.scene import Limits, Values, scene

if TYPE_CHECKING:
    from vnkg.store.graph import Graph

SUFFIX = ".html"
MEDIA_TYPE = "text/html"

_PAGE = Path(__file__).resolve().parent / "page"
_SCRIPTS = ("words.js", "data.js", "shapes.js", "view.js", "drawing.js", "labels.js", "evidence.js", "panel.js",
            "filters.js", "search.js", "app.js")
_VIS = "lib/vis-9.1.2/vis-network.min.js"
_SOURCE_MAP = re.compile(r"^//# sourceMappingURL=.*$", re.M)
_UNSAFE = re.compile("[<>&\u2028\u2029\ud800-\udfff]")
_LOADING = frozenset({"src", "href", "srcset", "data", "action", "formaction", "poster", "background", "ping"})

Precision = Mapping[str, tuple[float, int]]


def export(graph: Graph, path: Path) -> None:
    """Write the page of a graph to `path`."""
    write_page(graph.annotations, path, base=graph.base)


def write_page(
    annotations: Iterable[Annotation], path: Path, *, base: str = BASE, precision: Precision | None = None
) -> None:
    """Write the page of these annotations to `path`; raises OutputError when that fails.

    `precision` gives, for a relation, its measured precision in [0, 1] and the number of items it was measured on.
    """
    write_text(path, page(network.build(annotations, base), precision or {}))


def page(shown: network.Network, precision: Precision) -> str:
    """The page as text."""
    settings = json.loads((_PAGE / "settings.json").read_text("utf-8"))
    limits = Limits(**settings["limits"] | {"aside": frozenset(settings["aside"])})
    html = _render(scene(shown, legend.load(), limits, precision), settings["vis"])
    _refuse_links(html)
    return html


def _render(content: Values, options: Mapping[str, Any]) -> str:
    """Hand the scene to pyvis and let it fill the template."""
    from jinja2 import Environment, FileSystemLoader  # here, because pyvis takes half a second to import
    from pyvis.edge import Edge
    from pyvis.network import Network
    from pyvis.node import Node

    picture = Network(height="100%", width="100%", directed=True, cdn_resources="in_line")
    assets = picture.templateEnv.loader
    library, _, _ = assets.get_source(picture.templateEnv, _VIS)
    # Straight into pyvis' lists: add_node and add_edge search them from the start for each node and edge.
    picture.nodes = [_options(Node(n.pop("id"), n.pop("shape"), n.pop("label"), **n)) for n in content["nodes"]]
    picture.edges = [_options(Edge(e.pop("from"), e.pop("to"), **e)) for e in content["edges"]]
    picture.set_options(json.dumps(options))
    picture.set_template_dir(str(_PAGE), "page.html")
    script = _script(library)
    environment: Environment = picture.templateEnv
    assert isinstance(environment.loader, FileSystemLoader)
    environment.filters["embedded"] = embedded
    environment.globals |= {
        "script": script,
        "digest": base64.b64encode(hashlib.sha256(script.encode("utf-8")).digest()).decode("ascii"),
        "style": (_PAGE / "page.css").read_text("utf-8"),
        "page": content["page"],
    }
    return str(picture.generate_html())


def _options(item: Any) -> dict[str, Any]:
    return dict(item.options)


def _script(library: str) -> str:
    """The library of the drawing and our own scripts, as one; its bytes are what the policy's digest covers."""
    own = "\n".join((_PAGE / name).read_text("utf-8") for name in _SCRIPTS)
    joined = _SOURCE_MAP.sub("", library).replace("\r\n", "\n").replace("\r", "\n")
    return f"\n{joined}\n(() => {{\n\"use strict\";\n{own}\n}})();\n"


def embedded(value: Any) -> str:
    """JSON that can stand inside a script element, whatever the strings hold, and is valid UTF-8."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return _UNSAFE.sub(lambda match: f"\\u{ord(match.group()):04x}", text)


class _Links(HTMLParser):
    """Collects every attribute by which a page can make a browser load something."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found += [f"{tag} {name}={value}" for name, value in attrs if name in _LOADING]


def _refuse_links(html: str) -> None:
    links = _Links()
    links.feed(html)
    if links.found:
        raise OutputError("page.html", f"the page would load {links.found[0]}", "take it out of the template")
