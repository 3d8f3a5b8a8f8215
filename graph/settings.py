"""Every setting, its default and its meaning: made once at the edge (command line, app) and passed down."""

from pathlib import Path
from typing import Literal

import platformdirs
from pydantic import Field, SecretStr, ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict

from graph.errors import SettingsError


class Settings(BaseSettings):
    """Read from the environment, then from ``.env`` in the working directory; names are upper case there."""

    model_config = SettingsConfigDict(
        env_file=".env", env_file_encoding="utf-8", env_ignore_empty=True, extra="ignore", frozen=True
    )

    data: Path = Field(
        default_factory=lambda: Path(platformdirs.user_data_dir("policy-graph", appauthor=False)),
        description="Folder of the embedded store, made on first use.",
    )
    listen: str = Field(default="127.0.0.1", description="Address the web server listens on.")
    api_keys: Literal["auto", "on", "off"] = Field(
        default="auto",
        description="Whether requests need an API key (`policy-graph keys add`): on, off, or auto, which asks for one "
        "unless LISTEN is this machine alone.",
    )
    allowed_hosts: str | None = Field(
        default=None,
        description="Names, with commas between, under which the web server answers besides its own; without them any "
        "name is answered unless LISTEN is this machine alone.",
    )
    rate_limit: int = Field(
        default=600,
        ge=0,
        description="Requests a minute that each API key, or each address without one, may make where keys are asked "
        "for; 0 is as many as it likes.",
    )
    request_log: Path | None = Field(
        default=None,
        description="File that gets a line of JSON for each request: when, who, what, answer, bytes, milliseconds.",
    )
    port: int = Field(default=8000, ge=0, le=65535, description="Port the web server listens on.")
    neo4j_uri: str | None = Field(
        default=None, description="A Neo4j to use instead of the embedded server (neo4j://, bolt://, …+s://)."
    )
    neo4j_user: str = Field(default="neo4j", description="Login for loading.")
    neo4j_password: SecretStr | None = Field(default=None, description="Password of that login.")
    neo4j_reader_user: str | None = Field(
        default=None, description="Login for everything that only reads; without one, the loading login in READ mode."
    )
    neo4j_reader_password: SecretStr | None = Field(default=None, description="Password of the reading login.")
    neo4j_database: str | None = Field(default=None, description="Database on that Neo4j; its default without one.")
    embedded_heap: str = Field(
        default="1g", pattern=r"^\d+[mg]$", description="Memory bound of the embedded server, as Java writes it."
    )
    query_timeout: float = Field(default=30.0, gt=0, description="Seconds after which a query is stopped.")
    max_upload: int = Field(default=50_000_000, gt=0, description="Bytes a source file may have.")


def load_settings(**overrides: object) -> Settings:
    """Settings from environment, ``.env`` and overrides (None means not given).

    Raises:
        SettingsError: a value cannot work; names the setting and the value.
    """
    try:
        return Settings(**{name: value for name, value in overrides.items() if value is not None})  # type: ignore[arg-type]
    except ValidationError as error:
        first = error.errors()[0]
        name = str(first["loc"][0]).upper()
        raise SettingsError(
            f"{name}={first['input']!r} cannot be used: {first['msg']}. Correct it or unset it."
        ) from error
