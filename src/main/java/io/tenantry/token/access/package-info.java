/** What Graph asks of a token: whether it is good, who brings it, and what it is good for. */
package io.tenantry.token.access;
