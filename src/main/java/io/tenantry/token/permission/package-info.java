/** What a token lets its bearer do and see on the Graph side: the tables of permissions and of sight. */
package io.tenantry.token.permission;
