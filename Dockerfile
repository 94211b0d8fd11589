# Hỏi Quyền as an image. No secret is in it: settings come from the environment when it runs (docs/operations.md).
ARG NODE_IMAGE=node:22-bookworm-slim

FROM ${NODE_IMAGE} AS packages
WORKDIR /app
# better-sqlite3 is compiled where its binary cannot be fetched.
RUN apt-get update \
  && apt-get install --yes --no-install-recommends python3 make g++ \
  && rm -rf /var/lib/apt/lists/*
COPY package.json package-lock.json .npmrc ./
RUN npm ci --omit=dev

FROM ${NODE_IMAGE}
ENV NODE_ENV=production \
    HOST=0.0.0.0 \
    PORT=3000 \
    DATABASE_URL=file:./data/hoi-quyen.db \
    BACKUP_DIR=/backups
WORKDIR /app
# The program belongs to root and runs as somebody else: it cannot change itself.
COPY --from=packages /app/node_modules ./node_modules
COPY package.json tsconfig.json LICENSE README.md ./
COPY knowledge ./knowledge
COPY scripts ./scripts
COPY src ./src
RUN mkdir --mode=0700 data /backups && chown node:node data /backups
USER node
VOLUME ["/app/data", "/backups"]
EXPOSE 3000
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/healthz`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
# Not `npm start`: npm would not pass the signal on. The program handles SIGTERM also as process 1; give it 15 seconds.
STOPSIGNAL SIGTERM
CMD ["node", "--import", "tsx", "src/main.ts"]
