/** {@code $search}: read from its text, checked against what the type can be searched by. */
package io.tenantry.odata.search;
