/** Which object of the target belongs to a source object, and what stands in the way of a new one. */
package io.tenantry.provisioning.matching;
