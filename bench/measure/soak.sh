# shellcheck shell=bash
# Mixed load in a small heap for a long time; the server keeps its store on disk

measure_soak() {
  local at store data=$work/soak failed=''
  rm -rf "$data"
  if [ -n "$postgres" ]; then
    store=$(database soak anew)
    at=(--store "$store")
  else
    store=jdbc:sqlite:$data/store.db
    at=(--data "$data")
  fi
  say "$users users are made up"
  serve -Xmx256m "${at[@]}" --scenario "$(scenario "$users")"
  title "Mixed load over $users users for $soak_span, 16 clients, $soak_rate requests/s, heap of 256 MiB"
  printf 'Server: `TENANTRY_JAVA_OPTS=-Xmx256m ./tenantry start %s --scenario target/bench/scenario-%s.json`; load: `%s`\n\n' \
    "$([ -n "$postgres" ] && echo '--store jdbc:postgresql://…' || echo '--data target/bench/soak')" "$users" "$(shown Soak span="$soak_span" rate="$soak_rate")"
  tool -Xmx128m -XX:+UseSerialGC Soak port="$port" pid="$server" jdk="$newest" store="$store" span="$soak_span" rate="$soak_rate" warmup="$soak_warmup" || failed=1
  end_server
  rm -rf "$data"
  [ -z "$failed" ] || fail "the soak saw errors"
}
