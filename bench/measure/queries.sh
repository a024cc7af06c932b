# shellcheck shell=bash
# The query mix beside SAP CAP on SQLite, the same users on both sides

peer_home=$work/peer

# install_peer: as the lock file says, once
install_peer() {
  command -v npm >/dev/null || fail "npm is missing: SAP CAP comes from it"
  mkdir -p "$peer_home"
  if ! cmp -s bench/peer/package-lock.json "$peer_home/installed"; then
    say "installing SAP CAP (log: target/bench/npm.log)"
    cp bench/peer/package.json bench/peer/package-lock.json "$peer_home/"
    (cd "$peer_home" && npm ci) >"$work/npm.log" 2>&1 || fail "npm ci failed, see target/bench/npm.log"
    cp bench/peer/package-lock.json "$peer_home/installed"
  fi
  cp bench/peer/*.cds bench/peer/*.js "$peer_home/"
}

# start_peer PROCESSES: sets peer and peer_port
start_peer() {
  peer_port=$(free_port)
  (cd "$peer_home" && NODE_ENV=production PROCESSES=$1 PORT=$peer_port exec node serve.js) >"$work/peer.log" 2>&1 </dev/null &
  peer=$!
  running+=("$peer")
  await "$peer" "$peer_port" '/odata/Users?$top=1' "SAP CAP does not start, see target/bench/peer.log"
}

fill_peer() {
  rm -f "$peer_home"/users.sqlite*
  (cd "$peer_home" && node load.js "$work/users.ndjson") || fail "the users do not go into the peer's database"
}

# of_peer COMMAND…: with the peer as the server that is asked
of_peer() { port=$peer_port server=$peer foreign=1 "$@"; }

# query_row NAME VERDICT DETAIL
query_row() {
  local ours=$work/mix/$1.tenantry theirs=$work/mix/$1.peer
  say "query $1"
  if [ "$2" = refused ]; then
    of_peer measured "$work/load.tsv" "$theirs" seconds="$span"
    printf '| %s | not served: %s | | | | | %s | | ' "$1" "$3" "$(cells "$work/load.tsv")"
  else
    alternate of_server "$ours" of_peer "$theirs"
    printf '| %s | %s: %s | %s | %s | **%s** | ' "$1" "$2" "$3" "$(cells "$work/one.tsv")" "$(cells "$work/other.tsv")" "$(rates)"
  fi
  printf '`%s` |\n' "$(shown Load "target/bench/mix/$1.{tenantry,peer}" seconds="$span")"
}

# cluster_row NAME: the peer as two processes
cluster_row() {
  say "query $1, SAP CAP as two processes"
  of_peer measured "$work/load.tsv" "$work/mix/$1.peer" seconds="$span"
  printf '| %s | %s | `%s` |\n' "$1" "$(cells "$work/load.tsv")" "$(shown Load "target/bench/mix/$1.peer" seconds="$span")"
}

measure_queries() {
  local name verdict detail
  install_peer
  serve_fresh "$users"
  say "exporting $users users over Graph"
  tool Mix prepare port="$port" out="$work/mix" users="$work/users.ndjson" || fail "the users cannot be exported"
  fill_peer
  start_peer 1
  tool Mix check port="$port" peer="$peer_port" out="$work/mix" >"$work/verdicts.tsv" || fail "the answers cannot be compared"
  title "Query mix over $users users beside SAP CAP (median of $rounds × $span s, warm, 8 connections)"
  printf 'Tenantry: `%s`, with a bearer token. SAP CAP %s, Node %s: `node serve.js` of `bench/peer/`, one process, SQLite, production mode, dummy authentication (no token is checked).\n\n' \
    "$served" "$(sed -n 's/.*"@sap\/cds": "\(.*\)".*/\1/p' bench/peer/package.json)" "$(node --version)"
  printf '| query | result | Tenantry per s | p50 ms | p99 ms | CPU ms each | CAP per s | p50 ms | p99 ms | CPU ms each | ratio | made by |\n|---|---|---|---|---|---|---|---|---|---|---|---|\n'
  while IFS=$'\t' read -r name verdict detail <&4; do query_row "$name" "$verdict" "$detail"; done 4<"$work/verdicts.tsv"
  end "$peer"
  start_peer 2
  printf '\nSAP CAP as a cluster of two processes (`PROCESSES=2 node serve.js`):\n\n| query | per s | p50 ms | p99 ms | CPU ms each | made by |\n|---|---|---|---|---|---|\n'
  for name in by-id filter page; do cluster_row "$name"; done
  end "$peer"
  end_server
}
