# shellcheck shell=bash
# Tokens for clients with a secret, beside navikt's mock-oauth2-server and the bare rate of signatures

install_mock() {
  say "fetching mock-oauth2-server (log: target/bench/mock.log)"
  mvn -q -B -f bench/mock/pom.xml -Dmock.directory="$work/mock" dependency:copy-dependencies >"$work/mock.log" 2>&1 ||
    fail "mock-oauth2-server cannot be fetched, see target/bench/mock.log"
}

# start_mock: sets mock and mock_port
start_mock() {
  mock_port=$(free_port)
  SERVER_HOSTNAME=127.0.0.1 SERVER_PORT=$mock_port "$java" -XX:+UseParallelGC -cp "$work/mock/dependency/*" \
    no.nav.security.mock.oauth2.StandaloneMockOAuth2ServerKt >"$work/mock-server.log" 2>&1 </dev/null &
  mock=$!
  running+=("$mock")
  await "$mock" "$mock_port" /default/.well-known/openid-configuration "mock-oauth2-server does not start, see target/bench/mock-server.log"
}

of_mock() { port=$mock_port server=$mock foreign=1 "$@"; }

measure_tokens() {
  local signatures
  install_mock
  serve_fresh "$few"
  start_mock
  title "client_credentials tokens (median of $rounds × $span s in turn, warm)"
  printf 'Server: `%s`. mock-oauth2-server %s checks no secret, writes fewer claims and closes each connection.\n\n' "$served" "$(sed -n 's:.*<mock.version>\(.*\)</mock.version>.*:\1:p' bench/mock/pom.xml)"
  requests_head
  alternate of_server token of_mock mock-token
  requests_line 'token, Tenantry' "$work/one.tsv" token seconds="$span"
  requests_line 'token, mock-oauth2-server' "$work/other.tsv" mock-token seconds="$span"
  signatures=$(tool Signing 5)
  printf '\nTenantry issues **%s** times as many as mock-oauth2-server, and **%s** of the bare RS256 signatures for a second of CPU, %s (`%s`).\n' \
    "$(rates)" "$(awk -v ms="$(column 5 "$work/one.tsv")" -v bare="$signatures" 'BEGIN { printf "%.2f", 1000 / ms / bare }')" "$signatures" "$(shown Signing 5)"
  end "$mock"
  end_server
}
