# shellcheck shell=bash
# What a page costs: far into a directory, and in one that is a hundred times as large

# serve_kept USERS: a directory that has been synchronized once, from an earlier run where there is one
serve_kept() {
  local name=kept-$1${postgres:+-postgres} at=(--data "$work/kept-$1") made
  made=$(cat src/main/resources/db/migration/* bench/scenario.json | cksum)
  [ "$(cat "$work/$name.made" 2>/dev/null)" = "$made" ] || rm -rf "$work/$name.made" "$work/kept-$1"
  [ -z "$postgres" ] || at=(--store "$(database "kept_$1" "$([ -f "$work/$name.made" ] || echo anew)")")
  [ -f "$work/$name.made" ] || say "a directory of $1 users is made and synchronized; this takes its time"
  serve '' "${at[@]}" --scenario "$(scenario "$1")"
  if [ ! -f "$work/$name.made" ]; then
    tool IncrementalCycle port="$port" setup=true || fail "the first cycle of $1 users failed"
    printf '%s' "$made" >"$work/$name.made"
  fi
}

# requests_of USERS: what is asked of a kept directory; leaves verdicts-USERS.tsv
requests_of() {
  tool Mix prepare port="$port" out="$work/mix-$1" || fail "the requests cannot be made"
  tool Mix check port="$port" out="$work/mix-$1" >"$work/verdicts-$1.tsv" || fail "the requests cannot be checked"
}

of_few() { port=$few_port server=$few_server "$@"; }
of_many() { port=$many_port server=$many_server "$@"; }

# size_row NAME VERDICT
size_row() {
  say "query $1"
  if [ "$2" = refused ]; then
    printf '| %s | | | | | | | | | not served | ' "$1"
  else
    alternate of_few "$work/mix-$few/$1.tenantry" of_many "$work/mix-$many/$1.tenantry"
    printf '| %s | %s | %s | **%s** | ' "$1" "$(cells "$work/one.tsv")" "$(cells "$work/other.tsv")" "$(rates)"
  fi
  printf '`%s` |\n' "$(shown Load "target/bench/mix-{$few,$many}/$1.tenantry" seconds="$span")"
}

# cycles: rounds of the server at $port
cycles() { tool IncrementalCycle port="$port" pid="$server" rounds="$((rounds + 2))" || fail "an incremental cycle failed"; }

cycles_row() {
  say "incremental cycles of 100 changes"
  of_few cycles >"$work/one.tsv"
  of_many cycles >"$work/other.tsv"
  printf '| incremental cycle, 100 changes | | %s | %s | %s | | %s | %s | %s | **%s** | `%s` |\n' \
    "$(column 1 "$work/one.tsv")" "$(worst "$work/one.tsv")" "$(column 2 "$work/one.tsv")" \
    "$(column 1 "$work/other.tsv")" "$(worst "$work/other.tsv")" "$(column 2 "$work/other.tsv")" \
    "$(quotient "$(column 1 "$work/other.tsv")" "$(column 1 "$work/one.tsv")")" "$(shown IncrementalCycle rounds="$((rounds + 2))")"
}

worst() { sort -n "$1" | tail -n 1 | cut -f 1; }

measure_far() {
  local page last=$((users / 100))
  serve_fresh "$users"
  for page in 1 "$last"; do
    tool Walk port="$port" page="$page" out="$work/page-$page" || fail "page $page cannot be walked to"
  done
  title "First and ${last}th page of 100, $users users (median of $rounds × $span s)"
  printf 'Server: `%s`; the page: `%s`\n\n' "$served" "$(shown Walk page="$last" out="target/bench/page-$last")"
  requests_head
  alternate of_server "$work/page-1" of_server "$work/page-$last"
  requests_line 'page 1' "$work/one.tsv" "$work/page-1" seconds="$span"
  requests_line "page $last" "$work/other.tsv" "$work/page-$last" seconds="$span"
  printf '\nPage 1 is **%s** times as fast as page %s.\n' "$(rates)" "$last"
  end_server
}

measure_pages() {
  local name verdict rest few_port few_server many_port many_server
  measure_far
  serve_kept "$few"
  requests_of "$few"
  few_port=$port few_server=$server
  serve_kept "$many"
  requests_of "$many"
  many_port=$port many_server=$server
  title "$few against $many users (median of $rounds × $span s, two servers in turn; cycles: median and worst of $((rounds + 2)))"
  printf '| | %s: per s | p50 ms | p99 ms | CPU ms each | %s: per s | p50 ms | p99 ms | CPU ms each | times slower | made by |\n|---|---|---|---|---|---|---|---|---|---|---|\n' "$few" "$many"
  while IFS=$'\t' read -r name verdict rest <&4; do size_row "$name" "$verdict" "$rest"; done 4<"$work/verdicts-$few.tsv"
  cycles_row
  end "$few_server"
  end_server
}
