# shellcheck shell=bash
# What an incremental cycle costs in a directory that is a hundred times as large

# cycles: rounds of the server at $port
cycles() { tool IncrementalCycle port="$port" pid="$server" rounds="$((rounds + 2))" || fail "an incremental cycle failed"; }

measure_increments() {
  local few_port few_server many_port many_server
  serve_kept "$few" synchronized
  few_port=$port few_server=$server
  serve_kept "$many" synchronized
  many_port=$port many_server=$server
  title "Incremental cycles of 100 changes, $few against $many users (median and worst of $((rounds + 2)))"
  printf '| | %s: ms | worst | CPU ms | %s: ms | worst | CPU ms | times slower | made by |\n|---|---|---|---|---|---|---|---|---|\n' "$few" "$many"
  of_few cycles >"$work/one.tsv"
  of_many cycles >"$work/other.tsv"
  printf '| incremental cycle, 100 changes | %s | %s | %s | %s | %s | %s | **%s** | `%s` |\n' \
    "$(column 1 "$work/one.tsv")" "$(worst "$work/one.tsv")" "$(column 2 "$work/one.tsv")" \
    "$(column 1 "$work/other.tsv")" "$(worst "$work/other.tsv")" "$(column 2 "$work/other.tsv")" \
    "$(quotient "$(column 1 "$work/other.tsv")" "$(column 1 "$work/one.tsv")")" "$(shown IncrementalCycle rounds="$((rounds + 2))")"
  end "$few_server"
  end_server
}

worst() { sort -n "$1" | tail -n 1 | cut -f 1; }
