"""/healthz, /readyz and /metrics: for whoever watches the process."""

from fastapi import APIRouter, Request, Response
from fastapi.responses import PlainTextResponse

from api.dependencies import Store
from api.gate.metrics import CONTENT_TYPE, Metrics
from api.responses import Alive, Ready
from graph.queries import query

router = APIRouter(tags=["health"])


@router.get("/healthz")
def read_health() -> Alive:
    """The process is alive."""
    return Alive()


@router.get("/readyz")
def read_readiness(store: Store) -> Ready:
    """The store answers a query; 503 where it does not."""
    store.read(query("counts"))
    return Ready(server=store.server.kind, name=store.server.name, version=store.server.version)


@router.get("/metrics", response_class=PlainTextResponse)
def read_metrics(request: Request) -> Response:
    """Requests by route and status, how long they took, and what the process uses, in Prometheus' text format."""
    metrics: Metrics = request.app.state.metrics
    return Response(metrics.text(), media_type=CONTENT_TYPE)
