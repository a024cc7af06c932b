# shellcheck shell=bash
# Plan of the first cycle

# plan_row USERS JAVA_OPTIONS
plan_row() {
  local count=$1 options=$2 data=$work/data plans=$work/plans.tsv peak=0
  : >"$plans"
  for ((i = 0; i < rounds; i++)); do
    rm -rf "$data"
    serve "$options" --data "$data" --scenario "$(scenario "$count")"
    tool FirstPlan "$port" "$count" "$server" >>"$plans" || fail "the plan of $count failed"
    peak=$(awk '/VmHWM/ { print int($2 / 1024) }' "/proc/$server/status" 2>/dev/null)
    end_server
  done
  rm -rf "$data"
  printf '| %d | %s | %s | %s | %s | %s | %s | `TENANTRY_JAVA_OPTS="%s" ./tenantry start --data D --scenario target/bench/scenario-%d.json`; `FirstPlan.java` |\n' \
    "$count" "$(column 3 "$plans")" "$(column 1 "$plans")" "$(column 5 "$plans")" "$(column 2 "$plans")" "$(column 4 "$plans")" "$peak" "$options" "$count"
}

measure_plan() {
  title "Plan of the first cycle of all users (median of $rounds)"
  printf '| users | to be created | s to the first page | of a warm server | s to the second | CPU s of both | peak RSS MiB | made by |\n|---|---|---|---|---|---|---|---|\n'
  for size in $sizes; do plan_row "$size" ''; done
  plan_row "${sizes##* }" -Xmx256m
}
