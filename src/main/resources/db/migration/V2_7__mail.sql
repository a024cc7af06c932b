-- Mails that the service sent, or would have. What is to go out by SMTP waits here until it has.
create table mail (
  tenant integer not null,
  number bigint not null,
  id ${text} not null,
  at bigint not null,
  kind ${text} not null,
  recipients ${text} not null,
  subject ${text} not null,
  body ${text} not null,
  job ${text},
  delivery ${text} not null,
  attempts integer not null,
  next_attempt bigint not null,
  error ${text},
  primary key (tenant, number)
);
create index mail_waiting on mail (tenant, number) where delivery = 'waiting';
