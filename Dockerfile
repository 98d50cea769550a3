# The service as an image: pinned and hashed dependencies, no build tools left, not root.
FROM python:3.13-slim AS build

ENV PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_NO_INPUT=1 PIP_NO_CACHE_DIR=1
WORKDIR /build
COPY requirements.txt pyproject.toml README.md LICENSE ./
RUN python -m venv /opt/network-service \
    && /opt/network-service/bin/pip install --only-binary=:all: --require-hashes --requirement requirements.txt
COPY network_service network_service
COPY visualizations visualizations
COPY queries queries
RUN /opt/network-service/bin/pip install --no-deps --no-build-isolation .

FROM python:3.13-slim

# 10001: no user of the machine has it.
RUN useradd --uid 10001 --create-home --home-dir /var/lib/network-service --shell /usr/sbin/nologin service
COPY --from=build /opt/network-service /opt/network-service
ENV PATH=/opt/network-service/bin:$PATH \
    PYTHONDONTWRITEBYTECODE=1 \
    PYTHONUNBUFFERED=1 \
    NETWORK_SERVICE_STORE=sqlite:////var/lib/network-service/network.sqlite \
    NETWORK_SERVICE_WORK_FOLDER=/var/lib/network-service/work
USER service
WORKDIR /var/lib/network-service
RUN mkdir -m 0700 work
VOLUME /var/lib/network-service
EXPOSE 8000
HEALTHCHECK --interval=10s --timeout=4s --start-period=30s --retries=3 \
    CMD ["python", "-c", "import urllib.request as u; u.urlopen('http://127.0.0.1:8000/readyz', timeout=3)"]
CMD ["network-service", "serve", "--host", "0.0.0.0", "--port", "8000", "--behind-proxy"]
