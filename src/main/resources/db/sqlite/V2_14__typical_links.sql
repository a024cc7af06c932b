-- How links usually are (V1_1): nearly all are linked, few leave, are held back or forgotten, and few are of groups. Without these figures an
-- index of all links would be as good as that of the few, and every cycle would read them all.
insert into sqlite_stat1 (tbl, idx, stat) values
  ('sync_link', 'sqlite_autoindex_sync_link_1', '1000000 500000 100000 1'),
  ('sync_link', 'sync_link_target', '1000000 500000 100000 1'),
  ('sync_link', 'sync_link_leaving', '1000 500 100 1'),
  ('sync_link', 'sync_link_staged', '1000 500 100 1'),
  ('sync_link', 'sync_link_forgotten', '1000 500 100 1'),
  ('sync_link', 'sync_link_group', '1000 500 100');

analyze sqlite_schema;
