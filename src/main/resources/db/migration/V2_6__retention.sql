-- How far the change sequence of a tenant had come at a time: what was changed up to there is at least that old.
create table change_mark (
  tenant integer not null,
  seq bigint not null,
  time bigint not null,
  primary key (tenant, seq)
)${clustered};
-- Number up to which changes are no longer kept.
alter table tenant add column forgotten bigint not null default 0;
