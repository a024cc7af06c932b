# shellcheck shell=bash
# Says of each step of a script whether it passed. Sourced.
failures=0

# step NAME FUNCTION: in a shell of its own, which ends at the first thing that fails
step() {
  local said code
  # no condition: in one, a failure would not end it
  said=$(set -eu -o pipefail; "$2" 2>&1 </dev/null)
  code=$?
  if [ "$code" -eq 0 ]; then
    printf 'passed %s\n' "$1"
  else
    failures=1
    printf '%s\nfailed %s: %s\n' "$said" "$1" "$(tail -n 1 <<<"$said" | cut -c 1-300)"
  fi
}

end_steps() { exit "$failures"; }
