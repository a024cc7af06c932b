/** How a client proves who it is. */
package io.tenantry.token.authentication;
