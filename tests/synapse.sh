#!/usr/bin/env bash
# `tests/synapse.sh build` lays a Matrix homeserver (Synapse) for the tests into a folder; needs root and Debian's packages.
# The folder is $TEST_SYNAPSE (an absolute path), else ~/.cache/unisson-synapse, and is kept: a second build does nothing. Tests start it themselves.
set -euo pipefail

home=${TEST_SYNAPSE:-$HOME/.cache/unisson-synapse}
root=$home/sid

works() { chroot "$root" python3 -c 'import synapse; print("Synapse", synapse.__version__)' 2>/dev/null; }

# Only Debian sid packages Synapse. Its packages are unpacked into a folder, not installed: they would replace this system's libc and Python.
build() {
  mkdir -p "$home"
  # Two builds at once would remove each other's half-made root.
  exec 9>"$home/lock"
  flock 9
  if works; then return; fi
  if ! command -v mmdebstrap >/dev/null; then
    apt-get update -qq
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends mmdebstrap >/dev/null
  fi
  rm -rf "$root"
  # A mirror's index of sid may be older than a week, which counts as expired; its signature is still checked.
  mmdebstrap --quiet --variant=extract --hook-dir=/usr/share/mmdebstrap/hooks/merged-usr \
    --aptopt='Acquire::Check-Valid-Until "false"' --include=matrix-synapse sid "$root" 9>&-
  works
}

case ${1:-} in
  build) build ;;
  *) echo "usage: $0 build" >&2; exit 64 ;;
esac
