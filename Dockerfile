# One build, three images: what prepares the database and ends, the worker, and the HTTP service.
FROM node:24-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
# With the optional packages: the web app's bundler is one of them. What runs later has none of them, but its own Node and Postgres.
RUN npm ci --ignore-scripts
COPY nest-cli.json tsconfig.json ./
COPY scripts scripts
COPY libs libs
COPY apps apps
RUN npm run build && npm prune --omit=dev --omit=optional --ignore-scripts

FROM node:24-bookworm-slim AS runtime
ENV NODE_ENV=production
WORKDIR /app
COPY --from=build /app/package.json ./
COPY --from=build /app/node_modules node_modules
COPY --from=build /app/dist dist
USER node

FROM runtime AS prepare
CMD ["node", "dist/apps/local/src/prepare-main.js"]

FROM runtime AS worker
CMD ["node", "--enable-source-maps", "dist/apps/worker/src/main.bundle.js"]

FROM runtime AS applications
EXPOSE 3000
HEALTHCHECK --interval=10s --timeout=5s --start-period=30s --retries=3 \
  CMD ["node", "-e", "fetch('http://127.0.0.1:3000/health/ready').then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "--enable-source-maps", "dist/apps/applications/src/main.bundle.js"]
