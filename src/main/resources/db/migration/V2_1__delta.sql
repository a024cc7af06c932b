-- Delta queries read the change sequence by type, or by the objects that they are narrowed to.
create index change_type on change (tenant, type, seq);
create index change_object on change (tenant, object_id, seq);
