"""The web application: REST API, pages and pictures over one store."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from importlib.metadata import version

from fastapi import FastAPI
from fastapi.concurrency import run_in_threadpool
from fastapi.middleware.gzip import GZipMiddleware
from fastapi.staticfiles import StaticFiles

from api import problems
from api.ages import Aged
from api.conditional import Conditional
from api.dependencies import Stores
from api.gate.admission import Admission, is_asked
from api.gate.keys import Keyring
from api.gate.metrics import Metrics
from api.gate.observing import Observed
from api.gate.rate_limit import Buckets, RateLimit
from api.gate.request_log import RequestLog
from api.gate.security import Guard
from api.jobs import MOST_FILES, Jobs
from api.keeping import Answers
from api.openapi import describe_problems
from api.pages import analysis, browse, explorer, manual, review, search, sign_in, suggesting
from api.pages import jobs as job_pages
from api.pages.drawing import VIS_FOLDER
from api.pages.suggesting import KnownNames
from api.pages.templating import STATIC
from api.routes import (
    changes,
    decisions,
    differences,
    documents,
    exports,
    health,
    items,
    jobs,
    lookups,
    queries,
    registers,
    statements,
    units,
)
from api.waiting import Waiting
from graph.errors import StoreError
from graph.settings import Settings

DESCRIPTION = """Who is responsible for what in Chinese government policy documents.

Lists come as `{rows, limit, offset, next, cursor, query}`. What follows is asked for with `cursor=`, which neither
misses nor repeats a row while others load, or with `offset=` and `next`; both are null where nothing follows. `sort=`
takes one of the list's keys (`-items`: downwards), `fields=` the members wanted of each row (`fields=key,title`).
Every claim carries its evidence: `text[start:end] == quote` in the document's text. Every answer carries the question
it was made of, as `query`: its name, its parameters and its Cypher. A unit is asked for by its key
(`贵阳市:贵阳市财政局`) or, where that is unique, by its name. Errors are RFC 9457 problems.
What was answered before may be told from memory: `Age` says how many seconds ago it was made. Rankings of the whole
graph are told for 30 s at most after the graph has changed, anything else not at all.
A server that others can reach asks for a key: `Authorization: Bearer KEY`."""


def create_app(settings: Settings) -> FastAPI:
    """The application for these settings; its store is opened with it and closed with it.

    Raises:
        SettingsError: the request log cannot be written.
    """
    stores = Stores(settings)
    log = RequestLog(settings.request_log) if settings.request_log else None

    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        # Open early, so that the first visitor does not wait; a server that is away now may be there later.
        with suppress(StoreError):
            await run_in_threadpool(stores.reader)
        yield
        app.state.known_names.close()
        app.state.jobs.close()
        await run_in_threadpool(stores.forget)
        if log is not None:
            log.close()

    app = FastAPI(
        title="policy-graph",
        description=DESCRIPTION,
        version=version("policy-graph"),
        lifespan=lifespan,
        docs_url=None,  # FastAPI's own pages load their scripts from other hosts
        redoc_url=None,
        form_limits={"max_files": MOST_FILES + 2, "max_fields": 20},  # those of a job; no form of ours has more
        license_info={"name": "Apache-2.0", "identifier": "Apache-2.0"},
    )
    app.state.stores = stores
    app.state.answers = Answers()
    app.state.jobs = Jobs(stores)
    app.state.waiting = Waiting()
    app.state.known_names = KnownNames()
    app.state.keyring = Keyring(settings.data)
    app.state.metrics = Metrics()
    listed = (
        documents, items, units, registers, lookups, changes, differences, decisions, queries, statements, exports,
        jobs, health,
    )  # fmt: skip
    pages = (browse, search, suggesting, analysis, review, job_pages, explorer, manual, sign_in)
    # The routes themselves, which need nothing that ``include_router`` adds: routers that are included are looked
    # through twice for each request, and make their routes anew, without what a route class has made of them.
    for module in (*listed, *pages):
        app.router.routes += module.router.routes
    app.mount("/static/vis", StaticFiles(directory=VIS_FOLDER), name="vis")
    app.mount("/static", StaticFiles(directory=str(STATIC)), name="static")
    app.add_middleware(Aged)
    app.add_middleware(Conditional)
    app.add_middleware(GZipMiddleware, minimum_size=1024, compresslevel=5)
    if is_asked(settings):
        app.add_middleware(Admission, ring=app.state.keyring)
        if settings.rate_limit:
            app.add_middleware(RateLimit, ring=app.state.keyring, buckets=Buckets(settings.rate_limit))
    names = [name.strip() for name in (settings.allowed_hosts or "").split(",") if name.strip()]
    app.add_middleware(Guard, listen=settings.listen, max_body=settings.max_upload, names=names)
    app.add_middleware(Observed, metrics=app.state.metrics, log=log)
    problems.install(app)
    describe_problems(app)
    return app
