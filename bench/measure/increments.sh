# shellcheck shell=bash
# What an incremental cycle costs in a directory that is a hundred times as large

# cycles CHANGES: rounds of the server at $port
cycles() { tool IncrementalCycle port="$port" pid="$server" changes="$1" rounds="$((rounds + 2))" || fail "an incremental cycle failed"; }

measure_increments() {
  local few_port few_server many_port many_server
  serve_kept "$few" synchronized
  few_port=$port few_server=$server
  serve_kept "$many" synchronized
  many_port=$port many_server=$server
  title "Incremental cycles, $few against $many users (median and worst of $((rounds + 2)))"
  printf '| | %s: ms | worst | CPU ms | %s: ms | worst | CPU ms | times slower | made by |\n|---|---|---|---|---|---|---|---|---|\n' "$few" "$many"
  increments_row 100 'incremental cycle, 100 changes'
  increments_row 0 'nothing to do'
  end "$few_server"
  end_server
}

# increments_row CHANGES LABEL
increments_row() {
  of_few cycles "$1" >"$work/one.tsv"
  of_many cycles "$1" >"$work/other.tsv"
  printf '| %s | %s | %s | %s | %s | %s | %s | **%s** | `%s` |\n' "$2" \
    "$(column 1 "$work/one.tsv")" "$(worst "$work/one.tsv")" "$(column 2 "$work/one.tsv")" \
    "$(column 1 "$work/other.tsv")" "$(worst "$work/other.tsv")" "$(column 2 "$work/other.tsv")" \
    "$(quotient "$(column 1 "$work/other.tsv")" "$(column 1 "$work/one.tsv")")" "$(shown IncrementalCycle changes="$1" rounds="$((rounds + 2))")"
}

worst() { sort -n "$1" | tail -n 1 | cut -f 1; }
