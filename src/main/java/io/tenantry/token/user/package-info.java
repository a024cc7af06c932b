/** Tokens for users: what a sign-in, a client and the scopes that it asks for come to. */
package io.tenantry.token.user;
