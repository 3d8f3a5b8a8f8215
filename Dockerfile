# The app alone: the reader, the API, the pages and the embedded store. docker-compose.yml puts a Neo4j beside it.
FROM python:3.12-slim AS build
WORKDIR /src
ENV PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_NO_CACHE_DIR=1 PIP_ROOT_USER_ACTION=ignore

# Versions first: a change of the code alone does not install them again.
COPY requirements.lock .
RUN python -m venv /opt/policy-graph \
 && /opt/policy-graph/bin/pip install -q --require-hashes -r requirements.lock
COPY pyproject.toml README.md LICENSE ./
COPY graph graph
COPY ingest ingest
COPY api api
COPY cypher cypher
# What built it does not travel with it: pip and the build backend are taken out of the environment that is copied.
RUN /opt/policy-graph/bin/pip install -q --no-deps --no-build-isolation . \
 && /opt/policy-graph/bin/pip uninstall -q -y hatchling editables pathspec pluggy trove-classifiers pip \
 && /opt/policy-graph/bin/python -m compileall -q /opt/policy-graph/lib

FROM python:3.12-slim
LABEL org.opencontainers.image.title="policy-graph" org.opencontainers.image.licenses="Apache-2.0"
RUN useradd --create-home --uid 10001 policy && install -d -o policy -g policy /data
COPY --from=build /opt/policy-graph /opt/policy-graph
COPY examples /app/examples
WORKDIR /app
USER policy
ENV PATH=/opt/policy-graph/bin:$PATH PYTHONUNBUFFERED=1 DATA=/data LISTEN=0.0.0.0 PORT=8000
VOLUME /data
EXPOSE 8000
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=10s --timeout=3s --start-period=30s CMD \
  ["python", "-c", "import os, urllib.request; urllib.request.urlopen('http://127.0.0.1:' + os.environ['PORT'] + '/healthz', timeout=2)"]
CMD ["policy-graph", "serve"]
