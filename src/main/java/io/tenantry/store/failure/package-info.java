/** What the errors of a database mean for who asked: it cannot be used at present, a value is there already, or nobody can mend it. */
package io.tenantry.store.failure;
