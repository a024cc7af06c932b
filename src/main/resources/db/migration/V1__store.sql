-- ${text} is text that compares by code point on both databases, so that prefix ranges and keyset pages use its index.
-- ${nulls_first} orders an index as queries do: null before every value.
-- ${clustered} keeps a table in its primary key where the database can.

create table server_value (name ${text} primary key, value text not null);

create table tenant (
  key integer primary key,
  id ${text} not null unique,
  alias ${text} unique,
  display_name text not null,
  initial_domain text not null,
  cloud text not null,
  created bigint not null,
  seq bigint not null
);

create table tenant_domain (name ${text} primary key, tenant integer not null);

create table directory_object (
  tenant integer not null,
  id ${text} not null,
  type ${text} not null,
  parent ${text} not null,
  body text not null,
  display_name ${text},
  user_principal_name ${text},
  given_name ${text},
  surname ${text},
  mail ${text},
  mail_nickname ${text},
  department ${text},
  job_title ${text},
  city ${text},
  state ${text},
  country ${text},
  company_name ${text},
  office_location ${text},
  employee_id ${text},
  employee_type ${text},
  age_group ${text},
  consent_provided_for_minor ${text},
  mobile_phone ${text},
  postal_code ${text},
  street_address ${text},
  preferred_language ${text},
  usage_location ${text},
  user_type ${text},
  creation_type ${text},
  external_user_state ${text},
  on_premises_security_identifier ${text},
  on_premises_user_principal_name ${text},
  on_premises_sam_account_name ${text},
  on_premises_immutable_id ${text},
  description ${text},
  membership_rule_processing_state ${text},
  app_id ${text},
  unique_name ${text},
  role_template_id ${text},
  application_template_id ${text},
  alternative_security_id ${text},
  display_name_tokens ${text},
  description_tokens ${text},
  account_enabled integer,
  security_enabled integer,
  mail_enabled integer,
  is_resource_account integer,
  is_assignable_to_role integer,
  on_premises_sync_enabled integer,
  created_date_time bigint,
  deleted_date_time bigint,
  primary key (tenant, id)
);
-- A soft-deleted user's UPN carries its id as prefix, so it never stands in the way (directory.md §9).
create unique index directory_object_upn on directory_object (tenant, user_principal_name) where user_principal_name is not null;
create index directory_object_list on directory_object (tenant, type, id) where deleted_date_time is null;
create index directory_object_deleted on directory_object (tenant, type, deleted_date_time${nulls_first}, id) where deleted_date_time is not null;
-- What most users have. With the id behind the value, matches come in the order of pages.
create index directory_object_display_name on directory_object (tenant, type, display_name${nulls_first}, id) where deleted_date_time is null;
create index directory_object_created on directory_object (tenant, type, created_date_time${nulls_first}, id) where deleted_date_time is null;
create index directory_object_given_name on directory_object (tenant, type, given_name${nulls_first}) where deleted_date_time is null;
create index directory_object_surname on directory_object (tenant, type, surname${nulls_first}) where deleted_date_time is null;
create index directory_object_department on directory_object (tenant, type, department${nulls_first}, id) where deleted_date_time is null;
create index directory_object_job_title on directory_object (tenant, type, job_title${nulls_first}, id) where deleted_date_time is null;
create index directory_object_city on directory_object (tenant, type, city${nulls_first}, id) where deleted_date_time is null;
create index directory_object_country on directory_object (tenant, type, country${nulls_first}, id) where deleted_date_time is null;
-- What nearly everybody has a value of their own in.
create index directory_object_mail on directory_object (tenant, mail${nulls_first}) where mail is not null;
create index directory_object_nickname on directory_object (tenant, mail_nickname${nulls_first}) where mail_nickname is not null;
create index directory_object_employee_id on directory_object (tenant, employee_id${nulls_first}) where employee_id is not null;
create index directory_object_app_id on directory_object (tenant, app_id${nulls_first}) where app_id is not null;
create index directory_object_unique_name on directory_object (tenant, unique_name${nulls_first}) where unique_name is not null;
create index directory_object_role_template on directory_object (tenant, role_template_id${nulls_first}) where role_template_id is not null;
create index directory_object_application_template on directory_object (tenant, application_template_id${nulls_first}) where application_template_id is not null;
create index directory_object_alternative_id on directory_object (tenant, alternative_security_id${nulls_first}) where alternative_security_id is not null;
-- What all share a few values of. Without the id, which would scatter each write; frequent values are not looked up.
create index directory_object_state on directory_object (tenant, type, state${nulls_first}) where deleted_date_time is null;
create index directory_object_usage_location on directory_object (tenant, type, usage_location${nulls_first}) where deleted_date_time is null;
create index directory_object_user_type on directory_object (tenant, type, user_type${nulls_first}) where deleted_date_time is null;
create index directory_object_company_name on directory_object (tenant, type, company_name${nulls_first}) where deleted_date_time is null and company_name is not null;
create index directory_object_employee_type on directory_object (tenant, type, employee_type${nulls_first}) where deleted_date_time is null and employee_type is not null;
create index directory_object_preferred_language on directory_object (tenant, type, preferred_language${nulls_first}) where deleted_date_time is null and preferred_language is not null;
create index directory_object_external_user_state on directory_object (tenant, type, external_user_state${nulls_first}) where deleted_date_time is null and external_user_state is not null;
create index directory_object_creation_type on directory_object (tenant, type, creation_type, id) where deleted_date_time is null and creation_type is not null;
create index directory_object_age_group on directory_object (tenant, type, age_group${nulls_first}, id) where deleted_date_time is null and age_group is not null;
create index directory_object_consent_provided_for_minor on directory_object (tenant, type, consent_provided_for_minor${nulls_first}, id) where deleted_date_time is null and consent_provided_for_minor is not null;
create index directory_object_on_premises_security_identifier on directory_object (tenant, type, on_premises_security_identifier${nulls_first}, id) where deleted_date_time is null and on_premises_security_identifier is not null;
create index directory_object_on_premises_user_principal_name on directory_object (tenant, type, on_premises_user_principal_name${nulls_first}, id) where deleted_date_time is null and on_premises_user_principal_name is not null;
create index directory_object_on_premises_sam_account_name on directory_object (tenant, type, on_premises_sam_account_name${nulls_first}, id) where deleted_date_time is null and on_premises_sam_account_name is not null;
create index directory_object_on_premises_immutable_id on directory_object (tenant, type, on_premises_immutable_id${nulls_first}, id) where deleted_date_time is null and on_premises_immutable_id is not null;
create index directory_object_membership_rule_processing_state on directory_object (tenant, type, membership_rule_processing_state${nulls_first}, id) where deleted_date_time is null and membership_rule_processing_state is not null;
create index directory_object_security_enabled on directory_object (tenant, type, security_enabled${nulls_first}, id) where deleted_date_time is null and security_enabled is not null;
create index directory_object_mail_enabled on directory_object (tenant, type, mail_enabled${nulls_first}, id) where deleted_date_time is null and mail_enabled is not null;
create index directory_object_is_resource_account on directory_object (tenant, type, is_resource_account${nulls_first}, id) where deleted_date_time is null and is_resource_account is not null;
create index directory_object_is_assignable_to_role on directory_object (tenant, type, is_assignable_to_role${nulls_first}, id) where deleted_date_time is null and is_assignable_to_role is not null;
create index directory_object_on_premises_sync_enabled on directory_object (tenant, type, on_premises_sync_enabled${nulls_first}, id) where deleted_date_time is null and on_premises_sync_enabled is not null;
create index directory_object_disabled on directory_object (tenant, type, id) where deleted_date_time is null and account_enabled = 0;

