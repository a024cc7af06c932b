/** {@code $filter}: Graph's dialect brought to strict OData, parsed by Olingo into a tree of our own, checked against what Graph allows. */
package io.tenantry.odata.filter;
