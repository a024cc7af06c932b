-- Which index leads to fewer rows in a directory as they usually are, for SQLite, which gathers no statistics by itself and would take the
-- first index that fits: entries of an index, then how many of them agree in the first column, in the first two, and so on.
analyze;
-- What it has found, empty tables, would make every index as good as reading all.
delete from sqlite_stat1;

insert into sqlite_stat1 (tbl, idx, stat) values
  ('directory_object', 'sqlite_autoindex_directory_object_1', '1000000 100000 1'),
  ('directory_object', 'directory_object_upn', '1000000 100000 1'),
  ('directory_object', 'directory_object_list', '1000000 100000 90000 1'),
  ('directory_object', 'directory_object_deleted', '20000 2000 1800 2 1'),
  ('directory_object', 'directory_object_display_name', '1000000 100000 90000 2 1'),
  ('directory_object', 'directory_object_created', '1000000 100000 90000 20 1'),
  ('directory_object', 'directory_object_given_name', '1000000 100000 90000 200'),
  ('directory_object', 'directory_object_surname', '1000000 100000 90000 200'),
  ('directory_object', 'directory_object_department', '1000000 100000 90000 5000 1'),
  ('directory_object', 'directory_object_job_title', '1000000 100000 90000 1000 1'),
  ('directory_object', 'directory_object_city', '1000000 100000 90000 2000 1'),
  ('directory_object', 'directory_object_country', '1000000 100000 90000 20000 1'),
  ('directory_object', 'directory_object_user_type', '1000000 100000 90000 60000'),
  ('directory_object', 'directory_object_mail', '1000000 100000 1'),
  ('directory_object', 'directory_object_nickname', '1000000 100000 1'),
  ('directory_object', 'directory_object_employee_id', '1000000 100000 1'),
  ('directory_object', 'directory_object_app_id', '1000000 100000 1'),
  ('directory_object', 'directory_object_unique_name', '1000000 100000 1'),
  ('directory_object', 'directory_object_role_template', '1000000 100000 1'),
  ('directory_object', 'directory_object_application_template', '1000000 100000 1'),
  ('directory_object', 'directory_object_alternative_id', '1000000 100000 1'),
  ('directory_object', 'directory_object_state', '1000000 100000 90000 60000'),
  ('directory_object', 'directory_object_usage_location', '1000000 100000 90000 60000'),
  ('directory_object', 'directory_object_company_name', '500000 50000 45000 5000'),
  ('directory_object', 'directory_object_employee_type', '500000 50000 45000 10000'),
  ('directory_object', 'directory_object_preferred_language', '500000 50000 45000 10000'),
  ('directory_object', 'directory_object_external_user_state', '500000 50000 45000 20000'),
  ('directory_object', 'directory_object_creation_type', '50000 5000 4000 2000 1'),
  ('directory_object', 'directory_object_age_group', '50000 5000 4000 2000 1'),
  ('directory_object', 'directory_object_consent_provided_for_minor', '50000 5000 4000 2000 1'),
  ('directory_object', 'directory_object_on_premises_security_identifier', '50000 5000 4000 1 1'),
  ('directory_object', 'directory_object_on_premises_user_principal_name', '50000 5000 4000 1 1'),
  ('directory_object', 'directory_object_on_premises_sam_account_name', '50000 5000 4000 1 1'),
  ('directory_object', 'directory_object_on_premises_immutable_id', '50000 5000 4000 1 1'),
  ('directory_object', 'directory_object_membership_rule_processing_state', '50000 5000 4000 500 1'),
  ('directory_object', 'directory_object_security_enabled', '50000 5000 4000 1500 1'),
  ('directory_object', 'directory_object_mail_enabled', '50000 5000 4000 1500 1'),
  ('directory_object', 'directory_object_is_resource_account', '50000 5000 4000 500 1'),
  ('directory_object', 'directory_object_is_assignable_to_role', '50000 5000 4000 1500 1'),
  ('directory_object', 'directory_object_on_premises_sync_enabled', '50000 5000 4000 3000 1'),
  ('directory_object', 'directory_object_disabled', '20000 2000 1800 1'),
  ('entity', 'sqlite_autoindex_entity_1', '1000000 100000 20000 5000 1'),
  ('entity', 'entity_ref1', '1000000 100000 20000 5 1'),
  ('entity', 'entity_ref2', '1000000 100000 20000 20 1'),
  ('entity', 'entity_ref3', '1000000 100000 20000 20 1'),
  ('object_value', 'object_value', '4000000 400000 4 1 1'),
  ('object_value', 'object_value_value', '4000000 400000 100000 5 1'),
  ('object_value', 'object_value_proxy_address', '2000000 200000 1');

-- This connection, which writes from now on, has to read them; others do when they are opened.
analyze sqlite_schema;
