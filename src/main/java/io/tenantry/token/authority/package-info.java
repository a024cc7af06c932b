/** Whom a token URL names: a tenant or everybody, in one of the clouds; and the names that Microsoft Graph has there as a resource. */
package io.tenantry.token.authority;
