"""The command line as a user meets it: what it prints where, and with which exit code."""

from __future__ import annotations

import csv
import io
import json
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from vnkg.cli import main

ROOT = Path(__file__).resolve().parents[1]
EXAMPLES = ROOT / "examples"
COUNT = "SELECT (COUNT(?a) AS ?n) WHERE { ?a a vnkg:Article }"


@dataclass(frozen=True)
class Ran:
    """How a command ended and what it said."""

    code: int
    out: str
    err: str


class Run:
    """Runs the program in this process."""

    def __init__(self, capsys: pytest.CaptureFixture[str]) -> None:
        self.capsys = capsys

    def __call__(self, *arguments: object) -> Ran:
        with pytest.raises(SystemExit) as done:
            main([str(argument) for argument in arguments])
        captured = self.capsys.readouterr()
        return Ran(int(done.value.code or 0), captured.out, captured.err)


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    return Run(capsys)


@pytest.fixture(scope="module")
def output(tmp_path_factory: pytest.TempPathFactory) -> Path:
    from vnkg import build

    return build([EXAMPLES], tmp_path_factory.mktemp("cli") / "output").output


def test_help_names_every_command(run: Run) -> None:
    shown = run("--help")
    assert shown.code == 0
    assert all(name in shown.out for name in
               ("build", "query", "show", "export", "validate", "evaluate", "inspect"))


def test_build_counts_on_the_standard_output_and_talks_on_the_other(run: Run, tmp_path: Path) -> None:
    done = run("build", EXAMPLES / "luat-dat-dai.txt", "-o", tmp_path / "o")
    assert done.code == 0
    assert "articles" in done.out and "Document" in done.out
    assert "wrote" in done.err and "wrote" not in done.out


def test_bad_inputs_are_shown_and_strict_makes_them_fail(run: Run, tmp_path: Path) -> None:
    inputs = tmp_path / "in"
    inputs.mkdir()
    (inputs / "good.txt").write_text("Ngày 3/6/2025, UBND tỉnh Bình An họp.", "utf-8")
    (inputs / "empty.txt").write_bytes(b"")
    done = run("build", inputs, "-o", tmp_path / "o")
    assert done.code == 0
    assert "1 not read" in done.out and "empty.txt" in done.out
    assert run("build", inputs, "-o", tmp_path / "o", "--strict").code == 1


