"""The loop: everything or nothing is written, and only the set of articles decides what."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from vnkg.build import annotate, build, distinct
from vnkg.errors import ArticleError, OutputError
from vnkg.model import Article

ROOT = Path(__file__).resolve().parents[1]
EXAMPLES = ROOT / "examples"
FILES = ("annotations.jsonl", "facts.ttl", "graph.html", "graph.ttl")


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("built")
    assert build([EXAMPLES], folder).articles == 6
    return folder


def test_a_build_writes_the_five_things(built: Path) -> None:
    assert all((built / name).stat().st_size > 0 for name in FILES)
    assert not [path for path in built.iterdir() if path.name.startswith(".")]


def test_the_report_counts_what_was_read(tmp_path: Path) -> None:
    report = build([EXAMPLES / "luat-dat-dai.txt"], tmp_path / "out")
    assert report.articles == 1 and not report.problems
    assert report.entities == sum(report.types.values()) > 0
    assert report.statements == sum(report.predicates.values()) > 0
    assert report.mentions >= report.entities
    assert report.graph is not None


def test_order_workers_and_hash_seed_change_no_byte(built: Path, tmp_path: Path) -> None:
    files = [str(path) for path in sorted(EXAMPLES.iterdir(), reverse=True)]
    code = f"from vnkg.build import build; build({files!r}, {str(tmp_path)!r}, workers=2)"
    subprocess.run([sys.executable, "-c", code], check=True, env={**os.environ, "PYTHONHASHSEED": "7"})
    for name in FILES:
        assert (tmp_path / name).read_bytes() == (built / name).read_bytes(), name


def test_building_again_over_an_old_result_gives_the_same(built: Path) -> None:
    before = {name: (built / name).read_bytes() for name in FILES}
    build([EXAMPLES], built)
    assert {name: (built / name).read_bytes() for name in FILES} == before


def test_what_a_build_wrote_is_never_its_input(tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text("Ngày 3/6/2025, UBND tỉnh Bình An ban hành Kế hoạch số 12/KH-UBND.", "utf-8")
    assert build([tmp_path], tmp_path / "out").articles == 1
    again = build([tmp_path], tmp_path / "out")
    assert again.articles == 1 and not again.problems


def test_bad_inputs_are_reported_and_the_others_go_through(tmp_path: Path) -> None:
    (tmp_path / "good.txt").write_text("Ngày 3/6/2025, UBND tỉnh Bình An họp.", "utf-8")
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "binary.txt").write_bytes(bytes(range(256)) * 20)
    (tmp_path / "broken.txt").write_bytes("Tỉnh ủy Bình An".encode() + b"\xff\xfe\xfa")
    report = build([tmp_path], tmp_path / "out")
    assert report.articles == 1
    assert sorted(Path(p.where).name for p in report.problems) == ["binary.txt", "broken.txt", "empty.txt"]
    assert all(p.problem and p.mend for p in report.problems)


def test_nothing_is_written_when_no_article_can_be_read(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    report = build([tmp_path / "in"], tmp_path / "out")
    assert report.articles == 0 and len(report.problems) == 1
    assert not (tmp_path / "out").exists()


def test_an_unknown_field_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ArticleError, match="no such field"):
        build([EXAMPLES], tmp_path / "out", fields={"body": "text"})


def test_an_output_that_is_a_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", "utf-8")
    with pytest.raises(OutputError, match="folder that can be written"):
        build([EXAMPLES], tmp_path / "file")


def test_an_error_while_writing_leaves_what_stood_there_untouched(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "graph.ttl").write_text("old", "utf-8")

    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("vnkg.export.html.write_page", full)
    with pytest.raises(OutputError, match="No space left"):
        build([EXAMPLES / "luat-dat-dai.txt"], tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["graph.ttl"]
    assert (tmp_path / "graph.ttl").read_text("utf-8") == "old"


def test_the_same_article_counts_once_and_the_fuller_one_stays() -> None:
    bare, dated = Article("a", "text"), Article("a", "text", published="2025-06-03")
    assert distinct([bare, dated]) == distinct([dated, bare]) == [dated]


def test_two_texts_with_one_id_are_told_apart_in_any_order() -> None:
    one, two = Article("a", "one"), Article("a", "two")
    names = [article.id for article in distinct([one, two])]
    assert names == [article.id for article in distinct([two, one])]
    assert len(set(names)) == 2 and all(name.startswith("a-") for name in names)


def test_progress_tells_how_much_is_done() -> None:
    seen: list[tuple[str, int, int | None]] = []
    annotate([Article(f"a{i:02}", "Hà Nội.") for i in range(20)], 1, lambda *step: seen.append(step))
    assert seen == [("annotate", 16, 20), ("annotate", 20, 20)]
