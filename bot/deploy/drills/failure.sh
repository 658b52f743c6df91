#!/usr/bin/env bash
# Failure drill on a copy that runs under compose: asks all the while that a replica is killed, the database is restarted, and
# the database stands still for 20 s. Answers may be refused (503) meanwhile; each message is sent again until it is answered,
# and afterwards all is well again by itself. Then a backup is restored.
#   docker compose up -d --scale zhixun=2 && bot/deploy/drills/failure.sh https://localhost
set -euo pipefail
url=${1:?the address of the assistant}
here=$(dirname "$0")

# Waits until the assistant is ready; fails after a minute.
ready() {
  for _ in $(seq 60); do
    if curl -fsSk -o /dev/null --max-time 6 "$url/readyz"; then return; fi
    sleep 1
  done
  echo "not ready a minute after: $1" >&2
  exit 1
}

# The certificate of a copy is often one that nobody has signed.
NODE_TLS_REJECT_UNAUTHORIZED=0 node --disable-warning=Warning "$here/load.js" "$url" --seconds 90 --people 10 --faults &
load=$!
trap 'kill "$load" 2>/dev/null || true' EXIT
sleep 10
echo '== A replica is killed'
replica=$(docker compose ps -q zhixun | head -n 1)
docker kill "$replica" >/dev/null
sleep 3
docker start "$replica" >/dev/null
ready 'a killed replica'
echo '== The database restarts'
docker compose restart database
ready 'a restarted database'
echo '== The database stands still'
docker compose pause database
sleep 20
docker compose unpause database
ready 'a database that stood still'
echo '== Every message is answered'
wait "$load"
trap - EXIT
echo '== A backup, restored into an empty database'
docker compose exec -T zhixun node bot/commands/backup.ts /data/drill.jsonl.gz
docker compose exec -T zhixun env -u DATABASE_URL DATA_DIR=/data/drill node bot/commands/restore.ts /data/drill.jsonl.gz
docker compose exec -T zhixun rm -rf /data/drill /data/drill.jsonl.gz
echo 'All well.'
