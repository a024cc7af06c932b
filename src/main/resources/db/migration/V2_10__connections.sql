-- Links that were taken away, until the next cycle has looked at their sources.
create index sync_link_forgotten on sync_link (tenant, job, source_id) where state = 'forgotten';
