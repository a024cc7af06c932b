/** Users who sign in: who they are, whether their password is right and their account good, and who they are in another tenant. */
package io.tenantry.token.signin;
