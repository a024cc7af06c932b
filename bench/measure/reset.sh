# shellcheck shell=bash
# Reset

measure_reset() {
  serve '' --ephemeral --scenario "$(scenario 3)"
  title "Reset, 3 users (50 calls, one after the other)"
  requests_head
  requests_row 'POST /_tenantry/reset' reset connections=1 count=50
  end_server
}
