#!/usr/bin/env bash
# `tests/libreoffice.sh build` installs LibreOffice's spreadsheet and text programs without windows, in which tests open what the bot writes, and
# pdftotext, which reads their pages; needs root and Debian's packages. Where both are installed already, nothing is done.
set -euo pipefail

build() {
  if command -v soffice >/dev/null && command -v pdftotext >/dev/null; then soffice --version; return; fi
  apt-get update -qq
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends libreoffice-calc-nogui libreoffice-writer-nogui poppler-utils >/dev/null
  soffice --version
}

case ${1:-} in
  build) build ;;
  *) echo "usage: $0 build" >&2; exit 64 ;;
esac
