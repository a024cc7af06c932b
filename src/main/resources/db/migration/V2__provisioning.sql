-- What the engine keeps for itself; what Graph shows of jobs, schemas and secrets are entities.

create table sync_job (
  tenant integer not null,
  number integer not null,
  job_id ${text} not null,
  service_principal ${text} not null,
  next_run bigint,
  watermark bigint,
  entries bigint not null,
  forced integer not null,
  cycle text,
  revision bigint not null,
  primary key (tenant, number)
);
create unique index sync_job_id on sync_job (tenant, job_id);

create table sync_link (
  tenant integer not null,
  job integer not null,
  source_id ${text} not null,
  target_id ${text} not null,
  state ${text} not null,
  invited integer not null,
  primary key (tenant, job, source_id)
);
create index sync_link_leaving on sync_link (tenant, job, source_id) where state = 'leaving';
create index sync_link_staged on sync_link (tenant, job, source_id) where state = 'staged';

create table sync_escrow (
  tenant integer not null,
  job integer not null,
  source_id ${text} not null,
  first_failed bigint not null,
  attempts integer not null,
  next_attempt bigint not null,
  code ${text} not null,
  primary key (tenant, job, source_id)
);

create table sync_work (
  tenant integer not null,
  job integer not null,
  source_id ${text} not null,
  primary key (tenant, job, source_id)
);

create table sync_reference (
  tenant integer not null,
  job integer not null,
  source_id ${text} not null,
  manager_id ${text} not null,
  log_id ${text} not null,
  primary key (tenant, job, source_id)
);

-- Deleted items fall due one after the other.
create index directory_object_purge on directory_object (tenant, deleted_date_time) where deleted_date_time is not null;
