-- Answers of a conversation go out as messages do; Telegram is a way out for them alone.
alter table messages drop constraint messages_channel_check;
alter table messages add constraint messages_channel_check
  check (channel in ('mail', 'sms', 'whatsapp', 'telegram', 'push'));
