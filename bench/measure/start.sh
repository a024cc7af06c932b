# shellcheck shell=bash
# Start to first answer

# first_answers LABEL COMMAND…
first_answers() {
  local label=$1 out=$work/first.tsv
  shift
  : >"$out"
  for ((i = 0; i < rounds + 2; i++)); do
    tool FirstAnswer "$port" "$work/start.log" "$@" >>"$out" || fail "no answer from: $*"
  done
  printf '| %s | %s | %s | %s | `%s` |\n' "$label" "$(column 1 "$out")" "$(column 2 "$out")" "$(column 3 "$out")" "${*//"$PWD/"/}"
}

measure_start() {
  local home version cache record replay options
  port=$(free_port)
  title "Start to first answer, demo scenario, nothing kept (median of $((rounds + 2)))"
  printf '| what | health, ms | a user read, ms | CPU ms | command |\n|---|---|---|---|---|\n'
  first_answers 'launcher' ./tenantry start --ephemeral --port "$port"
  first_answers 'launcher, no cache' env TENANTRY_NO_CACHE=1 ./tenantry start --ephemeral --port "$port"
  for home in $(printf '%s\n' "$newest" "$(dirname "$(dirname "$(readlink -f "$(command -v java)")")")" | sort -u); do
    version=$("$home/bin/java" -version 2>&1 | sed -n 's/.* version "\([0-9]*\).*/\1/p')
    options=(-XX:+UseParallelGC)
    cache=$work/$version.cache
    if [ "$version" -ge 25 ]; then
      record=(-XX:AOTCacheOutput="$cache") replay=(-XX:AOTCache="$cache")
    else
      record=(-XX:ArchiveClassesAtExit="$cache") replay=(-XX:SharedArchiveFile="$cache")
    fi
    local run=(-Dtenantry.ephemeral=true -Dtenantry.port="$port" -jar "$jar")
    rm -f "$cache"
    tool FirstAnswer "$port" "$work/training.log" "$home/bin/java" "${options[@]}" "${record[@]}" "${run[@]}" >/dev/null
    [ -s "$cache" ] || fail "Java $version wrote no cache, see target/bench/training.log"
    first_answers "Java $version" "$home/bin/java" "${options[@]}" "${run[@]}"
    first_answers "Java $version, class cache" "$home/bin/java" "${options[@]}" "${replay[@]}" "${run[@]}"
  done
}
