package io.tenantry.store;

import java.util.Locale;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.CoreErrorCode;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.flywaydb.core.api.output.ValidateOutput;
import org.flywaydb.core.api.output.ValidateResult;

/** Brings the schema of a database to that of this version. */
final class Migrations {
    private static final Map<Dialect, Map<String, String>> PLACEHOLDERS = Map.of(
            Dialect.SQLITE,
            Map.of("text", "text", "clustered", " without rowid", "nulls_first", ""),
            Dialect.POSTGRESQL,
            Map.of("text", "text collate \"C\"", "clustered", "", "nulls_first", " nulls first"));

    private Migrations() {}

    /** Throws where the schema is one that this version does not know. */
    static void apply(DataSource source, Dialect dialect) {
        Flyway flyway = Flyway.configure()
                .dataSource(source)
                .locations(
                        "classpath:db/migration",
                        "classpath:db/" + dialect.name().toLowerCase(Locale.ROOT))
                .failOnMissingLocations(false)
                .placeholders(PLACEHOLDERS.get(dialect))
                .ignoreMigrationPatterns(new String[0])
                .load();
        try {
            flyway.migrate();
        } catch (FlywayValidateException e) {
            throw new FlywayException(refusal(flyway.validateWithResult()));
        }
    }

    private static String refusal(ValidateResult result) {
        for (ValidateOutput each : result.invalidMigrations) {
            if (each.errorDetails.errorCode == CoreErrorCode.APPLIED_VERSIONED_MIGRATION_NOT_RESOLVED) {
                return "it was written by a newer version of Tenantry (schema " + each.version + ")";
            }
        }
        String first = result.invalidMigrations.isEmpty()
                ? ""
                : " (migration " + result.invalidMigrations.get(0).version + ")";
        return "its schema is none of this version of Tenantry" + first;
    }
}
