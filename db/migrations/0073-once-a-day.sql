-- How many cases an expectation was made of: within a day it is made anew only when the history has grown by an import.
alter table expectations add column history bigint not null default 0;
