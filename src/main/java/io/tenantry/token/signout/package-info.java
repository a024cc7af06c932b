/** The end of sessions in a browser. */
package io.tenantry.token.signout;
