/** A person from both sides: the user of the source and the one of the target, what joins them, and why it is so. */
package io.tenantry.console.person;
