/** The journal: what Graph and the token service were asked and answered of late, shown without the secrets in it, and as HAR or script. */
package io.tenantry.journal;
