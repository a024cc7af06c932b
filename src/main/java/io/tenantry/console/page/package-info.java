/** What all pages of the console share: their frame, the outcome of a call, errors, and the key. */
package io.tenantry.console.page;
