# shellcheck shell=bash
# What a page costs far into a directory, and what queries cost in one that is a hundred times as large

# requests_of USERS: what is asked of a kept directory; leaves verdicts-USERS.tsv
requests_of() {
  tool Mix prepare port="$port" out="$work/mix-$1" || fail "the requests cannot be made"
  tool Mix check port="$port" out="$work/mix-$1" >"$work/verdicts-$1.tsv" || fail "the requests cannot be checked"
}

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
  serve_kept "$few" plain
  requests_of "$few"
  few_port=$port few_server=$server
  serve_kept "$many" plain
  requests_of "$many"
  many_port=$port many_server=$server
  title "$few against $many users (median of $rounds × $span s, two servers in turn)"
  printf '| | %s: per s | p50 ms | p99 ms | CPU ms each | %s: per s | p50 ms | p99 ms | CPU ms each | times slower | made by |\n|---|---|---|---|---|---|---|---|---|---|---|\n' "$few" "$many"
  while IFS=$'\t' read -r name verdict rest <&4; do size_row "$name" "$verdict" "$rest"; done 4<"$work/verdicts-$few.tsv"
  end "$few_server"
  end_server
}
