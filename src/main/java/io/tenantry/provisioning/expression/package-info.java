/** The language of attribute mappings: parsed once, planned into a tree of small evaluators, evaluated for each object. */
package io.tenantry.provisioning.expression;
