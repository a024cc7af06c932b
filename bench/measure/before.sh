# shellcheck shell=bash
# This checkout beside another that is built (--before DIR), in turn, so that whatever else the machine does meets both

of_before() { port=$before_port server=$before_server "$@"; }

# before_row LABEL WHAT [WHAT_BEFORE]: a figure below 1 means that less CPU is used than before
before_row() {
  alternate of_before "${3:-$2}" of_server "$2"
  printf '| %s | %s | %s | %s | %s | %s | `%s` |\n' "$1" "$(column 1 "$work/one.tsv")" "$(column 1 "$work/other.tsv")" \
    "$(column 5 "$work/one.tsv")" "$(column 5 "$work/other.tsv")" \
    "$(quotient "$(column 5 "$work/other.tsv")" "$(column 5 "$work/one.tsv")")" "$(shown Load "$2" seconds="$span")"
}

measure_before() {
  local here=$PWD before_port before_server
  cd "$before" || exit 1
  ./tenantry build >"$work/before.log" 2>&1 || fail "what is in $before does not build, see target/bench/before.log"
  serve_fresh "$users"
  before_port=$port before_server=$server
  cd "$here" || exit 1
  serve_fresh "$users"
  tool Mix prepare port="$before_port" out="$work/mix-before" || fail "the requests cannot be made"
  tool Mix prepare port="$port" out="$work/mix" || fail "the requests cannot be made"
  title "Beside the build of $(git -C "$before" log -1 --format=%h), $users users (median of $rounds × $span s, in turn, after $warmup s)"
  printf 'Server: `%s`, each in its checkout\n\n' "$served"
  printf '| request | per s before | now | server CPU ms before | now | now / before | command |\n|---|---|---|---|---|---|---|\n'
  before_row 'GET /v1.0/users/{id}' by-id
  before_row 'GET /v1.0/users (100)' page
  before_row 'GET /v1.0/users?$filter' "$work/mix/filter.tenantry" "$work/mix-before/filter.tenantry"
  before_row 'GET /v1.0/users?$orderby' "$work/mix/order.tenantry" "$work/mix-before/order.tenantry"
  before_row 'client_credentials token' token
  end "$before_server"
  end_server
}
