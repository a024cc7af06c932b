/** Pages that people see when they sign in: plain HTML without scripts from elsewhere, usable with the keyboard alone. */
package io.tenantry.token.page;
