# shellcheck shell=bash
# What the measurements share

running=()
server=''

# end PID: ends what was started here and waits for it
end() {
  local each left=()
  kill -TERM "$1" 2>/dev/null
  wait "$1" 2>/dev/null
  for each in ${running[@]+"${running[@]}"}; do [ "$each" = "$1" ] || left+=("$each"); done
  running=(${left[@]+"${left[@]}"})
}
end_server() {
  [ -z "$server" ] || end "$server"
  server=''
}
end_all() {
  while [ ${#running[@]} -gt 0 ]; do end "${running[${#running[@]} - 1]}"; done
}

median() { sort -n | awk '{ v[NR] = $1 } END { print v[int((NR + 1) / 2)] }'; }

# column N FILE: the median of a column
column() { cut -f "$1" "$2" | median; }

# quotient A B
quotient() { awk -v a="$1" -v b="$2" 'BEGIN { printf "%.2f", b ? a / b : 0 }'; }

# below the ports that the system gives to callers
free_port() {
  local port
  while port=$((20000 + RANDOM % 12000)) && (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null; do :; done
  printf '%s' "$port"
}

# scenario USERS: the file of two companies, so many users in the first
scenario() {
  local file=$work/scenario-$1.json
  sed "s/\"users\": 0/\"users\": $1/" bench/scenario.json >"$file"
  printf '%s' "$file"
}

# serve JAVA_OPTIONS OPTION…: starts the server as a user would, waits until it answers; sets server and port
serve() {
  local options=$1
  shift
  port=$(free_port)
  TENANTRY_JAVA_OPTS=$options ./tenantry start --port "$port" "$@" >"$work/server.log" 2>&1 </dev/null &
  server=$!
  running+=("$server")
  await "$server" "$port" /_tenantry/health "the server does not start, see target/bench/server.log"
}

# serve_fresh USERS OPTION…: a server with a new directory of so many users; $served says how it was started
serve_fresh() {
  say "$1 users are made up"
  if [ -n "$postgres" ]; then
    serve '' --store "$(database fresh anew)" --scenario "$(scenario "$1")" "${@:2}"
  else
    serve '' --ephemeral --scenario "$(scenario "$1")" "${@:2}"
  fi
  served="./tenantry start $([ -n "$postgres" ] && echo '--store jdbc:postgresql://…' || echo --ephemeral) --scenario target/bench/scenario-$1.json"
}

# await PID PORT PATH COMPLAINT: until the path answers 200
await() {
  local waited=0
  until answers "$2" "$3"; do
    waited=$((waited + 1))
    { [ "$waited" -lt 18000 ] && kill -0 "$1" 2>/dev/null; } || fail "$4"
    sleep 0.1
  done
}

# answers PORT PATH
answers() {
  (
    exec 3<>"/dev/tcp/127.0.0.1/$1" || exit 1
    printf 'GET %s HTTP/1.0\r\n\r\n' "$2" >&3
    read -r -t 20 line <&3
    [[ $line == *' 200 '* ]]
  ) 2>/dev/null
}

# The generator is held to one core, the server may use all: at most half of two cores are not its own.
if command -v taskset >/dev/null; then
  one_core=(taskset -c "$(($(nproc) - 1))")
else
  one_core=()
fi

# tool CLASS ARGUMENT…: a program of bench/
tool() { "$java" --enable-native-access=ALL-UNNAMED -Djava.util.logging.manager=org.jboss.logmanager.LogManager -cp "$work/classes:$libraries" "$@"; }
# shown CLASS ARGUMENT…: how a table names it
shown() { printf 'java -cp target/bench/classes %s' "${*//"$PWD/"/}"; }

# load WHAT OPTION…: of the server at $port with the process $server
load() {
  ${one_core[@]+"${one_core[@]}"} "$java" -Xmx256m -XX:+UseSerialGC -cp "$work/classes" Load "$@" ${tls:+tls=$tls} port="$port" pid="$(processes)" || fail "load $1 failed"
}

# processes: those whose CPU counts; a server that is several, and a database beside it, count as a whole
processes() {
  local database=''
  [ -z "$postgres" ] || [ -n "${foreign-}" ] || database=$(pgrep -P "$database_server")
  printf '%s' "$server $(pgrep -P "$server") $database" | tr -s ' \n' ','
}

# load_round NUMBER WHAT OPTION…: the first round is the one that needs a warm-up
load_round() {
  local i=$1
  shift
  load "$@" warmup="$([ "$i" -gt 0 ] && echo 1 || echo "$warmup")"
}

# measured FILE WHAT OPTION…: so many rounds of load into FILE
measured() {
  local out=$1 i
  shift
  : >"$out"
  for ((i = 0; i < rounds; i++)); do load_round "$i" "$@" >>"$out" || exit 1; done
}

# alternate WHO REQUESTS WHO REQUESTS: rounds of two in turn, so that whatever else the machine does meets both; into one.tsv and other.tsv.
# WHO is a function that runs a command with the $port and $server of its server.
alternate() {
  local i
  : >"$work/one.tsv"
  : >"$work/other.tsv"
  for ((i = 0; i < rounds; i++)); do
    "$1" load_round "$i" "$2" seconds="$span" >>"$work/one.tsv" || exit 1
    "$3" load_round "$i" "$4" seconds="$span" >>"$work/other.tsv" || exit 1
  done
}
of_server() { "$@"; }

# rates: by how much the first of two was faster
rates() { quotient "$(column 1 "$work/one.tsv")" "$(column 1 "$work/other.tsv")"; }

# cells FILE: requests/s, median, 99th percentile, CPU
cells() { printf '%s | %s | %s | %s' "$(column 1 "$1")" "$(column 2 "$1")" "$(column 3 "$1")" "$(column 5 "$1")"; }

title() { printf '\n## %s%s\n\n' "$1" "${postgres:+, on PostgreSQL}"; }

requests_head() {
  printf '| request | per s | median ms | p99 ms | body bytes | server CPU ms each | generator CPU %% of a core | command |\n|---|---|---|---|---|---|---|---|\n'
}

# requests_row LABEL WHAT OPTION…
requests_row() {
  local label=$1
  shift
  measured "$work/load.tsv" "$@"
  requests_line "$label" "$work/load.tsv" "$@"
}

# requests_line LABEL FILE WHAT OPTION…: of rounds that have been
requests_line() {
  local label=$1 out=$2
  shift 2
  printf '| %s | %s | %s | %s | %s | %s | %s | `%s` |\n' "$label" "$(column 1 "$out")" "$(column 2 "$out")" \
    "$(column 3 "$out")" "$(column 4 "$out")" "$(column 5 "$out")" "$(column 6 "$out")" "$(shown Load "$@")"
}
