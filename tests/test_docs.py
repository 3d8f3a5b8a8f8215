"""What the documents say is so: commands print it, settings are called that, links lead somewhere."""

import re
import subprocess
from pathlib import Path

import pytest

from docs import generate
from graph.settings import Settings

ROOT = Path(__file__).parent.parent

ENGLISH, CHINESE = (ROOT / name for name in generate.READMES)
PAGES = [ENGLISH, CHINESE, ROOT / "CONTRIBUTING.md", ROOT / "CHANGELOG.md", *sorted((ROOT / "docs").glob("*.md"))]


def read(path: Path) -> str:
    return path.read_text(encoding="utf-8")


@pytest.mark.parametrize("page", generate.PAGES)
def test_generated_parts_are_fresh(page: str) -> None:
    text = read(ROOT / page)
    assert "<!-- generated: " in text
    assert generate.filled(text) == text, "run: make docs"


@pytest.mark.embedded
def test_the_commands_of_the_readme_print_what_it_shows() -> None:
    text = read(ENGLISH)
    assert len(re.findall(r"^\$ ", text, flags=re.MULTILINE)) == 5
    with generate.shell() as answer:
        assert generate.answered(text, answer) == text, "run: make docs"


def test_the_readmes_are_twins() -> None:
    shapes = []
    for text in (read(ENGLISH), read(CHINESE)):
        blocks = re.findall(r"```.*?```", text, flags=re.DOTALL)
        prose = re.sub(r"```.*?```", "", text, flags=re.DOTALL)
        headings = re.findall(r"^(#+) ", prose, flags=re.MULTILINE)
        links = [link for link in re.findall(r"\]\(([^)]+)\)", prose) if not link.startswith("README")]
        shapes.append((headings, blocks, sorted(links), sorted(re.findall(r"<http[^>]+>", prose))))
    assert shapes[0] == shapes[1]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_lead_to_files(page: Path) -> None:
    for link in re.findall(r"\]\(([^)#]+?)(?:#[^)]*)?\)", read(page)):
        assert link.startswith("https://") or (page.parent / link).exists(), link


def test_the_example_settings_are_settings() -> None:
    names = re.findall(r"^# ([A-Z0-9_]+)=", read(ROOT / ".env.example"), flags=re.MULTILINE)
    assert names
    assert {name.lower() for name in names} <= Settings.model_fields.keys()


def test_make_help_lists_every_target_of_the_documents() -> None:
    named = {target for page in PAGES for target in re.findall(r"`make ([a-z]+)", read(page))}
    shown = subprocess.run(["make", "help"], cwd=ROOT, capture_output=True, encoding="utf-8", check=True).stdout
    assert named <= set(re.findall(r"^make ([a-z]+)", shown, flags=re.MULTILINE))
