-- Which live objects hold which directory extension: its values end with its definition, without a look at every object.
insert into object_value (tenant, object_id, property, ordinal, value)
select o.tenant, o.id, 'extension_', row_number() over (partition by o.tenant, o.id order by e.ref1) - 1, e.ref1
from entity e join directory_object o on o.tenant = e.tenant
where e.type = 'extensionProperty' and e.ref1 is not null and o.deleted_date_time is null
  and lower(o.body) like '%"' || e.ref1 || '":%';
