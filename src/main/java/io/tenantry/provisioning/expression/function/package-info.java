/** The functions of mapping expressions, one class each. */
package io.tenantry.provisioning.expression.function;
