-- Beside who has a case and whether it is open, the search shows what it is about and where: like cases share these
-- more surely than any word.
drop index case_search_terms;
update case_search s
   set terms = s.terms || array_to_tsvector(array_remove(array['#' || c.category_id, '%' || c.place_id], null))
  from cases c
 where c.id = s.case_id and (c.category_id is not null or c.place_id is not null);
create index case_search_terms on case_search using gin (terms);
