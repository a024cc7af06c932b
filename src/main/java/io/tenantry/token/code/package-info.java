/** Codes that are exchanged for tokens once. */
package io.tenantry.token.code;
