/** Tokens of other issuers, and the credentials of applications that trust them. */
package io.tenantry.token.federation;
