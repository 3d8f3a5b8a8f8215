"""The graph behind Bolt: the only module that speaks to the driver, to Neo4j and to the embedded server alike.

What only reads logs in as a reader and opens READ transactions, so that the server itself refuses a write. Plain
values come out (strings, numbers, lists, dicts); errors are of ``graph.errors`` and say what to do.
"""

import contextlib
import hashlib
import secrets
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from types import TracebackType
from typing import Any, Literal, Self, TypeVar

import neo4j
from neo4j import exceptions as driver_errors

from graph.asked import note
from graph.embedded import EmbeddedServer, use_embedded
from graph.errors import (
    LoginRefused,
    QueryTimeout,
    SettingsError,
    StatementRefused,
    StoreError,
    StoreUnavailable,
    WriteRefused,
)
from graph.queries import Query, query, schema_statements
from graph.remembered import Memory, State
from graph.settings import Settings
from graph.values import Answer, bounded_answer, declared_rows

Access = Literal["read", "write"]
T = TypeVar("T")
_CONNECT_SECONDS = 10.0
_RETRY_SECONDS = 5.0
_GONE = (driver_errors.ServiceUnavailable, driver_errors.SessionExpired, driver_errors.DriverError)
_SCHEMES = frozenset({"bolt", "bolt+s", "bolt+ssc", "neo4j", "neo4j+s", "neo4j+ssc"})
_REMOVED = "Neo.ClientError.Statement.EntityNotFound"
_DATABASE_MISSING = "Neo.ClientError.Database.DatabaseNotFound"


@dataclass(frozen=True, slots=True)
class ServerInfo:
    """Which server answers."""

    kind: Literal["neo4j", "embedded"]
    name: str
    version: str
    uri: str


class Change:
    """A transaction under way: what it runs becomes visible together or not at all."""

    def __init__(self, transaction: neo4j.ManagedTransaction) -> None:
        self._transaction = transaction
        self.changed = False
        self.removed = False  # set it where a document is deleted: no remembered answer holds from then on
        self.told: list[dict[str, Any]] = []

    def take_turn(self) -> None:
        """Wait until the transactions that took theirs before have ended."""
        self._transaction.run(query("take_turn", "maintain").text).consume()

    def run(self, statement: Query, **params: Any) -> list[dict[str, Any]]:
        """Run a statement of the catalogue and return its rows."""
        self.changed |= statement.changes
        return declared_rows(self._transaction.run(statement.text, statement.values(params)), statement)

    def tell(self, kind: str, document: str | None = None, decision: str | None = None) -> None:
        """Have it told to whoever asks for changes (``graph.changes``) what this one does."""
        self.told.append({"place": len(self.told) + 1, "kind": kind, "document": document, "decision": decision})


