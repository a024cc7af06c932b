-- How each cycle of a job went: written with every batch, so that what has come of it so far is seen.
create table sync_run (
  tenant integer not null,
  job integer not null,
  number bigint not null,
  cycle_id ${text} not null,
  initial integer not null,
  began bigint not null,
  ended bigint,
  state ${text},
  error text,
  entries bigint not null,
  counts text not null,
  primary key (tenant, job, number)
);
create unique index sync_run_cycle on sync_run (tenant, job, cycle_id);
create index sync_run_began on sync_run (tenant, began);
-- Most cycles find nothing to do.
create index sync_run_notable on sync_run (tenant, job, number) where entries > 0 or state is null or state = 'Failed';
