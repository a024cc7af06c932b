/** Queries as SQL: one statement for one page, with keyset paging. */
package io.tenantry.odata.sql;
