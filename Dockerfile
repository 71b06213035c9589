# The build runs on the machine's own architecture and compiles for the one asked for.
FROM --platform=$BUILDPLATFORM mcr.microsoft.com/dotnet/sdk:10.0 AS build
ARG TARGETARCH
WORKDIR /source
COPY . .
RUN case "$TARGETARCH" in \
      amd64) rid=linux-x64 ;; \
      arm64) rid=linux-arm64 ;; \
      *) echo "There is no image for $TARGETARCH: amd64 and arm64 only" >&2; exit 1 ;; \
    esac \
    && docker/publish.sh "$rid" /app

FROM mcr.microsoft.com/dotnet/runtime-deps:10.0
RUN install -d -o "$APP_UID" -g "$APP_UID" /data
WORKDIR /app
COPY --from=build /app .
USER $APP_UID
VOLUME /data
# The program touches this file at least every 30 seconds: an old one means that it lives but does nothing any more.
HEALTHCHECK --interval=30s --timeout=5s --start-period=30s \
  CMD test -n "$(find /data/heartbeat -mmin -2 2>/dev/null)"
ENTRYPOINT ["/app/Unisson.Bot", "--data", "/data"]
