-- Requests of late to provision on demand.
create table sync_on_demand (
  tenant integer not null,
  job integer not null,
  at bigint not null
);
create index sync_on_demand_job on sync_on_demand (tenant, job);
