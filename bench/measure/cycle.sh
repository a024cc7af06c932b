# shellcheck shell=bash
# First cycle

# newest_snapshot DATA: its file, which is called otherwise than the snapshot
newest_snapshot() { find "$1/snapshots" -name '*.db' -printf '%T@ %p\n' | sort -n | tail -n 1 | cut -d' ' -f2; }

# cycle_row USERS JAVA_OPTIONS
cycle_row() {
  local count=$1 options=$2 data=$work/data cycles=$work/cycles.tsv inserts=$work/inserts.tsv peak=0
  : >"$cycles" && : >"$inserts"
  for ((i = 0; i < rounds; i++)); do
    rm -rf "$data" "$work/fresh.db"*
    serve "$options" --data "$data" --scenario "$(scenario "$count")"
    tool FirstCycle "$port" "$count" "$server" >>"$cycles" || fail "the cycle of $count failed"
    peak=$(awk '/VmHWM/ { print int($2 / 1024) }' "/proc/$server/status" 2>/dev/null)
    end_server
    tool BatchInsert "$(newest_snapshot "$data")" "$data/store.db" "$work/fresh.db" \
      >>"$inserts" 2>"$work/insert.log" || fail "the batch insert failed, see target/bench/insert.log"
  done
  rm -rf "$data" "$work/fresh.db"*
  awk -v users="$count" -v options="$options" -v peak="$peak" \
    -v seconds="$(column 1 "$cycles")" -v rate="$(column 2 "$cycles")" -v exported="$(column 3 "$cycles")" -v cpu="$(column 4 "$cycles")" \
    -v rows="$(column 1 "$inserts")" -v plain="$(column 2 "$inserts")" -v row_rate="$(column 3 "$inserts")" -v plain_cpu="$(column 4 "$inserts")" 'BEGIN {
      printf "| %d | %d | %s | %s | %s | %d | %.1f | %s | %.0f | %s | %.2f | %.2f | `TENANTRY_JAVA_OPTS=\"%s\" ./tenantry start --data D --scenario target/bench/scenario-%d.json`; `FirstCycle.java`; `BatchInsert.java` |\n",
        users, exported, seconds, rate, cpu, peak, rows / exported, row_rate, exported / plain, plain_cpu, plain / seconds, plain_cpu / cpu, options, users }'
}

# cycle_on_postgres USERS JAVA_OPTIONS: by itself, since the yardstick writes into a file of the embedded store
cycle_on_postgres() {
  local count=$1 options=$2 cycles=$work/cycles.tsv
  : >"$cycles"
  for ((i = 0; i < rounds; i++)); do
    serve "$options" --store "$(database cycle anew)" --scenario "$(scenario "$count")"
    tool FirstCycle "$port" "$count" "$server" >>"$cycles" || fail "the cycle of $count failed"
    end_server
  done
  printf '| %s | %s | %s | %s | %s | `TENANTRY_JAVA_OPTS="%s" ./tenantry start --store jdbc:postgresql://… --scenario target/bench/scenario-%s.json`; `FirstCycle.java` |\n' \
    "$count" "$(column 3 "$cycles")" "$(column 1 "$cycles")" "$(column 2 "$cycles")" "$(column 4 "$cycles")" "$options" "$count"
}

yardstick_head() {
  title "First cycle of all users beside a plain JDBC batch insert of the rows it wrote (median of $rounds)"
  printf '| users | provisioned | s | users/s | CPU s | peak RSS MiB | rows/user | plain: rows/s | plain: users/s | plain: CPU s | ratio of rates | ratio of CPU | made by |\n|---|---|---|---|---|---|---|---|---|---|---|---|---|\n'
}

measure_cycle() {
  local row=cycle_row
  if [ -n "$postgres" ]; then
    row=cycle_on_postgres
    title "First cycle of all users (median of $rounds)"
    printf '| users | provisioned | s | users/s | CPU s | made by |\n|---|---|---|---|---|---|\n'
  else
    yardstick_head
  fi
  for size in $sizes; do $row "$size" ''; done
  $row "${sizes##* }" -Xmx256m
}
