package io.tenantry.scenario.generate;

/** Who reports to whom, by number: 0 leads the company, 1 to 10 its departments, everyone else has a manager with at most eight reports. */
final class OrganizationChart {
    private static final int DEPARTMENTS = Departments.values().length;
    private static final int REPORTS = 8;

    private OrganizationChart() {}

    /** Not for 0, who has none. */
    static int manager(int number) {
        return number <= DEPARTMENTS ? 0 : (number - DEPARTMENTS - 1) / REPORTS + 1;
    }

    /** Not for 0, who belongs to none. */
    static Departments department(int number) {
        int head = number;
        while (head > DEPARTMENTS) {
            head = manager(head);
        }
        return Departments.values()[head - 1];
    }

    static boolean leadsOthers(int number, int total) {
        return (long) (number - 1) * REPORTS + DEPARTMENTS + 1 < total;
    }
}