class GraphStore:
    """Connections to one server for one kind of access; may be used by many threads. Close it."""

    def __init__(
        self,
        driver: neo4j.Driver,
        server: ServerInfo,
        settings: Settings,
        access: Access,
        use: EmbeddedServer | None,
        memory: Memory | None = None,
    ) -> None:
        self.server = server
        self._memory = memory
        self._driver = driver
        self._access = access
        self._timeout = settings.query_timeout
        self._database = use.database if use else settings.neo4j_database
        self._use = use

    def read(self, statement: Query, **params: Any) -> list[dict[str, Any]]:
        """The rows of a statement, from a transaction in which the server allows no write, or from memory.

        Raises:
            QueryError: wrong parameters, other columns than declared, or more than ``graph.values.MAX_ROWS`` rows.
            StoreError: the server refuses, stops or is gone.
        """
        values = statement.values(params)
        note(statement, values)
        if self._memory is None or not statement.remembered:
            return self._read(statement, values)
        key = statement.text, repr(values)
        return self._memory.tell(key, self.state, lambda: self._read(statement, values))

    def state(self) -> State:
        """What moves with every change, whichever process makes it."""
        rows = self._read(query("changes", "maintain"), {})
        return State(**rows[0]) if rows else State(0, 0)  # the embedded server gives no row where nothing is

    def _read(self, statement: Query, values: dict[str, Any]) -> list[dict[str, Any]]:
        with self._speaking(statement.name), self._session(neo4j.READ_ACCESS) as session:
            rows = self._asked(session, statement, values)
        if not statement.fetched:
            return rows
        from graph.computed import computed  # networkx: what needs none of it does not wait for it

        return computed(statement, values, rows, lambda name, **more: self.read(query(name), **more))

    def _asked(self, session: neo4j.Session, statement: Query, values: dict[str, Any]) -> list[dict[str, Any]]:
        try:  # by itself it goes to the server and back once, in a transaction twice
            return declared_rows(session.run(neo4j.Query(statement.text, timeout=self._timeout), values), statement)
        except (driver_errors.Neo4jError, driver_errors.DriverError) as error:
            if not error.is_retryable():
                raise
        work = neo4j.unit_of_work(timeout=self._timeout)(
            lambda transaction: declared_rows(transaction.run(statement.text, values), statement)
        )
        return session.execute_read(work)

    def answer(self, statement: str, params: Mapping[str, Any], *, rows: int, size: int) -> Answer:
        """What a statement from outside the catalogue answers, cut at ``rows`` rows or ``size`` bytes.

        Ask by ``graph.ad_hoc``, which looks at the statement first.

        Raises:
            StoreError: the server refuses, stops or is gone.
        """
        # Asked once: what has brought a server down is not tried on it again.
        session = self._session(neo4j.READ_ACCESS)
        with self._speaking("the statement"), session, session.begin_transaction(timeout=self._timeout) as transaction:
            return bounded_answer(transaction, statement, params, rows=rows, size=size)

    def write(self, work: Callable[[Change], T]) -> T:
        """Do work in one transaction, when the writers before are done: what one checks, no other changes meanwhile.

        It is done anew from the start where something was in the way all the same.

        Raises:
            StoreError: the server refuses, stops or is gone; nothing of the work stays.
        """
        until = time.monotonic() + _RETRY_SECONDS
        turn = self._use.turn() if self._use and self._access == "write" else contextlib.nullcontext()
        with turn, self._speaking("a change"), self._session(neo4j.WRITE_ACCESS) as session:
            # Opened to read, the transaction says so, and it is the server that refuses.
            execute = session.execute_read if self._access == "read" else session.execute_write
            while True:
                try:
                    found = execute(lambda transaction: self._noted(work, Change(transaction)))
                except driver_errors.ClientError as error:
                    # Who does not take turns made the same node at once, or removed one that was found but not read.
                    race = isinstance(error, driver_errors.ConstraintError) or error.code == _REMOVED
                    if not race or time.monotonic() > until:
                        raise
                    time.sleep(0.05)
                else:
                    if self._memory is not None:
                        self._memory.forget()
                    return found

    def _noted(self, work: Callable[[Change], T], change: Change) -> T:
        if not self._use:  # where there are no locks, files are locked instead
            change.take_turn()
        found = work(change)
        if change.changed:
            change.run(query("note_change", "maintain"), removals=int(change.removed))
            if change.told:
                at = datetime.now(UTC).isoformat(timespec="seconds")
                change.run(query("log_changes", "maintain"), at=at, rows=change.told)
        return found

    def ensure_schema(self) -> None:
        """Make constraints and indexes, unless this version of them is noted as made."""
        statements = schema_statements(self.server.kind)
        digest = hashlib.sha256(repr(statements).encode()).hexdigest()
        if self._schema() == digest:
            return
        # The embedded server refuses two that make the same type at once.
        with self._use.exclusive() if self._use else contextlib.nullcontext():
            if self._schema() == digest:
                return
            for language, statement in statements:
                if language == "sql" and self._use:
                    self._use.sql(statement)
                else:
                    with self._speaking(statement), self._session(neo4j.WRITE_ACCESS) as session:
                        session.run(statement).consume()
            self.write(
                lambda change: change.run(query("note_schema", "maintain"), digest=digest, log=secrets.token_hex(8))
            )

    def has_schema(self) -> bool:
        """Whether constraints and indexes of any version were made."""
        return self._schema() is not None

    def close(self) -> None:
        """Give the server up; twice is once."""
        self._driver.close()
        if self._use:
            self._use.release()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _schema(self) -> str | None:
        rows = self.read(query("read_schema", "maintain"))
        return str(rows[0]["digest"]) if rows else None

    def _session(self, mode: str) -> neo4j.Session:
        mode = neo4j.READ_ACCESS if self._access == "read" else mode
        return self._driver.session(database=self._database, default_access_mode=mode)

    @contextlib.contextmanager
    def _speaking(self, about: str) -> Iterator[None]:
        try:
            yield
        except (driver_errors.Neo4jError, driver_errors.DriverError) as error:
            if self._use and isinstance(error, _GONE) and _ended(self._use):
                raise StoreUnavailable(
                    f"The embedded server has ended while it was asked for {about}. Run this again: it is started anew "
                    "with everything that was reported as done; nothing is there by halves. What needs more memory "
                    f"than EMBEDDED_HEAP ends it, too. {self._use.folder / 'log'} may say why it ended."
                ) from error
            raise _translated(error, self.server.uri, about, self._timeout) from error


