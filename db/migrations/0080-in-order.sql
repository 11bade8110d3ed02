-- Answers of one conversation leave in the order they were said in: the next waits until the one before it is settled.
-- What belongs to no thread waits for nothing.
alter table messages add column thread uuid, add column place int;
alter table messages add constraint messages_place_check check ((thread is null) = (place is null));
create index messages_of_thread on messages (thread, place) where state = 'queued' and thread is not null;
