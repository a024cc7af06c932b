-- Users that were written, and groups whose rule was, until the members of dynamic groups have followed.
create table pending_membership (
  tenant integer not null,
  object_id ${text} not null,
  seq bigint not null,
  primary key (tenant, object_id)
)${clustered};
