/** Tests as users of the extension write them; {@code TenantryTestIT} runs them in a virtual machine of their own. */
package io.tenantry.junit.sample;
