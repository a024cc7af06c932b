/** Sign-ins of devices and command lines that have no browser: a code to enter elsewhere (token-service.md §5). */
package io.tenantry.token.device;
