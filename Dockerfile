# An image that serves the application. docs/operations.md, "In a container", says how to run it.
FROM node:24-bookworm-slim
WORKDIR /application
RUN mkdir /data && chown node:node /application /data
USER node

# Packages change less often than the source, so they are a layer of their own.
COPY --chown=node:node package.json package-lock.json .npmrc ./
RUN npm ci --include=dev && npm cache clean --force

COPY --chown=node:node . .
RUN npm run build

# Listening beyond the container means real use: APP_URL, SMTP_URL and NEXTAUTH_SECRET must be set.
ENV HOST=0.0.0.0 PORT=3000 DATA_DIR=/data
VOLUME /data
EXPOSE 3000
HEALTHCHECK --start-period=60s --interval=30s --timeout=10s \
  CMD ["node", "--eval", "fetch(`http://127.0.0.1:${process.env.PORT}/api/health`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "lib/platform/launch.mjs", "start"]
