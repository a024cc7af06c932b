/** The key that signs tokens, its certificate, and what is signed with it. */
package io.tenantry.token.key;
