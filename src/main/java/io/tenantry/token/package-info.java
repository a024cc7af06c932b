/** The Entra token service, and what a token lets its bearer do on the Graph side. */
package io.tenantry.token;
