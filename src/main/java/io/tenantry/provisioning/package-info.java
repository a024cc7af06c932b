/** The engine that carries users of one tenant into another; it knows resources, never HTTP. */
package io.tenantry.provisioning;
