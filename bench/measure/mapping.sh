# shellcheck shell=bash
# What the change of one mapping costs in a directory that has been synchronized

measure_mapping() {
  serve_kept "$users" synchronized
  tool MappingChange port="$port" pid="$server" rounds="$rounds" >"$work/one.tsv" || fail "the cycle behind a new mapping failed"
  title "Cycle behind the change of one mapping, $users users (median of $rounds)"
  printf '| written | s | users/s | CPU s | made by |\n|---|---|---|---|---|\n'
  printf '| %s | %s | %s | %s | `%s` |\n' "$(column 3 "$work/one.tsv")" "$(column 1 "$work/one.tsv")" "$(column 2 "$work/one.tsv")" \
    "$(column 4 "$work/one.tsv")" "$(shown MappingChange rounds="$rounds")"
  end_server
}
