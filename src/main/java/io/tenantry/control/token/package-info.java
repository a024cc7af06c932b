/** Tokens without a sign-in: whom they may be for, and what they allow. */
package io.tenantry.control.token;
