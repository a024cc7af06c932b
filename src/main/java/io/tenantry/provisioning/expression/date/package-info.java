/** Dates as .NET reads and writes them: texts of any usual shape, custom formats, and the intervals between two. */
package io.tenantry.provisioning.expression.date;
