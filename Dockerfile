# syntax=docker/dockerfile:1
# Two stages: packages are installed in the first; the second is Node, the assistant and nothing else. Other bases may be
# given: --build-arg NODE_IMAGE=… --build-arg RUNTIME_IMAGE=… (the latter needs libc and libstdc++ alone).
ARG NODE_IMAGE=docker.io/library/node:24-bookworm-slim
ARG RUNTIME_IMAGE=docker.io/library/debian:bookworm-slim

FROM ${NODE_IMAGE} AS build
WORKDIR /app
COPY package.json package-lock.json ./
# The install prepares an empty embedded database to copy.
COPY knowledge/database knowledge/database
RUN npm ci --omit=dev --no-audit --no-fund \
  && mv "$(realpath node_modules/node/bin/node)" /node \
  && rm -rf node_modules/node node_modules/.bin \
  && find node_modules -path node_modules/.cache -prune -o -type f \( -name '*.map' -o -name '*.md' -o -name '*.d.ts' -o -name '*.d.mts' -o -name '*.d.cts' \) -exec rm {} +

FROM ${RUNTIME_IMAGE}
WORKDIR /app
COPY --from=build /node /usr/local/bin/node
COPY --from=build --chown=10001:10001 /app/node_modules node_modules
COPY package.json LICENSE ./
COPY prompts prompts
COPY knowledge knowledge
COPY services services
COPY bot bot
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000 DATA_DIR=/data/zhixun
USER 10001:10001
VOLUME /data
EXPOSE 3000 9464
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=10s --timeout=6s --start-period=60s --retries=3 \
  CMD node bot/deploy/is-ready.js $PORT
ENTRYPOINT ["node", "--disable-warning=ExperimentalWarning", "--import", "./bot/node-version.js"]
CMD ["bot/main.ts"]
