/** Users, groups, applications, roles and the rest of the directory: the rules that make each of them special. */
package io.tenantry.directory;
