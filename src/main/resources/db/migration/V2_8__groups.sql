-- Jobs carry groups beside users: each link and each object to be looked at says which it is.
alter table sync_link add column type ${text} not null default 'user';
alter table sync_work add column type ${text} not null default 'user';

-- Members of a group are found in the target, and their links by them.
create index sync_link_target on sync_link (tenant, job, target_id);

-- Links are counted by type; users are most of them.
create index sync_link_group on sync_link (tenant, job) where type = 'group';

-- Groups whose members flow once all users have been looked at.
create table sync_members (
  tenant integer not null,
  job integer not null,
  group_id ${text} not null,
  log_id ${text} not null,
  primary key (tenant, job, group_id)
);