def test_a_folder_without_articles_fails_and_writes_nothing(run: Run, tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    done = run("build", tmp_path / "in", "-o", tmp_path / "o")
    assert done.code == 1
    assert "no article could be read" in done.err
    assert not (tmp_path / "o").exists()


def test_an_output_that_cannot_be_written_is_refused_before_reading(run: Run, tmp_path: Path) -> None:
    (tmp_path / "o").write_text("a file", "utf-8")
    done = run("build", EXAMPLES, "-o", tmp_path / "o")
    assert done.code == 2
    assert "choose a folder that can be written" in done.err
    assert "Traceback" not in done.err


@pytest.mark.parametrize("arguments", [
    ("build", "/no/such/path"), ("build", EXAMPLES, "--field", "text"), ("build", EXAMPLES, "--field", "body=text"),
    ("build", EXAMPLES, "--base", "not an iri"), ("build", EXAMPLES, "--workers", "0"), ("nonsense",),
    ("query", "/no/such/output", COUNT),
])
def test_wrong_usage_is_refused(run: Run, arguments: tuple[object, ...], tmp_path: Path,
                                monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    done = run(*arguments)
    assert done.code == 2 and done.err
    assert not list(tmp_path.iterdir())


def test_other_json_names_are_read_by_option(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text('{"key": "x1", "body": "Hà Nội, ngày 3/6/2025."}\n', "utf-8")
    done = run("build", tmp_path / "a.jsonl", "-o", tmp_path / "o", "--field", "text=body", "--field", "id=key")
    assert done.code == 0
    assert json.loads((tmp_path / "o" / "annotations.jsonl").read_text("utf-8"))["article"]["id"] == "x1"


def test_another_base_names_the_nodes(run: Run, tmp_path: Path) -> None:
    done = run("build", EXAMPLES / "luat-dat-dai.txt", "-o", tmp_path, "--base", "https://example.org/kg/")
    assert done.code == 0
    assert "https://example.org/kg/" in (tmp_path / "graph.ttl").read_text("utf-8")


def test_the_ready_questions_are_listed_in_two_languages(run: Run, output: Path) -> None:
    shown = run("query", output, "--list")
    assert shown.code == 0
    assert "documents" in shown.out and "Vietnamese" in shown.out and "English" in shown.out


def test_a_question_is_sparql_or_a_file_or_a_name(run: Run, output: Path, tmp_path: Path) -> None:
    (tmp_path / "q.rq").write_text(COUNT, "utf-8")
    assert run("query", output, COUNT, "--format", "csv").out == "n\n6\n"
    assert run("query", output, f"@{tmp_path / 'q.rq'}", "--format", "tsv").out == "n\n6\n"
    assert run("query", output, "articles").code == 0


def test_answers_come_as_table_csv_tsv_and_json(run: Run, output: Path) -> None:
    question = "SELECT ?id ?title WHERE { ?a dcterms:identifier ?id ; dcterms:title ?title } ORDER BY ?id"
    rows = json.loads(run("query", output, question, "--format", "json").out)
    assert [row["id"] for row in rows] == sorted(row["id"] for row in rows) and len(rows) == 6
    table = list(csv.DictReader(io.StringIO(run("query", output, question, "--format", "csv").out)))
    assert table == rows
    assert run("query", output, question, "--format", "tsv").out.splitlines()[0] == "id\ttitle"
    assert rows[0]["title"][:20] in run("query", output, question).out


@pytest.mark.parametrize(("question", "said"), [
    ("SELECT * WHERE { ?s", "line 1"),
    ("documnts", "did you mean"),
    ("@/no/such/file.rq", "cannot be read"),
    ("", "give a question"),
])
def test_a_question_with_a_mistake_is_refused_with_a_hint(run: Run, output: Path, question: str, said: str) -> None:
    done = run("query", output, question)
    assert done.code == 2
    assert said in done.err
    assert not done.out


def test_an_unknown_format_is_refused(run: Run, output: Path) -> None:
    assert run("query", output, COUNT, "--format", "xml").code == 2
    done = run("export", output, "--format", "nonsense")
    assert done.code == 2 and "known are" in done.err


def test_show_tells_everything_with_quotes(run: Run, output: Path) -> None:
    shown = run("show", output, "Điện Biên")
    assert shown.code == 0
    assert "mentions" in shown.out and "https://" in shown.out


def test_show_finds_names_without_diacritics_and_says_when_there_is_none(run: Run, output: Path) -> None:
    assert run("show", output, "tran quoc cuong").code == 0
    done = run("show", output, "Không Có Ai Tên Này")
    assert done.code == 1 and "nothing is called" in done.err


def test_every_format_exports_and_opens_where_it_says(run: Run, output: Path, tmp_path: Path) -> None:
    from vnkg.plugins import discover

    for name, module in discover("export").items():
        path = tmp_path / f"{name}{module.SUFFIX}"
        assert run("export", output, "--format", name, "-o", path).code == 0, name
        assert path.exists(), name


def test_an_export_goes_to_the_standard_output_too(run: Run, output: Path) -> None:
    shown = run("export", output, "--format", "GraphML", "-o", "-")
    assert shown.code == 0
    assert shown.out.startswith("<?xml")


def test_the_formats_are_listed(run: Run, output: Path) -> None:
    assert "graphml" in run("export", output, "--list").out


def test_a_fresh_graph_is_valid_and_a_changed_text_is_found(run: Run, tmp_path: Path) -> None:
    run("build", EXAMPLES / "luat-dat-dai.txt", "-o", tmp_path)
    assert run("validate", tmp_path).code == 0
    articles = tmp_path / "articles.jsonl"
    articles.write_text(articles.read_text("utf-8").replace("Sáng", "Chiều", 1), "utf-8")
    done = run("validate", tmp_path)
    assert done.code == 1 and done.out


def test_evaluate_prints_tables_and_refuses_a_fall(run: Run, output: Path, tmp_path: Path) -> None:
    gold = tmp_path / "gold"
    gold.mkdir()
    line = next(line for line in (output / "annotations.jsonl").read_text("utf-8").splitlines() if "dien-bien" in line)
    data = json.loads(line)
    texts = (json.loads(line) for line in (output / "articles.jsonl").read_text("utf-8").splitlines())
    text = next(article["text"] for article in texts if article["id"] == data["article"]["id"])
    (gold / "dien-bien-phu.json").write_text(line, "utf-8")
    (gold / "dien-bien-phu.txt").write_text(text, "utf-8")
    baseline = tmp_path / "baseline.json"
    done = run("evaluate", gold, "--baseline", baseline, "--accept")
    assert done.code == 0 and "1.000" in done.out and "by predicate" in done.out
    assert run("evaluate", gold, "--baseline", baseline).code == 0
    nothing = tmp_path / "nothing.jsonl"
    nothing.write_text("", "utf-8")
    fallen = run("evaluate", gold, "--predicted", nothing, "--baseline", baseline)
    assert fallen.code == 1 and "fallen: mentions strict: 1.000 → 0.000" in fallen.err
    assert json.loads(run("evaluate", gold, "--json").out)["articles"] == 1


def test_evaluate_without_gold_or_baseline_is_refused(run: Run, tmp_path: Path) -> None:
    assert run("evaluate", tmp_path).code == 2
    assert run("evaluate", tmp_path, "--accept").code == 2


def test_inspect_draws_the_same_statements_for_the_same_seed(run: Run, output: Path) -> None:
    first = run("inspect", output, "--count", 5, "--seed", 3)
    assert first.code == 0 and "⟦" in first.out
    assert run("inspect", output, "--count", 5, "--seed", 3) == first
    assert run("inspect", output, "--count", 5, "--seed", 4) != first
    assert "— holds →" in run("inspect", output, "--predicate", "holds", "--count", 2).out


def test_inspect_of_an_unknown_predicate_fails(run: Run, output: Path) -> None:
    assert run("inspect", output, "--predicate", "nonsense").code == 1


def test_markup_in_an_article_is_only_text(run: Run, tmp_path: Path) -> None:
    text = "[bold]Hà Nội[/bold] \x1b[31m, ngày 3/6/2025, [/red] UBND tỉnh Bình An ban hành Kế hoạch số 5/KH-UBND."
    (tmp_path / "a.txt").write_text(text, "utf-8")
    run("build", tmp_path / "a.txt", "-o", tmp_path / "o")
    shown = run("query", tmp_path / "o", "SELECT ?q WHERE { ?s vnkg:quote ?q }")
    assert shown.code == 0
    assert "\x1b[31m" not in shown.out


def test_a_closed_pipe_ends_quietly(output: Path) -> None:
    question = "SELECT ?s ?p ?o ?x WHERE { ?s ?p ?o . ?x ?y ?z } LIMIT 20000"
    command = f"{sys.executable} -m vnkg query {output} '{question}' --format csv | head -1"
    done = subprocess.run(["bash", "-c", command], capture_output=True, text=True, check=False)
    assert done.stdout.strip() == "s,p,o,x"
    assert done.stderr == ""


def test_python_m_vnkg_is_the_same_program() -> None:
    done = subprocess.run([sys.executable, "-m", "vnkg", "--help"], capture_output=True, text=True, check=True)
    assert "vnkg [OPTIONS] COMMAND" in done.stdout
