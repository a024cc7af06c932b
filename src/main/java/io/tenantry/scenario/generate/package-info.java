/** Made-up directories: realistic, the same for the same seed, one object at a time. */
package io.tenantry.scenario.generate;
