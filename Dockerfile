# The bot as an image: dependencies in a layer of their own, no build tools, not root.
FROM python:3.13-slim AS build
ENV PIP_NO_CACHE_DIR=1 UV_LINK_MODE=copy UV_PYTHON_DOWNLOADS=never \
    UV_COMPILE_BYTECODE=1
RUN pip install uv
WORKDIR /app
COPY pyproject.toml ./
RUN uv sync --no-dev
COPY main.py alembic.ini ./
COPY ledger ledger
COPY bot bot
COPY handlers handlers
COPY migrations migrations
RUN .venv/bin/python -m compileall -q main.py ledger bot handlers migrations \
    && .venv/bin/python -m bot.language.compiled_catalogues \
    && .venv/bin/python -c "from bot.runtime import lean_modules; lean_modules.compile_ahead()"

FROM python:3.13-slim
RUN useradd --create-home --uid 10001 square \
    && install --directory --owner square /data
COPY --from=build /app /app
WORKDIR /data
USER square
# The book lives in the volume unless DATABASE_URL says otherwise.
ENV PATH=/app/.venv/bin:$PATH \
    PYTHONUNBUFFERED=1 \
    DATABASE_URL=sqlite:////data/all_square.db \
    PORT=8080 \
    LOG_FORMAT=json
VOLUME /data
EXPOSE 8080
HEALTHCHECK --interval=30s --timeout=5s --start-period=30s CMD \
    ["python", "-c", "import os, urllib.request; urllib.request.urlopen(f'http://127.0.0.1:{os.environ[\"PORT\"]}/healthz', timeout=4)"]
ENTRYPOINT ["python", "/app/main.py"]
CMD ["run"]
