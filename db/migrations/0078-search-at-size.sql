-- The desk's search at ten million cases. A common word is in hundreds of thousands of them, and an index of words hands
-- them out in no order: the newest fifty cost as much as all. So every case gets a position in the order in which they came,
-- and shows beside its words the stretches of positions it lies in (of 4,096, 32,768, 262,144 and 2,097,152 cases), who
-- has it, and whether it is open, as words of their own: a search can be asked of the newest stretch, of one entity, of
-- what is open, and then reads little more than it finds. Words hold letters and digits only, marks begin with another
-- sign. One reader of the feed gives the positions.
create sequence case_search_position as bigint;

create table case_search_marked (
  case_id  uuid     not null,
  position bigint   not null,
  terms    tsvector not null
);
insert into case_search_marked
select s.case_id, s.position,
       s.terms || array_to_tsvector(array_remove(array[
         '@a' || (s.position >> 12), '@b' || (s.position >> 15), '@c' || (s.position >> 18), '@d' || (s.position >> 21),
         '=' || c.entity_id, '~' || c.unit_id, '~' || c.handler_id::text, case when c.stage <> 'closed' then '!open' end], null))
  from (select case_id, terms, nextval('case_search_position') as position
          from (select case_id, terms from case_search order by case_id) o) s
  join cases c on c.id = s.case_id;
drop table case_search;
alter table case_search_marked rename to case_search;
alter table case_search add constraint case_search_pkey primary key (case_id);
create index case_search_terms on case_search using gin (terms);
-- The statistics of its words say which are common; by default they would know only those of one in five hundred cases.
alter table case_search alter column terms set statistics 1000;
grant select, insert, update, delete on case_search to sawt_app;
grant select, usage on case_search_position to sawt_app;
