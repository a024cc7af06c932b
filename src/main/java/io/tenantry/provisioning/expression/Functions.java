package io.tenantry.provisioning.expression;

import io.tenantry.provisioning.expression.function.AltSecIdFromNetid;
import io.tenantry.provisioning.expression.function.AppRoleAssignments;
import io.tenantry.provisioning.expression.function.AppRoleAssignmentsComplex;
import io.tenantry.provisioning.expression.function.Append;
import io.tenantry.provisioning.expression.function.AssertiveAppRoleAssignmentsComplex;
import io.tenantry.provisioning.expression.function.BitAnd;
import io.tenantry.provisioning.expression.function.CBool;
import io.tenantry.provisioning.expression.function.CDate;
import io.tenantry.provisioning.expression.function.CStr;
import io.tenantry.provisioning.expression.function.Coalesce;
import io.tenantry.provisioning.expression.function.ConvertToBase64;
import io.tenantry.provisioning.expression.function.ConvertToUtf8Hex;
import io.tenantry.provisioning.expression.function.Count;
import io.tenantry.provisioning.expression.function.DateAdd;
import io.tenantry.provisioning.expression.function.DateDiff;
import io.tenantry.provisioning.expression.function.DateFromNum;
import io.tenantry.provisioning.expression.function.DefaultDomain;
import io.tenantry.provisioning.expression.function.FormatDateTime;
import io.tenantry.provisioning.expression.function.Guid;
import io.tenantry.provisioning.expression.function.IgnoreFlowIfNullOrEmpty;
import io.tenantry.provisioning.expression.function.Iif;
import io.tenantry.provisioning.expression.function.InStr;
import io.tenantry.provisioning.expression.function.IsNothing;
import io.tenantry.provisioning.expression.function.IsNull;
import io.tenantry.provisioning.expression.function.IsNullOrEmpty;
import io.tenantry.provisioning.expression.function.IsPresent;
import io.tenantry.provisioning.expression.function.IsString;
import io.tenantry.provisioning.expression.function.Item;
import io.tenantry.provisioning.expression.function.Join;
import io.tenantry.provisioning.expression.function.Left;
import io.tenantry.provisioning.expression.function.Mid;
import io.tenantry.provisioning.expression.function.NormalizeDiacritics;
import io.tenantry.provisioning.expression.function.Not;
import io.tenantry.provisioning.expression.function.Now;
import io.tenantry.provisioning.expression.function.NumFromDate;
import io.tenantry.provisioning.expression.function.PCase;
import io.tenantry.provisioning.expression.function.Prepend;
import io.tenantry.provisioning.expression.function.RandomString;
import io.tenantry.provisioning.expression.function.Redact;
import io.tenantry.provisioning.expression.function.RemoveDuplicates;
import io.tenantry.provisioning.expression.function.Replace;
import io.tenantry.provisioning.expression.function.SelectUniqueValue;
import io.tenantry.provisioning.expression.function.SingleAppRoleAssignment;
import io.tenantry.provisioning.expression.function.Split;
import io.tenantry.provisioning.expression.function.StripSpaces;
import io.tenantry.provisioning.expression.function.Switch;
import io.tenantry.provisioning.expression.function.ToLower;
import io.tenantry.provisioning.expression.function.ToUpper;
import io.tenantry.provisioning.expression.function.Trim;
import io.tenantry.provisioning.expression.function.Word;
import io.tenantry.provisioning.expression.value.Function;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The functions that expressions may call, by their names with case. */
public final class Functions {
    private static final Map<String, Function> BY_NAME = new LinkedHashMap<>();

    static {
        List.of(
                        new AltSecIdFromNetid(),
                        new AppRoleAssignments(),
                        new AppRoleAssignmentsComplex(),
                        new Append(),
                        new AssertiveAppRoleAssignmentsComplex(),
                        new BitAnd(),
                        new CBool(),
                        new CDate(),
                        new CStr(),
                        new Coalesce(),
                        new ConvertToBase64(),
                        new ConvertToUtf8Hex(),
                        new Count(),
                        new DateAdd(),
                        new DateDiff(),
                        new DateFromNum(),
                        new DefaultDomain(),
                        new FormatDateTime(),
                        new Guid(),
                        new IgnoreFlowIfNullOrEmpty(),
                        new Iif(),
                        new InStr(),
                        new IsNothing(),
                        new IsNull(),
                        new IsNullOrEmpty(),
                        new IsPresent(),
                        new IsString(),
                        new Item(),
                        new Join(),
                        new Left(),
                        new Mid(),
                        new NormalizeDiacritics(),
                        new Not(),
                        new Now(),
                        new NumFromDate(),
                        new PCase(),
                        new Prepend(),
                        new RandomString(),
                        new Redact(),
                        new RemoveDuplicates(),
                        new Replace(),
                        new SelectUniqueValue(),
                        new SingleAppRoleAssignment(),
                        new Split(),
                        new StripSpaces(),
                        new Switch(),
                        new ToLower(),
                        new ToUpper(),
                        new Trim(),
                        new Word())
                .forEach(function -> BY_NAME.put(function.name(), function));
        // both spellings stand in Microsoft's pages (provisioning-engine.md §3, synchronization-api.md §9.3)
        BY_NAME.put("AltSecIdFromNetId", BY_NAME.get("AltSecIdFromNetid"));
    }

    private Functions() {}

    public static Optional<Function> find(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }

    /** A function that is known to be there. */
    static Function named(String name) {
        return find(name).orElseThrow();
    }

    public static Collection<Function> all() {
        return BY_NAME.values().stream().distinct().toList();
    }
}
