#!/usr/bin/env bash
# Publishes the bot and the .NET runtime it needs, compiled ahead of time as one: docker/publish.sh linux-x64|linux-arm64 OUTPUT
set -euo pipefail

case "${1:-}" in
  linux-x64 | linux-arm64) rid=$1 ;;
  *) echo "docker/publish.sh: the first argument is linux-x64 or linux-arm64" >&2; exit 64 ;;
esac
[ $# -eq 2 ] || { echo "docker/publish.sh: the second argument is the folder to publish to" >&2; exit 64; }
mkdir -p "$2"
output=$(cd "$2" && pwd)
cd "$(dirname "$0")/.."

# Intermediate files stay out of the checkout, so that publishing disturbs no build in progress.
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
# Compiled with its runtime, because code that spans both is else compiled at each start: measured, docs/performance.md.
common=(src/Unisson.Bot --artifacts-path "$work" -p:SelfContained=true -p:PublishReadyToRun=true -p:PublishReadyToRunComposite=true)

# Restored for both machines at once: the lock files hold both, and locked mode wants exactly that.
dotnet restore "${common[@]}" --locked-mode
dotnet publish "${common[@]}" --no-restore --configuration Release --runtime "$rid" --output "$output"
