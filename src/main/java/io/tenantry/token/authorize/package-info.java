/** Sign-ins in a browser: what clients ask for, the steps that a user takes, and the way back (token-service.md §6, §11). */
package io.tenantry.token.authorize;
