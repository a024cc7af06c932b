/** What a client asks for, at which resource, and what of it has been consented to (token-service.md §3, §6). */
package io.tenantry.token.scope;
