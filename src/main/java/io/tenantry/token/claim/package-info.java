/** What applications ask to find in tokens: groups, directory roles and optional claims (token-service.md §8.4). */
package io.tenantry.token.claim;
