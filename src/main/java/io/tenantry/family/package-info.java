/** The contract between the Graph pipeline and the families of resources: calls, callers, what they see, answers, who serves which path. */
package io.tenantry.family;
