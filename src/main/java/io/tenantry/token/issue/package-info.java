/** Access tokens: their claims, signed. */
package io.tenantry.token.issue;
