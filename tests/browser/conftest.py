"""A real Chromium on the real app, served on a free loopback port over the embedded server.

Chromium is the one of CHROMIUM, else one on the PATH, else playwright's own. Where there is none the tests are skipped,
loudly; REQUIRE_CHROMIUM=1 makes that a failure.
"""

import os
import shutil
import socket
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

import pytest
import uvicorn
from playwright.sync_api import Browser, Error, Page, Playwright, sync_playwright

from api.app import create_app
from graph.load import load
from graph.settings import Settings
from graph.store import GraphStore, open_store
from tests.sample_graph import sample_documents

_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
_QUIET = (
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium, started once."""
    with sync_playwright() as playwright:
        started = _launch(playwright)
        yield started
        started.close()


def _launch(playwright: Playwright) -> Browser:
    path = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, _NAMES)), None)
    flags = [*_QUIET, "--no-sandbox"] if _is_root() else [*_QUIET]
    try:
        return playwright.chromium.launch(executable_path=path, headless=True, args=flags)
    except Error as error:
        reason = (
            f"NO CHROMIUM, the pages are NOT tested in a browser: {str(error).splitlines()[0]} Install chromium and "
            "fonts-noto-cjk, name one in CHROMIUM, or run 'playwright install chromium'."
        )
        if os.environ.get("REQUIRE_CHROMIUM") == "1":
            pytest.fail(reason)
        pytest.skip(reason)


def _is_root() -> bool:
    return hasattr(os, "geteuid") and os.geteuid() == 0


@pytest.fixture(scope="module")
def site(embedded_settings: Settings, emptied: Callable[[GraphStore], None]) -> Iterator[str]:
    """The address of the app over the two sample documents."""
    with open_store(embedded_settings, "write") as store:
        emptied(store)
        for document in sample_documents():
            load(store, document)
    listening = socket.create_server(("127.0.0.1", 0))
    server = uvicorn.Server(uvicorn.Config(create_app(embedded_settings), log_level="warning"))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.05)
    yield f"http://127.0.0.1:{listening.getsockname()[1]}"
    server.should_exit = True
    thread.join(timeout=30)
    with open_store(embedded_settings, "write") as store:
        emptied(store)


@dataclass
class Watch:
    """What a page did that it must not do."""

    outside: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)
    dialogs: list[str] = field(default_factory=list)


@pytest.fixture
def watch() -> Watch:
    """What the page of this test did that it must not do; checked when the test is over."""
    return Watch()


@pytest.fixture
def page(browser: Browser, site: str, watch: Watch) -> Iterator[Page]:
    """A page of 1440 × 900; no request may leave the server, no error reach the console, no dialog open."""
    context = browser.new_context(viewport={"width": 1440, "height": 900}, base_url=site)
    page = context.new_page()
    page.on("request", lambda request: None if request.url.startswith(site) else watch.outside.append(request.url))
    page.on("console", lambda said: watch.errors.append(said.text) if said.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: watch.errors.append(str(error)))

    def dismiss(dialog: object) -> None:
        watch.dialogs.append(dialog.message)  # type: ignore[attr-defined]
        dialog.dismiss()  # type: ignore[attr-defined]

    page.on("dialog", dismiss)
    yield page
    context.close()
    assert watch == Watch()
