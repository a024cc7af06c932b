# shellcheck shell=bash
# Several jobs at once

measure_jobs() {
  local jobs=10 each file=$work/scenario-jobs.json
  each=$((few / 5))
  tool ManyJobs scenario "$each" "$jobs" >"$file" || fail "no scenario of many jobs can be made"
  : >"$work/one.tsv"
  for ((i = 0; i < rounds; i++)); do
    serve '' --ephemeral --scenario "$file"
    tool ManyJobs run "$port" "$jobs" >>"$work/one.tsv" || fail "the cycles of many jobs failed"
    end_server
  done
  title "First cycles of $jobs tenants of $each users into one, all begun at once (median of $rounds)"
  printf '| first done, s | last done, s | users/s of all | first / last | made by |\n|---|---|---|---|---|\n'
  printf '| %s | %s | %.0f | **%s** | `%s` |\n' "$(column 1 "$work/one.tsv")" "$(column 2 "$work/one.tsv")" \
    "$(quotient "$((each * jobs))" "$(column 2 "$work/one.tsv")")" "$(quotient "$(column 1 "$work/one.tsv")" "$(column 2 "$work/one.tsv")")" \
    "$(shown ManyJobs run "$jobs")"
}
