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

# measure_size USERS: leaves size-USERS.tsv: query, requests/s, median ms, p99 ms
measure_size() {
  local out=$work/size-$1.tsv name verdict detail
  serve_kept "$1"
  tool Mix prepare port="$port" out="$work/mix-$1" || fail "the requests cannot be made"
  tool Mix check port="$port" out="$work/mix-$1" >"$work/verdicts.tsv" || fail "the requests cannot be checked"
  : >"$out"
  while IFS=$'\t' read -r name verdict detail <&4; do
    say "$1 users, query $name"
    if [ "$verdict" = refused ]; then
      printf '%s\t-\t-\t-\n' "$name" >>"$out"
    else
      measured "$work/load.tsv" "$work/mix-$1/$name.tenantry" seconds="$span"
      printf '%s\t%s\t%s\t%s\n' "$name" "$(column 1 "$work/load.tsv")" "$(column 2 "$work/load.tsv")" "$(column 3 "$work/load.tsv")" >>"$out"
    fi
  done 4<"$work/verdicts.tsv"
  say "$1 users, cycles of 100 changes"
  tool IncrementalCycle port="$port" pid="$server" rounds="$((rounds + 2))" >"$work/cycles.tsv" || fail "a cycle of $1 users failed"
  printf 'cycle\t-\t%s\t%s\n' "$(column 1 "$work/cycles.tsv")" "$(sort -n "$work/cycles.tsv" | tail -n 1 | cut -f 1)" >>"$out"
  end_server
}

measure_far() {
  local last=$((users / 100)) first far
  serve_fresh "$users"
  tool Walk port="$port" page=1 out="$work/page-1" && tool Walk port="$port" page="$last" out="$work/page-$last" || fail "the pages cannot be walked"
  title "First and ${last}th page of 100, $users users (median of $rounds × $span s)"
  printf 'Server: `%s`; the page: `%s`\n\n' "$served" "$(shown Walk page="$last" out="target/bench/page-$last")"
  requests_head
  requests_row 'page 1' "$work/page-1" seconds="$span"
  first=$(column 1 "$work/load.tsv")
  requests_row "page $last" "$work/page-$last" seconds="$span"
  far=$(column 1 "$work/load.tsv")
  printf '\nPage 1 is **%s×** as fast as page %s.\n' "$(quotient "$first" "$far")" "$last"
  end_server
}

measure_pages() {
  measure_far
  measure_size "$few"
  measure_size "$many"
  title "$few against $many users (median of $rounds × $span s; cycles: median and worst of $((rounds + 2)))"
  printf '| | %s: per s | p50 ms | p99 ms | %s: per s | p50 ms | p99 ms | times slower | made by |\n|---|---|---|---|---|---|---|---|---|\n' "$few" "$many"
  paste "$work/size-$few.tsv" "$work/size-$many.tsv" | awk -F '\t' -v seconds="$span" '{
    slower = $2 > 0 && $6 > 0 ? sprintf("**%.2f**", $2 / $6) : $3 > 0 && $7 > 0 ? sprintf("**%.2f**", $7 / $3) : "not served"
    by = $1 == "cycle" ? "IncrementalCycle" : "Load target/bench/mix-{USERS}/" $1 ".tenantry seconds=" seconds
    label = $1 == "cycle" ? "incremental cycle, 100 changes" : $1
    printf "| %s | %s | %s | %s | %s | %s | %s | %s | `java -cp target/bench/classes %s` |\n", label, $2, $3, $4, $6, $7, $8, slower, by }'
}
