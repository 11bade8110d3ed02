-- Which reports were written, so that each is sent once, whoever looks first.
create table reports_sent (
  period  text        primary key,
  sent_at timestamptz not null
);
grant select, insert on reports_sent to sawt_app;
