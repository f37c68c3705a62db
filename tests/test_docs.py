"""What README says exists, and what exists README says."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest
import typer.main

import vnkg
from vnkg import quality, questions
from vnkg.cli import app
from vnkg.plugins import discover

ROOT = Path(__file__).resolve().parents[1]
README = (ROOT / "README.md").read_text("utf-8")
BUILT = ("output/graph.html",)
COMMANDS = dict(typer.main.get_command(app).commands)  # type: ignore[attr-defined]


def _blocks(language: str) -> list[str]:
    return re.findall(rf"```{language}\n(.*?)```", README, re.DOTALL)


def _shell_lines() -> list[str]:
    return [line for block in _blocks("sh") for line in block.splitlines() if line.strip()]


def _vnkg_calls() -> list[list[str]]:
    calls = []
    for line in _shell_lines():
        for part in line.split("&&"):
            words = shlex.split(part, comments=True)
            if words and words[0].rpartition("/")[2] == "vnkg":
                calls.append(words[1:])
    return calls


def test_every_path_that_readme_names_exists() -> None:
    named = set(re.findall(r"`((?:ontology|src|tests|examples|output|\.github|\.ci)/[\w./-]*)`", README))
    assert len(named) > 10
    assert not {path for path in named - set(BUILT) if not (ROOT / path).exists()}


def test_every_command_in_readme_exists_with_its_options() -> None:
    calls = _vnkg_calls()
    for words in calls:
        options = {option for parameter in COMMANDS[words[0]].params for option in parameter.opts}
        assert {word for word in words[1:] if word.startswith("-")} <= options, words


def test_every_command_stands_in_readme() -> None:
    assert {words[0] for words in _vnkg_calls()} == set(COMMANDS)


def test_the_ready_question_and_the_format_of_readme_exist() -> None:
    calls = {words[0]: words for words in _vnkg_calls()}
    assert "documents" in questions.load()
    assert calls["export"][3] in discover("export")


def test_every_input_suffix_stands_in_readme() -> None:
    for module in discover("read").values():
        assert any(suffix in README for suffix in module.SUFFIXES), module.__name__


def test_the_two_commands_are_those_that_ci_runs() -> None:
    assert any("-m venv .venv && .venv/bin/pip install -q . && .venv/bin/vnkg build examples -o output" in line
               for line in _shell_lines())
    assert "bash tests/run" in _shell_lines()
    assert "bash tests/run" in (ROOT / ".ci" / "run").read_text("utf-8")


@pytest.mark.parametrize("block", _blocks("python"))
def test_the_python_of_readme_runs(block: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "examples").mkdir()
    text = (ROOT / "examples" / "luat-dat-dai.txt").read_text("utf-8")
    (tmp_path / "examples" / "luat-dat-dai.txt").write_text(text, "utf-8")
    monkeypatch.chdir(tmp_path)
    names: dict[str, object] = {}
    exec(compile(block, "README.md", "exec"), names)
    annotation = names["annotation"]
    assert isinstance(annotation, vnkg.Annotation) and annotation.entities


@pytest.mark.parametrize("block", _blocks("sparql"))
def test_the_sparql_of_readme_is_sparql(block: str) -> None:
    vnkg.Graph.of([]).query(block)


def test_every_ready_question_has_two_titles() -> None:
    for question in questions.load().values():
        assert question.vi != question.name and question.en != question.name


def test_the_place_for_the_measured_quality_is_marked() -> None:
    assert README.count("<!-- quality -->") == README.count("<!-- /quality -->") == 1


def test_the_stated_quality_is_the_measured_one() -> None:
    stated = README.partition("<!-- quality -->\n")[2].partition("<!-- /quality -->")[0]
    figures = quality.measured()
    assert stated == (quality.markdown(figures) if figures else "Not measured yet.\n")


def test_the_changelog_has_a_place_for_what_comes() -> None:
    assert "## [Unreleased]" in (ROOT / "CHANGELOG.md").read_text("utf-8")
