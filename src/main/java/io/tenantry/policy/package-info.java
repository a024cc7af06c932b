/**
 * The cross-tenant access policy of a tenant, its partners, what was deleted of them, and the multitenant organization
 * (cross-tenant-access-policy.md).
 */
package io.tenantry.policy;
