/** The error of Graph, as every part throws it. */
package io.tenantry.error;
