package io.tenantry.scenario.generate;

import java.util.List;

/** What people of a made-up company do. */
enum Departments {
    SALES("Sales", "Account Executive", "Sales Analyst", "Key Account Specialist"),
    OPERATIONS("Operations", "Process Engineer", "Shift Planner", "Dispatcher"),
    FINANCE("Finance", "Accountant", "Financial Analyst", "Payroll Specialist"),
    ENGINEERING("Engineering", "Software Engineer", "Test Engineer", "Systems Architect"),
    HUMAN_RESOURCES("Human Resources", "Recruiter", "Learning Advisor", "HR Generalist"),
    MARKETING("Marketing", "Content Editor", "Campaign Planner", "Brand Designer"),
    LEGAL("Legal & Compliance", "Counsel", "Compliance Officer", "Contract Analyst"),
    LOGISTICS("Logistics", "Warehouse Associate", "Customs Agent", "Fleet Coordinator"),
    SUPPORT("Customer Support", "Support Agent", "Service Desk Analyst", "Field Technician"),
    RESEARCH("Research", "Scientist", "Laboratory Assistant", "Data Scientist");

    final String title;
    final List<String> jobs;

    Departments(String title, String... jobs) {
        this.title = title;
        this.jobs = List.of(jobs);
    }
}
