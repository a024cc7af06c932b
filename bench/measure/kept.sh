# shellcheck shell=bash
# Directories that take minutes to make and are kept for the next run

# serve_kept USERS STATE: as it was made, or as an earlier run left it. STATE is plain, as it was made up, or synchronized, once, into the
# other tenant
serve_kept() {
  local name=$2-$1${postgres:+-postgres} at=(--data "$work/$2-$1") made
  made=$(cat src/main/resources/db/*/* bench/scenario.json | cksum)
  [ "$(cat "$work/$name.made" 2>/dev/null)" = "$made" ] || rm -rf "$work/$name.made" "$work/$2-$1"
  [ -z "$postgres" ] || at=(--store "$(database "$2_$1" "$([ -f "$work/$name.made" ] || echo anew)")")
  [ -f "$work/$name.made" ] || say "a directory of $1 users is made; this takes its time"
  serve '' "${at[@]}" --scenario "$(scenario "$1")"
  if [ ! -f "$work/$name.made" ]; then
    [ "$2" != synchronized ] || tool IncrementalCycle port="$port" setup=true || fail "the first cycle of $1 users failed"
    printf '%s' "$made" >"$work/$name.made"
  fi
}

of_few() { port=$few_port server=$few_server "$@"; }
of_many() { port=$many_port server=$many_server "$@"; }
