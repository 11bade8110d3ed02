-- Up to which version of a calendar the clocks of open cases have been counted again. A worker counts the rest;
-- a case whose dates come out the same gets no event, so that counting twice is counting once.
alter table calendars add column recounted int not null default 1;
update calendars set recounted = version;
