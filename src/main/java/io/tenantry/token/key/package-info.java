/** The key that signs tokens, its certificate, and what is signed with it or with keys of others. */
package io.tenantry.token.key;
