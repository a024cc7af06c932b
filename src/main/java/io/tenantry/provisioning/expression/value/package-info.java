/** Values of expressions, and what makes them: evaluators and functions. */
package io.tenantry.provisioning.expression.value;
