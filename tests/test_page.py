"""The network page, in a real browser, as the reader opens it: from a file, without a network."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

from drawn import entity, issued, many, planned, span
from vnkg.errors import OutputError
from vnkg.export import html
from vnkg.export.html import embedded, write_page
from vnkg.model import Annotation, Article, Statement
from vnkg.store import Graph

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
ATTACK = "</script><script>window.hit=1</script><img src=x onerror=window.hit=2>"
SMALL = [issued(), planned()]


def _hostile() -> Annotation:
    """An article that tries to be markup and script wherever it can."""
    text = f"Trước đó. Hội {ATTACK}\u2028 tại Bình <!-- An. Sau đó."
    entities = (entity(text, "a", "Organization", f"Hội {ATTACK}"), entity(text, "b", "Place", "Bình <!-- An"))
    evidence = span(text, f"Hội {ATTACK}\u2028 tại Bình <!-- An")
    statements = (Statement("a", "jurisdiction", evidence, object="b"), Statement("a", "said", evidence, value=ATTACK))
    return Annotation(Article("x", text, ATTACK, "2024-01-01", ATTACK, "javascript:window.hit=3"), entities, statements)


@dataclass
class Opened:
    """A page in the browser, with all that it asked for and complained about."""

    page: Any
    requests: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    def run(self, script: str, argument: object = None) -> Any:
        return self.page.evaluate(script, argument)

    def text(self, selector: str) -> str:
        return str(self.page.inner_text(selector))

    def drawn(self) -> set[str]:
        return set(self.run("() => [...vnkg.view.current.nodes].map((id) => vnkg.data.nodes.get(id).label)"))

    def choose(self, name: str) -> None:
        named = "(name) => vnkg.app.choose({ node: [...vnkg.data.nodes.values()].find((n) => n.label === name).id })"
        self.run(named, name)


class Browser:
    """Writes pages and opens them in one headless Chromium."""

    def __init__(self, chromium: Any, folder: Path) -> None:
        self.chromium, self.folder = chromium, folder

    def open(self, annotations: list[Annotation], width: int = 1400, **options: Any) -> Opened:
        path = self.folder / "graph.html"
        write_page(annotations, path, **options)
        page = self.chromium.new_page(viewport={"width": width, "height": 900})
        opened = Opened(page)
        page.on("request", lambda request: opened.requests.append(request.url))
        page.on("console", lambda message: opened.complaints.append(message.text))
        page.on("pageerror", lambda error: opened.complaints.append(str(error)))
        page.goto(path.as_uri())
        page.wait_for_selector("html[data-ready]", timeout=15000)
        return opened


@pytest.fixture(scope="module")
def chromium() -> Iterator[Any]:
    playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    if CHROMIUM is None:
        pytest.skip("no chromium on this machine: apt-get install chromium")
    with playwright.sync_playwright() as driver:
        arguments = ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"]
        browser = driver.chromium.launch(executable_path=CHROMIUM, args=arguments)
        yield browser
        browser.close()


@pytest.fixture
def browser(chromium: Any, tmp_path: Path) -> Iterator[Browser]:
    yield Browser(chromium, tmp_path)
    for context in chromium.contexts:
        context.close()


class _Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))


def _tags(path: Path) -> list[tuple[str, dict[str, str | None]]]:
    parser = _Tags()
    parser.feed(path.read_text("utf-8"))
    return parser.found


def test_the_page_refers_to_nothing_outside_itself(tmp_path: Path) -> None:
    write_page([*SMALL, _hostile()], tmp_path / "graph.html")
    tags = _tags(tmp_path / "graph.html")
    assert not [tag for tag, attributes in tags if {"src", "href", "srcset", "action"} & attributes.keys()]
    assert [tag for tag, _ in tags if tag in ("link", "img", "iframe", "base", "object")] == []
    assert [attributes.get("type") for tag, attributes in tags if tag == "script"] == ["application/json"] * 4 + [None]
    style = re.search(r"<style>(.*?)</style>", (tmp_path / "graph.html").read_text("utf-8"), re.S)
    assert style and "url(" not in style[1] and "@import" not in style[1]


def test_a_template_that_would_load_something_is_refused() -> None:
    with pytest.raises(OutputError):
        html._refuse_links('<p>…</p><script src="https://cdn.example.org/x.js"></script>')


def test_equal_annotations_give_equal_bytes_in_any_order(tmp_path: Path) -> None:
    articles = [*SMALL, *many(20)]
    write_page(articles, tmp_path / "a.html")
    html.export(Graph.of(articles[::-1]), tmp_path / "b.html")
    assert (tmp_path / "a.html").read_bytes() == (tmp_path / "b.html").read_bytes()


def test_embedded_data_cannot_end_its_element_and_is_valid_utf8() -> None:
    nasty = f"{ATTACK}<!--\u2028\u2029\ud800&"
    written = embedded({"a": nasty})
    assert not re.search("[<>&\u2028\u2029]", written)
    assert written.encode("utf-8")


def test_an_output_that_cannot_be_written_is_an_output_error(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", "utf-8")
    with pytest.raises(OutputError):
        write_page(SMALL, tmp_path / "file" / "graph.html")


def test_the_page_opens_without_a_request_or_a_complaint(browser: Browser) -> None:
    opened = browser.open([*SMALL, *many(50)])
    opened.run("() => document.getElementById('show-all').click()")
    opened.choose("Tỉnh ủy Bình An")
    assert [url for url in opened.requests if not url.startswith("file:")] == []
    assert len(opened.requests) == 1
    assert opened.complaints == []


def test_an_empty_graph_is_an_empty_picture(browser: Browser) -> None:
    opened = browser.open([])
    assert opened.drawn() == set()
    assert opened.complaints == []


def test_nothing_that_an_article_says_becomes_markup_or_script(browser: Browser) -> None:
    opened = browser.open([_hostile(), issued()])
    opened.page.fill("#query", "script")
    opened.page.keyboard.press("Enter")
    opened.run("() => document.querySelectorAll('#panel .more').forEach((button) => button.click())")
    assert ATTACK in opened.text("#panel h2")
    assert ATTACK in opened.text("#panel mark")
    assert opened.run("() => window.hit") is None
    assert opened.run("() => document.querySelectorAll('img, #panel a').length") == 0
    assert opened.complaints == []


def test_a_click_on_a_node_shows_its_names_and_every_statement_with_its_quote(browser: Browser) -> None:
    opened = browser.open(SMALL)
    opened.choose("Kế hoạch số 12-KH/TU")
    panel = opened.text("#panel")
    assert "Văn bản · Document" in panel
    assert "do … ban hành issued by" in panel
    assert "Bình An có kế hoạch mới" in panel
    assert "06/03/2024" in panel
    assert opened.text("#panel mark") == "Tỉnh ủy Bình An ban hành Kế hoạch số 12-KH/TU"
    assert opened.page.get_attribute("#panel blockquote a", "href") == "https://example.org/1"
    opened.page.click("#panel .to:has-text('Tỉnh ủy Bình An')")
    assert "Bình An Party Committee" in opened.text("#panel")


def test_a_real_click_on_the_canvas_selects_node_and_edge(browser: Browser) -> None:
    opened = browser.open(SMALL)
    at = """(name) => { const n = [...vnkg.data.nodes.values()].find((n) => n.label === name);
      const [x, y] = vnkg.view.place(n.id); const box = document.getElementById('network').getBoundingClientRect();
      const p = vnkg.drawing.network.canvasToDOM({ x, y }); return [p.x + box.x, p.y + box.y]; }"""
    plan, body = opened.run(at, "Kế hoạch số 12-KH/TU"), opened.run(at, "Tỉnh ủy Bình An")
    opened.page.mouse.click(*plan)
    opened.page.wait_for_selector("#panel h2:has-text('12-KH/TU')")
    opened.page.keyboard.press("Escape")
    opened.page.mouse.click((plan[0] + body[0]) / 2, (plan[1] + body[1]) / 2)
    opened.page.wait_for_selector("#panel .edge-line")
    assert "2 bài · articles" in opened.text("#panel")
    assert "chưa chắc" in opened.text("#panel")


def test_a_reported_literal_names_its_speaker_and_is_no_node(browser: Browser) -> None:
    opened = browser.open(SMALL)
    opened.choose("Hội nghị Bình An xanh")
    panel = opened.text("#panel")
    assert "theo lời người khác" in panel
    assert "theo · says: Tỉnh ủy Bình An" in panel
    assert "Bình An xanh" in panel
    assert "Bình An xanh" not in opened.drawn()


@pytest.mark.parametrize("query", ["tinh uy binh an", "TỈNH UỶ BÌNH AN", "Bình An Party"])
def test_search_needs_no_diacritics_and_is_driven_by_keys(browser: Browser, query: str) -> None:
    opened = browser.open([*SMALL, *many(50)])
    opened.page.keyboard.press("/")
    opened.page.keyboard.type(query)
    assert opened.page.get_attribute("#query", "aria-expanded") == "true"
    assert "Tổ chức" in opened.text("#hits li[aria-selected=true]")
    opened.page.keyboard.press("ArrowDown")
    opened.page.keyboard.press("ArrowUp")
    opened.page.keyboard.press("Enter")
    assert opened.text("#panel h2") == "Tỉnh ủy Bình An"


def test_search_finds_what_is_not_drawn_and_draws_it(browser: Browser) -> None:
    opened = browser.open([*SMALL, *many(80)])
    hidden = opened.run("() => [...vnkg.data.nodes.values()].find((n) => !n.start && n.type === 'Organization').label")
    opened.page.fill("#query", str(hidden))
    opened.page.keyboard.press("Enter")
    assert hidden in opened.drawn()


def test_a_large_network_starts_with_a_part_and_says_so(browser: Browser) -> None:
    opened = browser.open([*SMALL, *many(80)])
    assert 0 < len(opened.drawn()) <= 150
    assert re.search(r"showing \d+ of 24\d", opened.text("#notice"))
    opened.page.click("#show-all")
    assert len(opened.drawn()) > 230


def test_neighbours_join_on_demand(browser: Browser) -> None:
    opened = browser.open(many(80))
    before = opened.drawn()
    some = opened.run("() => [...vnkg.view.current.nodes].find((id) => vnkg.view.hiddenNeighbours(id).length)")
    opened.run("(id) => vnkg.app.expand(id)", some)
    assert before < opened.drawn()
    opened.run("(id) => vnkg.app.near(id)", some)
    assert len(opened.drawn()) == 1 + int(str(opened.run("(id) => vnkg.data.neighbours(id).size", some)))


def test_types_relations_and_statuses_are_filtered_and_counted(browser: Browser) -> None:
    opened = browser.open(SMALL)
    assert "Tổ chức Organization" in opened.text("#types")
    opened.page.uncheck("#types input[value=Document]")
    assert "Kế hoạch số 12-KH/TU" not in opened.drawn()
    opened.page.check("#types input[value=Document]")
    opened.page.uncheck("#statuses input[value=planned]")
    assert "Hội nghị Bình An xanh" not in opened.drawn()
    opened.page.check("#statuses input[value=planned]")
    opened.page.uncheck("#relations input[value=holds]")
    relations = opened.run("() => vnkg.view.current.edges.map(({ edge }) => edge.relation)")
    assert "holds" not in relations and "issuedBy" in relations


def test_only_what_an_article_asserts_is_drawn_with_a_solid_line(browser: Browser) -> None:
    opened = browser.open(SMALL)
    solid = "({ edge, status }) => [edge.relation, status.dashes === false]"
    lines = opened.run(f"() => vnkg.view.current.edges.map({solid})")
    assert dict(lines) == {"issuedBy": True, "issuedOn": True, "holds": False, "positionIn": True, "organizer": False}
    opened.page.uncheck("#statuses input[value=asserted]")
    left = opened.run("() => vnkg.view.current.edges.map(({ edge, status }) => [edge.relation, status.id])")
    assert dict(left)["issuedBy"] == "uncertain"


def test_a_measured_precision_is_shown_where_there_is_one(browser: Browser) -> None:
    opened = browser.open(SMALL, precision={"issuedBy": (0.913, 40)})
    assert [text.strip() for text in opened.page.locator(".precision").all_inner_texts()] == ["91%"]


def test_the_picture_stands_still(browser: Browser) -> None:
    opened = browser.open(many(30))
    where = "() => JSON.stringify(vnkg.drawing.network.getPositions())"
    before = opened.run(where)
    opened.page.wait_for_timeout(150)
    assert opened.run(where) == before


def test_a_phone_has_room_for_the_picture_and_opens_panel_and_filters_over_it(browser: Browser) -> None:
    opened = browser.open(SMALL, width=390)
    assert opened.run("() => document.documentElement.scrollWidth") == 390
    assert opened.run("() => document.getElementById('stage').clientWidth") == 390
    opened.page.click("#open-filters")
    assert opened.page.is_visible("#types")
    opened.page.click("#open-filters")
    opened.choose("Tỉnh ủy Bình An")
    assert opened.page.is_visible("#panel h2")


def test_the_address_names_the_selected_entity_so_that_it_can_be_sent(browser: Browser) -> None:
    opened = browser.open(SMALL)
    opened.choose("Tỉnh ủy Bình An")
    opened.page.reload()
    opened.page.wait_for_selector("#panel h2:has-text('Tỉnh ủy Bình An')")


def test_articles_may_hold_anything(browser: Browser) -> None:
    odd = replace(issued(), article=replace(issued().article, title=None, published=None, url="ftp://x", source=None))
    opened = browser.open([odd])
    opened.choose("Tỉnh ủy Bình An")
    assert "binh-an-1" in opened.text("#panel .meta")
    assert opened.complaints == []
