/** As much of Azure Resource Manager as tools ask for when somebody signs in: clouds, subscriptions, tenants. */
package io.tenantry.management;
