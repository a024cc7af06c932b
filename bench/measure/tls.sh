# shellcheck shell=bash
# GET by id over connections with TLS that stay open, beside plain ones to the same server

with_tls() { tls=$secured_port "$@"; }

measure_tls() {
  local secured_port
  secured_port=$(free_port)
  serve_fresh "$few" --https-port "$secured_port"
  title "GET by id with TLS beside without, $few users (median of $rounds × $span s in turn)"
  printf 'Server: `%s`\n\n' "$served"
  requests_head
  alternate with_tls by-id of_server by-id
  requests_line 'GET /v1.0/users/{id}, TLS' "$work/one.tsv" by-id tls=… seconds="$span"
  requests_line 'GET /v1.0/users/{id}, plain' "$work/other.tsv" by-id seconds="$span"
  printf '\nWith TLS the server answers at **%s** of the plain rate.\n' "$(rates)"
  end_server
}
