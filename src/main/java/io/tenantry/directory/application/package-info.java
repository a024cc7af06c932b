/** Applications and service principals: credentials, permissions, assignments, grants, extension properties (directory.md §11, §15). */
package io.tenantry.directory.application;
