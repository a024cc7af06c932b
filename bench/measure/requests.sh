# shellcheck shell=bash
# Requests

measure_requests() {
  serve_fresh "$users"
  title "Requests over $users users (median of $rounds × $span s, warm)"
  printf 'Server: `%s`\n\n' "$served"
  requests_head
  requests_row 'GET /q/health/live (bare)' live seconds="$span"
  requests_row 'GET /_tenantry/health (REST, on a worker)' health seconds="$span"
  requests_row 'GET /v1.0/users/{id}' by-id seconds="$span"
  requests_row 'GET /v1.0/users (100)' page seconds="$span"
  requests_row 'client_credentials token' token seconds="$span"
  printf '\nBare RS256 signatures for a second of CPU: %s (`%s`)\n' "$(tool Signing 3)" "$(shown Signing 3)"
  end_server
}
