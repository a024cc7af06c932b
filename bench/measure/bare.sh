# shellcheck shell=bash
# GET by id beside a bare Quarkus endpoint that sends the same bytes

property() { sed -n "s:.*<$1>\(.*\)</$1>.*:\1:p" pom.xml; }

build_bare() {
  say "building the bare endpoint (log: target/bench/bare.log)"
  mvn -q -B -f bench/bare/pom.xml -Dquarkus.version="$(property quarkus.version)" -Dcompiler-plugin.version="$(property compiler-plugin.version)" \
    -Dbare.directory="$work/bare" package >"$work/bare.log" 2>&1 || fail "the bare endpoint does not build, see target/bench/bare.log"
}

# start_bare: with the options that the launcher gives to Tenantry's JVM; sets bare and bare_port
start_bare() {
  bare_port=$(free_port)
  "$java" -XX:+UseParallelGC -Dquarkus.http.port="$bare_port" -Dquarkus.http.host=127.0.0.1 -Dbare.body="$work/user.json" \
    -jar "$work/bare/quarkus-app/quarkus-run.jar" >"$work/bare-server.log" 2>&1 </dev/null &
  bare=$!
  running+=("$bare")
  await "$bare" "$bare_port" /v1.0/users/1 "the bare endpoint does not start, see target/bench/bare-server.log"
}

of_bare() { port=$bare_port server=$bare foreign=1 "$@"; }

measure_bare() {
  build_bare
  serve_fresh "$users"
  tool Mix prepare port="$port" out="$work/mix" || fail "the requests cannot be made"
  tool Mix first port="$port" out="$work/mix" >"$work/user.json" || fail "no user can be read"
  start_bare
  title "GET by id beside a bare Quarkus endpoint with the same bytes, $users users (median of $rounds × $span s)"
  printf 'Tenantry: `%s`, with a bearer token. Bare: `bench/bare/`, Quarkus %s, on the event loop.\n\n' "$served" "$(property quarkus.version)"
  requests_head
  alternate of_server "$work/mix/by-id.tenantry" of_bare "$work/mix/by-id.tenantry"
  requests_line 'GET /v1.0/users/{id}, Tenantry' "$work/one.tsv" "$work/mix/by-id.tenantry" seconds="$span"
  requests_line 'GET /v1.0/users/{id}, bare' "$work/other.tsv" "$work/mix/by-id.tenantry" seconds="$span"
  printf '\nTenantry answers at **%s** of the bare rate.\n' "$(rates)"
  end "$bare"
  end_server
}
