/** How the token service speaks HTTP: its requests and its errors. */
package io.tenantry.token.http;
