/** Who a token stands for, asked with it (OpenID Connect Core 5.3). */
package io.tenantry.token.userinfo;
