/** Browsers in which users are signed in. */
package io.tenantry.token.session;
