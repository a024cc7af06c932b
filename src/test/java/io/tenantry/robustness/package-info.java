/** Whatever comes in is answered: by a result, or by one of Graph's own errors. */
package io.tenantry.robustness;