def _ended(use: EmbeddedServer) -> bool:
    """Whether the server is gone: its connections break a moment before it is."""
    for _ in range(10):
        if not use.runs:
            return True
        time.sleep(0.1)
    return False


def open_store(settings: Settings, access: Access, memory: Memory | None = None) -> GraphStore:
    """The store that the settings lead to, reachable, with its constraints and indexes.

    A Neo4j that has a reading login of its own is left as it is where it is only read. ``memory`` keeps answers about
    the whole graph, for whoever asks often; stores may share one, and who made it closes it.

    Raises:
        SettingsError: the address cannot work.
        StoreError: the server cannot be started, is not there or refuses the login.
    """
    use = use_embedded(settings) if settings.neo4j_uri is None else None
    try:
        store = _connect(settings, access, use, memory)
    except BaseException:
        if use:
            use.release()
        raise
    try:
        if access == "write":
            store.ensure_schema()
        elif (use or settings.neo4j_reader_user is None) and not store.has_schema():
            with open_store(settings, "write"):
                pass
    except BaseException:
        store.close()
        raise
    return store


def _connect(settings: Settings, access: Access, use: EmbeddedServer | None, memory: Memory | None) -> GraphStore:
    uri = use.uri if use else settings.neo4j_uri or ""
    login = use.login(access) if use else _login(settings, access)
    if uri.partition("://")[0] not in _SCHEMES:
        raise SettingsError(f"NEO4J_URI={uri!r} is no address of a Neo4j. Write neo4j://host:7687 or bolt://host:7687.")
    if "@" in uri:  # not shown: a password may stand there
        raise SettingsError("NEO4J_URI holds a login before its @. Put it into NEO4J_USER and NEO4J_PASSWORD.")
    try:
        driver = neo4j.GraphDatabase.driver(
            uri,
            auth=login,
            connection_timeout=_CONNECT_SECONDS,
            connection_acquisition_timeout=settings.query_timeout + _CONNECT_SECONDS,
            max_transaction_retry_time=_RETRY_SECONDS,
            notifications_min_severity="OFF" if not use else None,
            user_agent="policy-graph",
        )
    except (ValueError, driver_errors.ConfigurationError) as error:
        raise SettingsError(f"NEO4J_URI={uri!r} cannot be used: {error}. Write neo4j://host:7687.") from error
    try:
        found = driver.get_server_info()
        name, _, version = str(found.agent).partition("/")
        server = ServerInfo("neo4j", name, version, uri)
        if use:
            server = ServerInfo("embedded", "ArcadeDB", use.version, uri)
    except (driver_errors.Neo4jError, driver_errors.DriverError) as error:
        driver.close()
        raise _translated(error, uri, "the login", settings.query_timeout) from error
    return GraphStore(driver, server, settings, access, use, memory)


def _login(settings: Settings, access: Access) -> tuple[str, str] | None:
    if access == "read" and settings.neo4j_reader_user is not None:
        user, password = settings.neo4j_reader_user, settings.neo4j_reader_password
    else:
        user, password = settings.neo4j_user, settings.neo4j_password
    return (user, password.get_secret_value()) if password else None


def _translated(error: Exception, uri: str, about: str, timeout: float) -> StoreError:
    """The driver's error as ours."""
    code = getattr(error, "code", None) or ""
    said = str(getattr(error, "message", None) or error).rstrip(".")
    if isinstance(error, driver_errors.AuthError) and not code.endswith("Forbidden"):
        return LoginRefused(f"{uri} refuses the login: {said}. Check NEO4J_USER and NEO4J_PASSWORD.")
    if code.endswith((".Security.Forbidden", ".Statement.AccessMode", ".General.WriteOnReadOnlyAccessDatabase")):
        return WriteRefused(f"{uri} refuses to write for a reader ({about}). Open the store for writing to change it.")
    if "TransactionTimedOut" in code or "LockClientStopped" in code:
        return QueryTimeout(f"{about} took longer than {timeout:g} s. Ask for less, or raise QUERY_TIMEOUT.")
    if code == _DATABASE_MISSING:
        return StoreUnavailable(f"{uri}: {said} Set NEO4J_DATABASE to one that is there, or unset it.")
    if isinstance(error, driver_errors.TransientError):
        return StoreError(f"{uri} is busy and gave up on {about}: {said}. Try again.")
    if isinstance(error, _GONE):
        return StoreUnavailable(f"{uri} does not answer: {said}. Start it, or correct NEO4J_URI.")
    return StatementRefused(f"{uri} refuses {about}: {said}")
