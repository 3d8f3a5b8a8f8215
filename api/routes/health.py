"""/healthz and /readyz: for whoever watches the process."""

from fastapi import APIRouter

from api.dependencies import Store
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
