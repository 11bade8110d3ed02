-- Which image stands for an original: whoever takes a photo back before sending takes its original back too.
alter table files add column of_id uuid;
