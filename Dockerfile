# The bot as a container: production dependencies only, no root; it listens inside of the container only (HTTP_HOST).
# Give it DISCORD_TOKEN, or DISCORD_TOKEN_FILE for a mounted secret. It writes to /app/data only, so --read-only with a volume there is fine.
#
# A release names its base by digest, so that the same image can be built again:
#   docker buildx imagetools inspect node:24-slim --format '{{.Manifest.Digest}}'
#   docker buildx build --build-arg BASE=node:24-slim@sha256:<digest> --sbom=true --provenance=mode=max …
# and writes the digest into the notes of the release. The tag alone is for trying: it follows Node's security releases.
ARG BASE=node:24-slim

FROM ${BASE} AS dependencies
WORKDIR /app
COPY package.json package-lock.json ./
# No package that is needed at run time has an install script; none of any other is to run.
RUN npm ci --omit=dev --ignore-scripts --no-audit --no-fund

FROM ${BASE}
LABEL org.opencontainers.image.title="mpp-bot" \
      org.opencontainers.image.description="Answers questions about the US Migrant Protection Protocols on Discord, with sources" \
      org.opencontainers.image.licenses="MIT"
ENV NODE_ENV=production
WORKDIR /app
COPY --from=dependencies /app/node_modules node_modules
COPY package.json LICENSE ./
COPY src src
COPY commands commands
COPY corpus corpus
# The one folder that is written to: give it a volume, or everything that moderators made is gone with the container.
RUN mkdir data && chown node:node data
VOLUME /app/data
USER node
# Asks /healthz: alive, not ready. discord.js opens a lost connection again by itself, and a container that is restarted
# for each would use up the bot's starts. /readyz says whether the gateway is connected.
HEALTHCHECK --interval=60s --timeout=10s --start-period=60s --retries=3 \
  CMD ["node", "src/ops/health-check.ts"]
# node is the first process and gets SIGTERM itself; npm would stand between.
CMD ["node", "src/main.ts"]