create table object_value (
  tenant integer not null,
  object_id ${text} not null,
  property ${text} not null,
  ordinal integer not null,
  value ${text} not null,
  primary key (tenant, object_id, property, ordinal)
)${clustered};
create index object_value_value on object_value (tenant, property, value, object_id);
create unique index object_value_proxy_address on object_value (tenant, value) where property = 'proxyAddresses';

-- $search: which live objects have a token in a property. Written only when the tokens of an object change.
create table search_token (
  tenant integer not null,
  type ${text} not null,
  property ${text} not null,
  token ${text} not null,
  object_id ${text} not null,
  primary key (tenant, type, property, token, object_id)
)${clustered};

create table relation (
  tenant integer not null,
  kind ${text} not null,
  source ${text} not null,
  target ${text} not null,
  primary key (tenant, kind, source, target)
);
create index relation_target on relation (tenant, kind, target, source);

create table change (
  tenant integer not null,
  seq bigint not null,
  type ${text} not null,
  object_id ${text} not null,
  kind ${text} not null,
  name ${text},
  other ${text},
  primary key (tenant, seq)
);

create table entity (
  tenant integer not null,
  type ${text} not null,
  parent ${text} not null,
  id ${text} not null,
  body text not null,
  ref1 ${text},
  ref2 ${text},
  ref3 ${text},
  deleted_date_time bigint,
  primary key (tenant, type, parent, id)
);
create index entity_parent on entity (tenant, parent) where parent <> '';
-- Some types are sorted by it, and those without a value come first.
create index entity_ref1 on entity (tenant, type, ref1${nulls_first}, id);
create index entity_ref2 on entity (tenant, type, ref2${nulls_first}, id) where ref2 is not null;
create index entity_ref3 on entity (tenant, type, ref3${nulls_first}, id) where ref3 is not null;

create table provisioning_log (
  tenant integer not null,
  id ${text} not null,
  type ${text} not null,
  parent ${text} not null,
  body text not null,
  activity_date_time bigint not null,
  job_id ${text},
  cycle_id ${text},
  change_id ${text},
  provisioning_action ${text},
  provisioning_status_info_status ${text},
  source_identity_id ${text},
  target_identity_id ${text},
  service_principal_id ${text},
  primary key (tenant, id)
);
create index provisioning_log_time on provisioning_log (tenant, activity_date_time${nulls_first}, id);
create index provisioning_log_job on provisioning_log (tenant, job_id, activity_date_time${nulls_first}, id);
create index provisioning_log_cycle on provisioning_log (tenant, cycle_id, activity_date_time${nulls_first}, id);
-- Entries of one value come behind each other, which costs little; identities and changes are others in each entry.
create index provisioning_log_action on provisioning_log (tenant, provisioning_action, activity_date_time${nulls_first}, id);
create index provisioning_log_status on provisioning_log (tenant, provisioning_status_info_status, activity_date_time${nulls_first}, id);
create index provisioning_log_service_principal on provisioning_log (tenant, service_principal_id, activity_date_time${nulls_first}, id);
create index provisioning_log_source on provisioning_log (tenant, source_identity_id, activity_date_time${nulls_first}, id);

create table directory_audit (
  tenant integer not null,
  id ${text} not null,
  type ${text} not null,
  parent ${text} not null,
  body text not null,
  activity_date_time bigint not null,
  activity_display_name ${text},
  category ${text},
  correlation_id ${text},
  primary key (tenant, id)
);
create index directory_audit_time on directory_audit (tenant, activity_date_time${nulls_first}, id);
create index directory_audit_activity on directory_audit (tenant, activity_display_name, activity_date_time${nulls_first}, id);
create index directory_audit_category on directory_audit (tenant, category, activity_date_time${nulls_first}, id);
