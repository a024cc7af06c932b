/** Applications that may ask for tokens, and their secrets as they are kept. */
package io.tenantry.token.client;
