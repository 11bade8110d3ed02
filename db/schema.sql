-- Dumped from the migrations, never edited: `UPDATE_SCHEMA=1 npm test -- test/schema.test.ts` writes it anew.

table api_tokens
  token_hash bytea not null
  staff_id uuid not null
  grant_id uuid not null
  name text not null
  created_at timestamp with time zone not null default now()
  revoked_at timestamp with time zone
  api_tokens_grant_id_fkey FOREIGN KEY (grant_id) REFERENCES grants(id)
  api_tokens_pkey PRIMARY KEY (token_hash)
  api_tokens_staff_id_fkey FOREIGN KEY (staff_id) REFERENCES staff(id)
  sawt_app may insert, select, update

table arrivals
  id uuid not null
  channel text not null
  name text not null
  received_at timestamp with time zone not null
  state text not null
  because text
  case_id uuid
  draft_id uuid
  sender text
  sender_name text
  subject text
  text text
  left_out text[] not null default '{}'::text[]
  settled_by uuid
  settled_at timestamp with time zone
  arrivals_channel_check CHECK ((channel = ANY (ARRAY['mail'::text, 'sms'::text])))
  arrivals_channel_name_key UNIQUE (channel, name)
  arrivals_pkey PRIMARY KEY (id)
  arrivals_state_check CHECK ((state = ANY (ARRAY['case'::text, 'addition'::text, 'quarantine'::text, 'set-aside'::text, 'dismissed'::text])))
  CREATE INDEX arrivals_by_sender ON public.arrivals USING btree (sender, received_at) WHERE (sender IS NOT NULL)
  CREATE INDEX arrivals_by_state ON public.arrivals USING btree (state, received_at DESC)
  sawt_app may insert, select, update

table article_search
  article_id uuid not null
  terms tsvector not null
  letters text not null
  article_search_article_id_fkey FOREIGN KEY (article_id) REFERENCES articles(id)
  article_search_pkey PRIMARY KEY (article_id)
  CREATE INDEX article_search_letters ON public.article_search USING gin (letters gin_trgm_ops)
  CREATE INDEX article_search_terms ON public.article_search USING gin (terms)
  sawt_app may delete, insert, select, update

table article_versions
  article_id uuid not null
  version integer not null
  title_ar text not null
  title_en text not null
  answer_ar text not null
  answer_en text not null
  body_ar text not null
  body_en text not null
  asked text not null
  written_by uuid
  written_at timestamp with time zone not null
  article_versions_article_id_fkey FOREIGN KEY (article_id) REFERENCES articles(id)
  article_versions_pkey PRIMARY KEY (article_id, version)
  sawt_app may insert, select

table article_votes
  article_id uuid not null
  version integer not null
  voter bytea not null
  helpful boolean not null
  at timestamp with time zone not null
  article_votes_article_id_fkey FOREIGN KEY (article_id) REFERENCES articles(id)
  article_votes_pkey PRIMARY KEY (article_id, version, voter)
  sawt_app may insert, select, update

table articles
  id uuid not null
  slug text not null
  state text not null default 'draft'::text
  entity_id text
  category_id text
  version integer not null
  published integer
  review_on date not null
  from_case uuid
  created_at timestamp with time zone not null
  changed_at timestamp with time zone not null
  published_at timestamp with time zone
  articles_check CHECK (((state = 'published'::text) <= (published IS NOT NULL)))
  articles_pkey PRIMARY KEY (id)
  articles_slug_check CHECK ((slug ~ '^[a-z0-9-]{3,80}$'::text))
  articles_slug_key UNIQUE (slug)
  articles_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'published'::text, 'withdrawn'::text])))
  CREATE INDEX articles_by_review ON public.articles USING btree (review_on) WHERE (state <> 'withdrawn'::text)
  sawt_app may insert, select, update

table calendar_versions
  calendar_id text not null
  version integer not null
  time_zone text not null
  content jsonb not null
  reason text
  created_by uuid
  created_at timestamp with time zone not null default now()
  calendar_versions_calendar_id_fkey FOREIGN KEY (calendar_id) REFERENCES calendars(id)
  calendar_versions_pkey PRIMARY KEY (calendar_id, version)
  sawt_app may insert, select

table calendars
  id text not null
  name_ar text not null
  name_en text not null
  version integer not null default 1
  recounted integer not null default 1
  calendars_pkey PRIMARY KEY (id)
  sawt_app may insert, select, update

table calls
  id uuid not null
  staff_id uuid not null
  case_id uuid not null
  at timestamp with time zone not null
  calls_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases(id)
  calls_pkey PRIMARY KEY (id)
  CREATE INDEX calls_of_staff ON public.calls USING btree (staff_id, case_id)
  sawt_app may insert, select

table canned_answers
  id uuid not null
  name text not null
  text_ar text not null
  text_en text not null
  active boolean not null default true
  canned_answers_pkey PRIMARY KEY (id)
  sawt_app may insert, select, update

table case_acts
  generation smallint not null
  case_id uuid not null
  seq integer not null
  measure text not null
  at timestamp with time zone not null
  entity text not null
  category text not null
  case_acts_pkey PRIMARY KEY (generation, case_id, seq)
  CREATE INDEX case_acts_done ON ONLY public.case_acts USING btree (generation, measure, at, entity)
  sawt_app may delete, insert, select, update

table case_acts_1
  generation smallint not null
  case_id uuid not null
  seq integer not null
  measure text not null
  at timestamp with time zone not null
  entity text not null
  category text not null
  case_acts_pkey_1 PRIMARY KEY (generation, case_id, seq)
  CREATE INDEX case_acts_done_1 ON public.case_acts_1 USING btree (generation, measure, at, entity)
  sawt_app may delete, insert, select

table case_events
  case_id uuid not null
  seq integer not null
  step text not null
  at timestamp with time zone not null
  role text not null
  actor_id uuid
  facts jsonb not null default '{}'::jsonb
  words_hash bytea
  tx xid8 not null default pg_current_xact_id()
  case_events_pkey PRIMARY KEY (case_id, seq)
  CREATE INDEX case_events_by_campaign ON public.case_events USING btree (((facts ->> 'campaign'::text))) WHERE ((step = 'submit'::text) AND (facts ? 'campaign'::text))
  CREATE INDEX case_events_escalated ON public.case_events USING btree (at DESC) WHERE (step = 'escalate'::text)
  CREATE INDEX case_events_feed ON public.case_events USING btree (tx, case_id, seq)
  CREATE INDEX case_events_sealed ON public.case_events USING btree (case_id, seq) WHERE (step = 'seal'::text)
  CREATE TRIGGER events_have_their_case AFTER INSERT ON public.case_events REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION events_have_their_case()
  sawt_app may insert, select

table case_exports
  id uuid not null
  staff_id uuid not null
  at timestamp with time zone not null
  asked jsonb not null
  lines integer not null
  case_exports_lines_check CHECK ((lines >= 0))
  case_exports_pkey PRIMARY KEY (id)
  case_exports_staff_id_fkey FOREIGN KEY (staff_id) REFERENCES staff(id)
  CREATE INDEX case_exports_by_time ON public.case_exports USING btree (at)
  sawt_app may insert, select

table case_figures
  generation smallint not null
  case_id uuid not null
  entity text not null
  category text not null
  place text not null
  type text not null
  channel text not null
  source text not null
  received_at timestamp with time zone not null
  answer_by timestamp with time zone not null
  routed_at timestamp with time zone
  first_action_at timestamp with time zone
  replied_at timestamp with time zone
  entity_due timestamp with time zone
  answered_at timestamp with time zone
  closed_at timestamp with time zone
  outcome text not null
  merged boolean not null
  objected boolean not null
  bounces integer not null
  returns integer not null
  reopens integer not null
  solved integer
  respect integer
  promised_on date[] not null
  kept_on date[] not null
  answer_bin integer
  recurring boolean not null
  case_figures_pkey PRIMARY KEY (generation, case_id)
  CREATE INDEX case_figures_bins ON ONLY public.case_figures USING btree (generation, answer_bin, entity) WHERE (answer_bin IS NOT NULL)
  CREATE INDEX case_figures_ended ON ONLY public.case_figures USING btree (generation, closed_at, entity) WHERE (closed_at IS NOT NULL)
  CREATE INDEX case_figures_open_now ON ONLY public.case_figures USING btree (generation, answer_by) INCLUDE (received_at, entity, category, place, type, channel, source) WHERE (closed_at IS NULL)
  CREATE INDEX case_figures_promised ON ONLY public.case_figures USING btree (generation, entity) WHERE (promised_on <> '{}'::date[])
  CREATE INDEX case_figures_received ON ONLY public.case_figures USING btree (generation, received_at, entity)
  CREATE INDEX case_figures_stood ON ONLY public.case_figures USING btree (generation, closed_at) INCLUDE (received_at, answer_by, entity, category, place, type, channel, source, case_id) WHERE ((closed_at IS NOT NULL) AND (date_trunc('month'::text, ((LEAST(received_at, answer_by) AT TIME ZONE 'UTC'::text) - '14:00:00'::interval)) <> date_trunc('month'::text, ((closed_at AT TIME ZONE 'UTC'::text) + '14:00:00'::interval))))
  sawt_app may delete, insert, select, update

table case_figures_1
  generation smallint not null
  case_id uuid not null
  entity text not null
  category text not null
  place text not null
  type text not null
  channel text not null
  source text not null
  received_at timestamp with time zone not null
  answer_by timestamp with time zone not null
  routed_at timestamp with time zone
  first_action_at timestamp with time zone
  replied_at timestamp with time zone
  entity_due timestamp with time zone
  answered_at timestamp with time zone
  closed_at timestamp with time zone
  outcome text not null
  merged boolean not null
  objected boolean not null
  bounces integer not null
  returns integer not null
  reopens integer not null
  solved integer
  respect integer
  promised_on date[] not null
  kept_on date[] not null
  answer_bin integer
  recurring boolean not null
  case_figures_pkey_1 PRIMARY KEY (generation, case_id)
  CREATE INDEX case_figures_1_generation_closed_at_received_at_answer_by_e_idx ON public.case_figures_1 USING btree (generation, closed_at) INCLUDE (received_at, answer_by, entity, category, place, type, channel, source, case_id) WHERE ((closed_at IS NOT NULL) AND (date_trunc('month'::text, ((LEAST(received_at, answer_by) AT TIME ZONE 'UTC'::text) - '14:00:00'::interval)) <> date_trunc('month'::text, ((closed_at AT TIME ZONE 'UTC'::text) + '14:00:00'::interval))))
  CREATE INDEX case_figures_bins_1 ON public.case_figures_1 USING btree (generation, answer_bin, entity) WHERE (answer_bin IS NOT NULL)
  CREATE INDEX case_figures_ended_1 ON public.case_figures_1 USING btree (generation, closed_at, entity) WHERE (closed_at IS NOT NULL)
  CREATE INDEX case_figures_open_now_1 ON public.case_figures_1 USING btree (generation, answer_by) INCLUDE (received_at, entity, category, place, type, channel, source) WHERE (closed_at IS NULL)
  CREATE INDEX case_figures_promised_1 ON public.case_figures_1 USING btree (generation, entity) WHERE (promised_on <> '{}'::date[])
  CREATE INDEX case_figures_received_1 ON public.case_figures_1 USING btree (generation, received_at, entity)
  sawt_app may delete, insert, select, update

table case_links
  case_id uuid not null
  other_id uuid not null
  at timestamp with time zone not null
  case_links_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases(id)
  case_links_other_id_fkey FOREIGN KEY (other_id) REFERENCES cases(id)
  case_links_pkey PRIMARY KEY (case_id, other_id)
  sawt_app may insert, select

table case_reads
  case_id uuid not null
  staff_id uuid not null
  role text not null
  at timestamp with time zone not null
  case_reads_pkey PRIMARY KEY (case_id, at, staff_id)
  sawt_app may insert, select

table case_search
  case_id uuid not null
  position bigint not null
  terms tsvector not null
  case_search_pkey PRIMARY KEY (case_id)
  CREATE INDEX case_search_terms ON public.case_search USING gin (terms) WITH (gin_pending_list_limit='512')
  sawt_app may delete, insert, select, update

table case_watchers
  case_id uuid not null
  staff_id uuid not null
  since timestamp with time zone not null
  after integer not null
  case_watchers_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases(id)
  case_watchers_pkey PRIMARY KEY (case_id, staff_id)
  case_watchers_staff_id_fkey FOREIGN KEY (staff_id) REFERENCES staff(id)
  CREATE INDEX case_watchers_of_staff ON public.case_watchers USING btree (staff_id)
  sawt_app may delete, insert, select

table case_words
  case_id uuid not null
  seq integer not null
  words jsonb not null
  case_words_pkey PRIMARY KEY (case_id, seq)
  CREATE TRIGGER words_have_their_event AFTER INSERT ON public.case_words REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION words_have_their_event()
  sawt_app may insert, select

table cases
  id uuid not null
  reference text not null
  type text not null
  stage text not null
  subject text not null
  category_id text
  entity_id text
  unit_id text
  handler_id uuid
  parent_id uuid
  merged_into uuid
  resident_id uuid
  entered_by uuid
  channel text not null
  language text not null
  place_id text
  identity_hidden boolean not null default false
  urgent boolean not null default false
  outcome text
  answer_by timestamp with time zone not null
  entity_due timestamp with time zone
  received_at timestamp with time zone not null
  routed_at timestamp with time zone
  first_action_at timestamp with time zone
  asked_at timestamp with time zone
  asked_from text
  replied_at timestamp with time zone
  replied_by uuid
  verified_at timestamp with time zone
  verified_by uuid
  released_by uuid
  answered_at timestamp with time zone
  objected_at timestamp with time zone
  closed_at timestamp with time zone
  extended boolean not null default false
  bounces integer not null default 0
  returns integer not null default 0
  reopens integer not null default 0
  solved integer
  respect integer
  clock text
  clock_due timestamp with time zone
  seq integer not null
  source text
  source_id text
  clock_since timestamp with time zone
  entity_since timestamp with time zone
  climbed text[] not null default '{}'::text[]
  next_act_at timestamp with time zone
  automatic boolean not null default false
  cases_check CHECK (((stage = 'closed'::text) = (clock IS NULL)))
  cases_pkey PRIMARY KEY (id)
  cases_reference_key UNIQUE (reference)
  cases_stage_check CHECK ((stage = ANY (ARRAY['received'::text, 'with-entity'::text, 'awaiting-resident'::text, 'replied'::text, 'verified'::text, 'answered'::text, 'objected'::text, 'closed'::text])))
  cases_type_check CHECK ((type = ANY (ARRAY['inquiry'::text, 'complaint'::text, 'suggestion'::text, 'praise'::text])))
  CREATE INDEX cases_by_entity ON public.cases USING btree (entity_id, id)
  CREATE INDEX cases_by_open311 ON public.cases USING btree (received_at DESC) WHERE (channel = 'open311'::text)
  CREATE INDEX cases_climbed ON public.cases USING btree (clock, entity_id) INCLUDE (climbed) WHERE ((stage <> 'closed'::text) AND (climbed <> '{}'::text[]))
  CREATE INDEX cases_closed ON public.cases USING btree (closed_at) INCLUDE (received_at, id, type) WHERE ((stage = 'closed'::text) AND (source IS NULL))
  CREATE INDEX cases_entered_by ON public.cases USING btree (entered_by, id) WHERE (entered_by IS NOT NULL)
  CREATE INDEX cases_followers ON public.cases USING btree (merged_into) WHERE (merged_into IS NOT NULL)
  CREATE UNIQUE INDEX cases_imported ON public.cases USING btree (source, source_id) WHERE (source IS NOT NULL)
  CREATE INDEX cases_imported_judged ON public.cases USING btree (LEAST(COALESCE(answered_at, closed_at), entity_due)) WHERE ((source IS NOT NULL) AND (entity_due IS NOT NULL))
  CREATE INDEX cases_next_act ON public.cases USING btree (next_act_at) WHERE (next_act_at IS NOT NULL)
  CREATE INDEX cases_of_handler ON public.cases USING btree (handler_id, id) WHERE (handler_id IS NOT NULL)
  CREATE INDEX cases_of_resident ON public.cases USING btree (resident_id, id) WHERE (resident_id IS NOT NULL)
  CREATE INDEX cases_of_unit ON public.cases USING btree (unit_id, id) WHERE (unit_id IS NOT NULL)
  CREATE INDEX cases_open_by_entity ON public.cases USING btree (entity_id, answer_by, id) WHERE (stage <> 'closed'::text)
  CREATE INDEX cases_open_by_stage ON public.cases USING btree (stage, answer_by, id) WHERE (stage <> 'closed'::text)
  CREATE INDEX cases_parts ON public.cases USING btree (parent_id) WHERE (parent_id IS NOT NULL)
  sawt_app may insert, select, update

table categories
  id text not null
  name_ar text not null
  name_en text not null
  sector_id text
  urgency text not null default 'normal'::text
  entity_id text
  phrases jsonb not null default '{}'::jsonb
  active boolean not null default true
  source text
  categories_entity_id_fkey FOREIGN KEY (entity_id) REFERENCES entities(id)
  categories_pkey PRIMARY KEY (id)
  categories_sector_id_fkey FOREIGN KEY (sector_id) REFERENCES sectors(id)
  sawt_app may insert, select, update

table chain_batches
  number integer not null
  first_tx xid8 not null
  first_case uuid not null
  first_seq integer not null
  last_tx xid8 not null
  last_case uuid not null
  last_seq integer not null
  count integer not null
  size bigint not null
  root bytea not null
  peaks bytea not null
  entries bytea not null
  previous bytea
  hash bytea not null
  chain_batches_count_check CHECK ((count > 0))
  chain_batches_last_tx_last_case_last_seq_key UNIQUE (last_tx, last_case, last_seq)
  chain_batches_pkey PRIMARY KEY (number)
  chain_batches_size_key UNIQUE (size)
  sawt_app may insert, select

table chain_nodes
  level integer not null
  index bigint not null
  hash bytea not null
  chain_nodes_pkey PRIMARY KEY (level, index)
  sawt_app may insert, select

table chat_inbound
  channel text not null
  message_id text not null
  at timestamp with time zone not null
  chat_inbound_pkey PRIMARY KEY (channel, message_id)
  CREATE INDEX chat_inbound_old ON public.chat_inbound USING btree (at)
  sawt_app may delete, insert, select, update

table contact_choices
  contact text not null
  level text not null
  whatsapp boolean not null default false
  changed_at timestamp with time zone not null
  contact_choices_level_check CHECK ((level = ANY (ARRAY['all'::text, 'needed'::text, 'none'::text])))
  contact_choices_pkey PRIMARY KEY (contact)
  sawt_app may insert, select, update

table conversation_lines
  conversation_id uuid not null
  seq integer not null
  by text not null
  staff_id uuid
  at timestamp with time zone not null
  text text
  says jsonb
  conversation_lines_by_check CHECK ((by = ANY (ARRAY['resident'::text, 'service'::text, 'agent'::text])))
  conversation_lines_conversation_id_fkey FOREIGN KEY (conversation_id) REFERENCES conversations(id) ON DELETE CASCADE
  conversation_lines_pkey PRIMARY KEY (conversation_id, seq)
  sawt_app may delete, insert, select, update

table conversations
  id uuid not null
  channel text not null
  holder bytea not null
  address bytea
  language text not null
  talk jsonb not null default '{}'::jsonb
  desk text not null default 'bot'::text
  agent_id uuid
  waiting_since timestamp with time zone
  draft_id uuid
  case_id uuid
  seq integer not null default 0
  resident_typing timestamp with time zone
  agent_typing timestamp with time zone
  began_at timestamp with time zone not null
  last_at timestamp with time zone not null
  touched_at timestamp with time zone not null default clock_timestamp()
  conversations_agent_id_fkey FOREIGN KEY (agent_id) REFERENCES staff(id)
  conversations_channel_check CHECK ((channel = ANY (ARRAY['web'::text, 'whatsapp'::text, 'telegram'::text])))
  conversations_desk_check CHECK ((desk = ANY (ARRAY['bot'::text, 'waiting'::text, 'taken'::text, 'ended'::text])))
  conversations_language_check CHECK ((language = ANY (ARRAY['ar'::text, 'en'::text])))
  conversations_pkey PRIMARY KEY (id)
  CREATE INDEX conversations_desk ON public.conversations USING btree (waiting_since) WHERE (desk = ANY (ARRAY['waiting'::text, 'taken'::text]))
  CREATE INDEX conversations_old ON public.conversations USING btree (last_at)
  CREATE UNIQUE INDEX conversations_open ON public.conversations USING btree (channel, holder) WHERE (desk <> 'ended'::text)
  CREATE INDEX conversations_touched ON public.conversations USING btree (touched_at)
  sawt_app may delete, insert, select, update

table demonstration_clock
  one boolean not null default true
  ahead_ms bigint not null default 0
  demonstration_clock_ahead_ms_check CHECK ((ahead_ms >= 0))
  demonstration_clock_one_check CHECK (one)
  demonstration_clock_pkey PRIMARY KEY (one)
  sawt_app may select, update

table drafts
  id uuid not null
  token_hash bytea not null
  resident_id uuid
  answers jsonb not null default '{}'::jsonb
  case_id uuid
  created_at timestamp with time zone not null
  touched_at timestamp with time zone not null
  drafts_pkey PRIMARY KEY (id)
  drafts_resident_id_fkey FOREIGN KEY (resident_id) REFERENCES residents(id)
  drafts_token_hash_key UNIQUE (token_hash)
  sawt_app may delete, insert, select, update

table entities
  id text not null
  name_ar text not null
  name_en text not null
  sector_id text
  onboarding text not null default 'contacted'::text
  calendar_id text not null
  contact_email text
  contact_phone text
  central boolean not null default false
  active boolean not null default true
  source text
  created_at timestamp with time zone not null default now()
  route_above real
  route_checked real not null default 0.1
  entities_calendar_id_fkey FOREIGN KEY (calendar_id) REFERENCES calendars(id)
  entities_onboarding_check CHECK ((onboarding = ANY (ARRAY['contacted'::text, 'training'::text, 'pilot'::text, 'joined'::text])))
  entities_pkey PRIMARY KEY (id)
  entities_route_above_check CHECK (((route_above >= (0.5)::double precision) AND (route_above <= (1)::double precision)))
  entities_route_checked_check CHECK (((route_checked >= (0)::double precision) AND (route_checked <= (1)::double precision)))
  entities_sector_id_fkey FOREIGN KEY (sector_id) REFERENCES sectors(id)
  CREATE UNIQUE INDEX one_central_office ON public.entities USING btree (central) WHERE central
  sawt_app may insert, select, update

table entity_links
  token_hash bytea not null
  case_id uuid not null
  entity_id text not null
  created_by uuid not null
  created_at timestamp with time zone not null
  expires_at timestamp with time zone not null
  opened_at timestamp with time zone
  used_at timestamp with time zone
  entity_links_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases(id)
  entity_links_entity_id_fkey FOREIGN KEY (entity_id) REFERENCES entities(id)
  entity_links_pkey PRIMARY KEY (token_hash)
  CREATE INDEX entity_links_of_case ON public.entity_links USING btree (case_id)
  sawt_app may insert, select, update

table evaluation_cards
  id uuid not null
  month date not null
  version integer not null
  entity_id text not null
  staff_id uuid
  size_group text
  card jsonb not null
  evaluation_cards_check CHECK (((staff_id IS NULL) = (size_group IS NOT NULL)))
  evaluation_cards_entity_id_fkey FOREIGN KEY (entity_id) REFERENCES entities(id)
  evaluation_cards_month_version_entity_id_staff_id_key UNIQUE NULLS NOT DISTINCT (month, version, entity_id, staff_id)
  evaluation_cards_month_version_fkey FOREIGN KEY (month, version) REFERENCES evaluation_versions(month, version)
  evaluation_cards_pkey PRIMARY KEY (id)
  evaluation_cards_staff_id_fkey FOREIGN KEY (staff_id) REFERENCES staff(id)
  CREATE INDEX evaluation_cards_of_staff ON public.evaluation_cards USING btree (staff_id, month) WHERE (staff_id IS NOT NULL)
  sawt_app may insert, select

table evaluation_comments
  id uuid not null
  card_id uuid not null
  said_by uuid not null
  said_at timestamp with time zone not null
  said text not null
  evaluation_comments_card_id_fkey FOREIGN KEY (card_id) REFERENCES evaluation_cards(id)
  evaluation_comments_pkey PRIMARY KEY (id)
  evaluation_comments_said_by_fkey FOREIGN KEY (said_by) REFERENCES staff(id)
  CREATE INDEX evaluation_comments_of_card ON public.evaluation_comments USING btree (card_id)
  sawt_app may insert, select

table evaluation_exports
  id uuid not null
  exported_by uuid not null
  exported_at timestamp with time zone not null
  month date not null
  version integer not null
  cards integer not null
  evaluation_exports_exported_by_fkey FOREIGN KEY (exported_by) REFERENCES staff(id)
  evaluation_exports_pkey PRIMARY KEY (id)
  sawt_app may insert, select

table evaluation_reviews
  case_id uuid not null
  seq integer not null
  reviewed_by uuid not null
  reviewed_at timestamp with time zone not null
  points integer not null
  outcome integer not null
  next_step integer not null
  tone integer not null
  language integer not null
  evaluation_reviews_case_id_seq_fkey FOREIGN KEY (case_id, seq) REFERENCES evaluation_sampled(case_id, seq)
  evaluation_reviews_language_check CHECK (((language >= 0) AND (language <= 4)))
  evaluation_reviews_next_step_check CHECK (((next_step >= 0) AND (next_step <= 4)))
  evaluation_reviews_outcome_check CHECK (((outcome >= 0) AND (outcome <= 4)))
  evaluation_reviews_pkey PRIMARY KEY (case_id, seq)
  evaluation_reviews_points_check CHECK (((points >= 0) AND (points <= 4)))
  evaluation_reviews_reviewed_by_fkey FOREIGN KEY (reviewed_by) REFERENCES staff(id)
  evaluation_reviews_tone_check CHECK (((tone >= 0) AND (tone <= 4)))
  sawt_app may insert, select

table evaluation_sampled
  case_id uuid not null
  seq integer not null
  month date not null
  entity_id text not null
  staff_id uuid
  staff_at text
  person_only boolean not null default false
  evaluation_sampled_case_id_seq_fkey FOREIGN KEY (case_id, seq) REFERENCES case_events(case_id, seq)
  evaluation_sampled_check CHECK (((staff_id IS NULL) = (staff_at IS NULL)))
  evaluation_sampled_check1 CHECK (((NOT person_only) OR (staff_id IS NOT NULL)))
  evaluation_sampled_entity_id_fkey FOREIGN KEY (entity_id) REFERENCES entities(id)
  evaluation_sampled_month_fkey FOREIGN KEY (month) REFERENCES evaluation_samples(month)
  evaluation_sampled_pkey PRIMARY KEY (case_id, seq)
  evaluation_sampled_staff_at_fkey FOREIGN KEY (staff_at) REFERENCES entities(id)
  evaluation_sampled_staff_id_fkey FOREIGN KEY (staff_id) REFERENCES staff(id)
  CREATE INDEX evaluation_sampled_by_month ON public.evaluation_sampled USING btree (month)
  sawt_app may insert, select

table evaluation_samples
  month date not null
  seed text not null
  drawn_at timestamp with time zone not null
  evaluation_samples_pkey PRIMARY KEY (month)
  sawt_app may insert, select

table evaluation_versions
  month date not null
  version integer not null
  reason text not null
  note text
  frozen_at timestamp with time zone not null
  frozen_by uuid
  formula jsonb not null
  evaluation_versions_check CHECK (((reason = 'asked'::text) = ((note IS NOT NULL) AND (frozen_by IS NOT NULL))))
  evaluation_versions_frozen_by_fkey FOREIGN KEY (frozen_by) REFERENCES staff(id)
  evaluation_versions_month_check CHECK ((EXTRACT(day FROM month) = (1)::numeric))
  evaluation_versions_pkey PRIMARY KEY (month, version)
  evaluation_versions_reason_check CHECK ((reason = ANY (ARRAY['month-over'::text, 'settled'::text, 'asked'::text])))
  evaluation_versions_version_check CHECK ((version > 0))
  sawt_app may insert, select

table expectations
  dimension text not null
  key text not null
  day date not null
  week double precision not null
  week_low double precision not null
  week_high double precision not null
  weeks integer not null
  today double precision not null
  today_low double precision not null
  today_high double precision not null
  hours double precision[] not null
  made_at timestamp with time zone not null
  history bigint not null default 0
  expectations_dimension_check CHECK ((dimension = ANY (ARRAY['nation'::text, 'entity'::text, 'category'::text, 'place'::text, 'category-place'::text])))
  expectations_hours_check CHECK ((cardinality(hours) = 24))
  expectations_pkey PRIMARY KEY (day, dimension, key)
  sawt_app may delete, insert, select, update

table feed_cursors
  consumer text not null
  tx xid8 not null default '0'::xid8
  case_id uuid not null default '00000000-0000-0000-0000-000000000000'::uuid
  seq integer not null default 0
  moved_at timestamp with time zone not null default now()
  feed_cursors_pkey PRIMARY KEY (consumer)
  sawt_app may delete, insert, select, update

table files
  id uuid not null
  case_id uuid
  seq integer
  draft_id uuid
  name text not null
  media_type text not null
  size bigint not null
  sha256 bytea not null
  original boolean not null default false
  internal boolean not null default false
  added_at timestamp with time zone not null
  of_id uuid
  files_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases(id)
  files_draft_id_fkey FOREIGN KEY (draft_id) REFERENCES drafts(id) ON DELETE CASCADE
  files_pkey PRIMARY KEY (id)
  CREATE INDEX files_of_case ON public.files USING btree (case_id) WHERE (case_id IS NOT NULL)
  CREATE INDEX files_of_draft ON public.files USING btree (draft_id) WHERE (draft_id IS NOT NULL)
  sawt_app may delete, insert, select, update

table grants
  id uuid not null
  staff_id uuid not null
  role text not null
  scope text not null
  scope_id text
  valid_from timestamp with time zone not null default now()
  valid_to timestamp with time zone
  granted_by uuid
  grants_check CHECK (((scope = 'nation'::text) = (scope_id IS NULL)))
  grants_pkey PRIMARY KEY (id)
  grants_scope_check CHECK ((scope = ANY (ARRAY['nation'::text, 'sector'::text, 'entity'::text, 'unit'::text])))
  grants_staff_id_fkey FOREIGN KEY (staff_id) REFERENCES staff(id)
  CREATE INDEX grants_of_staff ON public.grants USING btree (staff_id)
  sawt_app may insert, select, update

table idempotency_keys
  scope text not null
  key text not null
  body_hash bytea not null
  case_id uuid not null
  seq integer not null
  at timestamp with time zone not null default now()
  idempotency_keys_pkey PRIMARY KEY (scope, key)
  sawt_app may insert, select

table imports
  source text not null
  fingerprint bytea not null
  file text not null
  records bigint not null default 0
  imported bigint not null default 0
  known bigint not null default 0
  stages jsonb not null default '{}'::jsonb
  started_at timestamp with time zone not null
  moved_at timestamp with time zone not null
  finished_at timestamp with time zone
  imports_pkey PRIMARY KEY (source, fingerprint)
  sawt_app may insert, select, update

table installation
  id boolean not null default true
  country text
  time_zone text
  outside_remedy jsonb
  secret_fingerprint bytea
  configuration bigint not null default 1
  ladder_version integer not null default 1
  ladder_changed_at timestamp with time zone not null default now()
  ladder_followed integer not null default 1
  installation_id_check CHECK (id)
  installation_pkey PRIMARY KEY (id)
  sawt_app may select, update

table ladder_changes
  id uuid not null
  rung_id text not null
  content jsonb not null
  changed_by uuid
  changed_at timestamp with time zone not null
  ladder_changes_pkey PRIMARY KEY (id)
  ladder_changes_rung_id_fkey FOREIGN KEY (rung_id) REFERENCES ladder_rungs(id)
  CREATE INDEX ladder_changes_by_time ON public.ladder_changes USING btree (changed_at)
  sawt_app may insert, select

table ladder_rungs
  id text not null
  clock text not null
  share numeric
  working_days_late integer
  tells text[] not null
  active boolean not null default true
  changed_by uuid
  changed_at timestamp with time zone not null default now()
  ladder_rungs_check CHECK (((share IS NULL) <> (working_days_late IS NULL)))
  ladder_rungs_check1 CHECK (starts_with(id, (clock || '/'::text)))
  ladder_rungs_clock_check CHECK ((clock = ANY (ARRAY['routing'::text, 'first-action'::text, 'reply'::text, 'verification'::text, 'release'::text, 'objection-review'::text])))
  ladder_rungs_pkey PRIMARY KEY (id)
  ladder_rungs_share_check CHECK (((share > (0)::numeric) AND (share < (1)::numeric)))
  ladder_rungs_tells_check CHECK ((cardinality(tells) > 0))
  ladder_rungs_working_days_late_check CHECK (((working_days_late >= 0) AND (working_days_late <= 60)))
  sawt_app may insert, select, update

table mailboxes
  name text not null
  validity text not null
  last_uid bigint not null
  looked_at timestamp with time zone not null
  fault text
  mailboxes_pkey PRIMARY KEY (name)
  sawt_app may insert, select, update

table messages
  id uuid not null
  effect text not null
  kind text not null
  channel text not null
  state text not null default 'queued'::text
  case_id uuid
  about text
  staff_id uuid
  resident_id uuid
  address text
  language text not null
  facts jsonb not null default '{}'::jsonb
  created_at timestamp with time zone not null
  since timestamp with time zone not null
  ready_at timestamp with time zone
  leased_until timestamp with time zone
  attempts integer not null default 0
  unsure integer not null default 0
  fault text
  provider_id text
  expires_at timestamp with time zone
  settled_at timestamp with time zone
  thread uuid
  place integer
  messages_channel_check CHECK ((channel = ANY (ARRAY['mail'::text, 'sms'::text, 'whatsapp'::text, 'telegram'::text, 'push'::text])))
  messages_check CHECK (((state = 'queued'::text) = (ready_at IS NOT NULL)))
  messages_check1 CHECK (((state = 'queued'::text) = (settled_at IS NULL)))
  messages_effect_key UNIQUE (effect)
  messages_language_check CHECK ((language = ANY (ARRAY['ar'::text, 'en'::text])))
  messages_pkey PRIMARY KEY (id)
  messages_place_check CHECK (((thread IS NULL) = (place IS NULL)))
  messages_state_check CHECK ((state = ANY (ARRAY['queued'::text, 'sent'::text, 'delivered'::text, 'bounced'::text, 'failed'::text, 'cancelled'::text, 'expired'::text])))
  CREATE INDEX messages_due ON public.messages USING btree (ready_at) WHERE (state = 'queued'::text)
  CREATE INDEX messages_of_provider ON public.messages USING btree (channel, provider_id) WHERE (provider_id IS NOT NULL)
  CREATE INDEX messages_of_thread ON public.messages USING btree (thread, place) WHERE ((state = 'queued'::text) AND (thread IS NOT NULL))
  CREATE INDEX messages_settled ON public.messages USING btree (settled_at) WHERE (settled_at IS NOT NULL)
  CREATE INDEX messages_taken_back ON public.messages USING btree (case_id) WHERE ((state = 'queued'::text) AND (about IS NOT NULL))
  sawt_app may insert, select, update

table model_opinions
  case_id uuid not null
  category text
  vector real[]
  model text not null
  at timestamp with time zone not null
  model_opinions_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases(id)
  model_opinions_pkey PRIMARY KEY (case_id)
  sawt_app may delete, insert, select, update

table next_case_acts
  generation smallint not null
  case_id uuid not null
  seq integer not null
  measure text not null
  at timestamp with time zone not null
  entity text not null
  category text not null
  sawt_app may delete, insert, select, update

table next_case_figures
  generation smallint not null
  case_id uuid not null
  entity text not null
  category text not null
  place text not null
  type text not null
  channel text not null
  source text not null
  received_at timestamp with time zone not null
  answer_by timestamp with time zone not null
  routed_at timestamp with time zone
  first_action_at timestamp with time zone
  replied_at timestamp with time zone
  entity_due timestamp with time zone
  answered_at timestamp with time zone
  closed_at timestamp with time zone
  outcome text not null
  merged boolean not null
  objected boolean not null
  bounces integer not null
  returns integer not null
  reopens integer not null
  solved integer
  respect integer
  promised_on date[] not null
  kept_on date[] not null
  answer_bin integer
  recurring boolean not null
  next_case_figures_pkey PRIMARY KEY (generation, case_id)
  sawt_app may delete, insert, select, update

table next_rollup_cells
  generation smallint not null
  cube text not null
  span text not null
  basis text not null
  day date not null
  entity text not null
  category text not null
  place text not null
  type text not null
  channel text not null
  source text not null
  received integer not null
  merged integer not null
  still_open integer not null
  answered integer not null
  on_time integer not null
  first_right integer not null
  entity_answered integer not null
  entity_on_time integer not null
  rated integer not null
  solved_sum integer not null
  respect_sum integer not null
  satisfied integer not null
  closed integer not null
  closed_late integer not null
  refused integer not null
  withdrawn integer not null
  unanswered integer not null
  fell_due integer not null
  first_actions integer not null
  promised integer not null
  promised_kept integer not null
  handed integer not null
  bounced integer not null
  returned integer not null
  reopened integer not null
  objected integer not null
  upheld integer not null
  extended integer not null
  warned integer not null
  to_head integer not null
  to_minister integer not null
  to_operations integer not null
  recurring integer not null
  rollup_cells_basis_check CHECK ((basis = ANY (ARRAY['happened'::text, 'received'::text])))
  rollup_cells_span_check CHECK ((span = ANY (ARRAY['day'::text, 'month'::text])))
  sawt_app may delete, insert, select, update

table next_rollup_deltas
  generation smallint not null
  basis text not null
  day date not null
  entity text not null
  category text not null
  place text not null
  type text not null
  channel text not null
  source text not null
  received integer not null
  merged integer not null
  still_open integer not null
  answered integer not null
  on_time integer not null
  first_right integer not null
  entity_answered integer not null
  entity_on_time integer not null
  rated integer not null
  solved_sum integer not null
  respect_sum integer not null
  satisfied integer not null
  closed integer not null
  closed_late integer not null
  refused integer not null
  withdrawn integer not null
  unanswered integer not null
  fell_due integer not null
  first_actions integer not null
  promised integer not null
  promised_kept integer not null
  handed integer not null
  bounced integer not null
  returned integer not null
  reopened integer not null
  objected integer not null
  upheld integer not null
  extended integer not null
  warned integer not null
  to_head integer not null
  to_minister integer not null
  to_operations integer not null
  recurring integer not null
  sawt_app may delete, insert, select, update

table next_rollup_duration_deltas
  generation smallint not null
  basis text not null
  what text not null
  month date not null
  entity text not null
  category text not null
  place text not null
  type text not null
  channel text not null
  source text not null
  bin integer not null
  n integer not null
  sawt_app may delete, insert, select, update

table next_rollup_durations
  generation smallint not null
  cube text not null
  basis text not null
  what text not null
  month date not null
  entity text not null
  category text not null
  place text not null
  type text not null
  channel text not null
  source text not null
  bin integer not null
  n integer not null
  rollup_durations_basis_check CHECK ((basis = ANY (ARRAY['happened'::text, 'received'::text])))
  rollup_durations_what_check CHECK ((what = ANY (ARRAY['answer'::text, 'first-action'::text])))
  sawt_app may delete, insert, select, update

table next_rollup_histograms
  generation smallint not null
  cube text not null
  what text not null
  month date not null
  entity text not null
  category text not null
  place text not null
  channel text not null
  bins integer[] not null
  ns integer[] not null
  rollup_histograms_what_check CHECK ((what = ANY (ARRAY['answer'::text, 'first-action'::text])))
  sawt_app may delete, insert, select, update

table notices
  id uuid not null
  effect text not null
  staff_id uuid not null
  kind text not null
  case_id uuid
  about text
  facts jsonb not null default '{}'::jsonb
  at timestamp with time zone not null
  read_at timestamp with time zone
  notices_pkey PRIMARY KEY (id)
  notices_staff_id_effect_key UNIQUE (staff_id, effect)
  notices_staff_id_fkey FOREIGN KEY (staff_id) REFERENCES staff(id)
  CREATE INDEX notices_of_staff ON public.notices USING btree (staff_id, at, id)
  CREATE INDEX notices_taken_back ON public.notices USING btree (case_id) WHERE (about IS NOT NULL)
  CREATE INDEX notices_unread ON public.notices USING btree (staff_id) WHERE (read_at IS NULL)
  sawt_app may delete, insert, select, update

table places
  id text not null
  parent_id text
  level text not null
  name_ar text not null
  name_en text not null
  places_parent_id_fkey FOREIGN KEY (parent_id) REFERENCES places(id)
  places_pkey PRIMARY KEY (id)
  sawt_app may insert, select, update

table posters
  code text not null
  label text not null
  entity_id text
  category_id text
  place_id text
  made_by uuid
  made_at timestamp with time zone not null
  ended_at timestamp with time zone
  scans bigint not null default 0
  posters_code_check CHECK ((code ~ '^[a-z2-9]{6}$'::text))
  posters_pkey PRIMARY KEY (code)
  sawt_app may insert, select, update

table problem_announcements
  id uuid not null
  problem_id uuid not null
  text_ar text not null
  text_en text not null
  category_id text
  entity_id text
  place_id text
  since timestamp with time zone not null
  until timestamp with time zone not null
  ended_at timestamp with time zone
  created_by uuid not null
  problem_announcements_check CHECK ((until > since))
  problem_announcements_pkey PRIMARY KEY (id)
  problem_announcements_problem_id_fkey FOREIGN KEY (problem_id) REFERENCES problems(id)
  CREATE INDEX problem_announcements_running ON public.problem_announcements USING btree (until) WHERE (ended_at IS NULL)
  sawt_app may insert, select, update

table problem_answered
  answer_id uuid not null
  case_id uuid not null
  seq integer not null
  problem_answered_answer_id_fkey FOREIGN KEY (answer_id) REFERENCES problem_answers(id)
  problem_answered_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases(id)
  problem_answered_pkey PRIMARY KEY (answer_id, case_id)
  CREATE INDEX problem_answered_of_case ON public.problem_answered USING btree (case_id)
  sawt_app may insert, select, update

table problem_answers
  id uuid not null
  problem_id uuid not null
  reply jsonb not null
  written_by uuid not null
  at timestamp with time zone not null
  problem_answers_pkey PRIMARY KEY (id)
  problem_answers_problem_id_fkey FOREIGN KEY (problem_id) REFERENCES problems(id)
  CREATE INDEX problem_answers_of_problem ON public.problem_answers USING btree (problem_id, at)
  sawt_app may insert, select

table problem_bands
  key bigint not null
  case_id uuid not null
  at timestamp with time zone not null
  problem_bands_pkey PRIMARY KEY (key, case_id)
  CREATE INDEX problem_bands_by_time ON public.problem_bands USING brin (at)
  sawt_app may delete, insert, select

table problem_cases
  problem_id uuid not null
  case_id uuid not null
  at timestamp with time zone not null
  linked_seq integer
  left_out boolean not null default false
  problem_cases_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases(id)
  problem_cases_pkey PRIMARY KEY (problem_id, case_id)
  problem_cases_problem_id_fkey FOREIGN KEY (problem_id) REFERENCES problems(id)
  CREATE INDEX problem_cases_of_case ON public.problem_cases USING btree (case_id)
  CREATE INDEX problem_cases_to_say ON public.problem_cases USING btree (problem_id, case_id) WHERE ((linked_seq IS NULL) <> left_out)
  sawt_app may insert, select, update

table problem_clusters
  id uuid not null
  problem_id uuid
  size integer not null
  first_at timestamp with time zone not null
  last_at timestamp with time zone not null
  problem_clusters_pkey PRIMARY KEY (id)
  problem_clusters_problem_id_fkey FOREIGN KEY (problem_id) REFERENCES problems(id)
  CREATE INDEX problem_clusters_of_problem ON public.problem_clusters USING btree (problem_id) WHERE (problem_id IS NOT NULL)
  sawt_app may delete, insert, select, update

table problem_events
  problem_id uuid not null
  seq integer not null
  step text not null
  at timestamp with time zone not null
  role text not null
  actor_id uuid
  facts jsonb not null default '{}'::jsonb
  problem_events_pkey PRIMARY KEY (problem_id, seq)
  problem_events_problem_id_fkey FOREIGN KEY (problem_id) REFERENCES problems(id)
  CREATE INDEX problem_events_by_time ON public.problem_events USING btree (at)
  sawt_app may insert, select

table problem_followers
  id uuid not null
  problem_id uuid not null
  contact text not null
  resident_id uuid
  phone text
  email text
  language text not null
  at timestamp with time zone not null
  told_at timestamp with time zone
  problem_followers_language_check CHECK ((language = ANY (ARRAY['ar'::text, 'en'::text])))
  problem_followers_pkey PRIMARY KEY (id)
  problem_followers_problem_id_contact_key UNIQUE (problem_id, contact)
  problem_followers_problem_id_fkey FOREIGN KEY (problem_id) REFERENCES problems(id)
  problem_followers_resident_id_fkey FOREIGN KEY (resident_id) REFERENCES residents(id)
  sawt_app may delete, insert, select, update

table problem_sightings
  case_id uuid not null
  at timestamp with time zone not null
  category_id text
  place_id text
  cluster_id uuid
  problem_sightings_cluster_id_fkey FOREIGN KEY (cluster_id) REFERENCES problem_clusters(id)
  problem_sightings_pkey PRIMARY KEY (case_id)
  CREATE INDEX problem_sightings_of_cluster ON public.problem_sightings USING btree (cluster_id, at) WHERE (cluster_id IS NOT NULL)
  sawt_app may delete, insert, select, update

table problems
  id uuid not null
  state text not null
  title_ar text not null
  title_en text not null
  category_id text
  place_id text
  entity_id text
  cause text
  fix text
  fix_by date
  told_ar text
  told_en text
  merged_into uuid
  rejected_at_size integer
  proposed_at timestamp with time zone not null
  opened_at timestamp with time zone
  fixed_at timestamp with time zone
  judged_at timestamp with time zone
  seq integer not null
  followers integer not null default 0
  problems_check CHECK (((state = 'merged'::text) = (merged_into IS NOT NULL)))
  problems_entity_id_fkey FOREIGN KEY (entity_id) REFERENCES entities(id)
  problems_merged_into_fkey FOREIGN KEY (merged_into) REFERENCES problems(id)
  problems_pkey PRIMARY KEY (id)
  problems_state_check CHECK ((state = ANY (ARRAY['proposed'::text, 'open'::text, 'fixing'::text, 'fixed'::text, 'held'::text, 'came-back'::text, 'rejected'::text, 'merged'::text])))
  CREATE INDEX problems_by_state ON public.problems USING btree (state, id)
  CREATE INDEX problems_of_entity ON public.problems USING btree (entity_id, id)
  sawt_app may insert, select, update

table promised_actions
  case_id uuid not null
  number integer not null
  action text not null
  due_on date not null
  done_at timestamp with time zone
  told_at timestamp with time zone
  promised_actions_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases(id)
  promised_actions_pkey PRIMARY KEY (case_id, number)
  CREATE INDEX promised_actions_due ON public.promised_actions USING btree (due_on, case_id)
  CREATE INDEX promised_actions_open ON public.promised_actions USING btree (due_on, case_id, number) WHERE (done_at IS NULL)
  sawt_app may delete, insert, select, update

table promises
  id uuid not null
  type text not null
  category_id text
  entity_id text
  working_days integer not null
  second_review_share integer not null default 100
  version integer not null default 1
  valid_from timestamp with time zone not null default now()
  valid_to timestamp with time zone
  created_by uuid
  ended_by uuid
  promises_pkey PRIMARY KEY (id)
  promises_second_review_share_check CHECK (((second_review_share >= 0) AND (second_review_share <= 100)))
  promises_working_days_check CHECK (((working_days >= 1) AND (working_days <= 260)))
  CREATE UNIQUE INDEX promises_in_force ON public.promises USING btree (type, COALESCE(category_id, ''::text), COALESCE(entity_id, ''::text)) WHERE (valid_to IS NULL)
  sawt_app may insert, select, update

table proof_heads
  day date not null
  number integer not null
  size bigint not null
  signed text not null
  signature text not null
  growth bytea not null
  proof_heads_number_check CHECK ((number > 0))
  proof_heads_number_key UNIQUE (number)
  proof_heads_pkey PRIMARY KEY (day)
  CREATE INDEX proof_heads_by_size ON public.proof_heads USING btree (size)
  sawt_app may insert, select

table proof_keys
  id text not null
  number integer not null
  signed text not null
  signature text not null
  approval text
  proof_keys_number_check CHECK ((number > 0))
  proof_keys_number_key UNIQUE (number)
  proof_keys_pkey PRIMARY KEY (id)
  sawt_app may insert, select

table published_quarters
  period text not null
  edition integer not null
  made_at timestamp with time zone not null
  received bigint not null
  shown jsonb not null
  counted jsonb not null
  published_quarters_pkey PRIMARY KEY (period, edition)
  sawt_app may insert, select

table push_subscriptions
  id uuid not null
  endpoint text not null
  p256dh text not null
  auth text not null
  staff_id uuid
  resident_id uuid
  created_at timestamp with time zone not null
  push_subscriptions_check CHECK (((staff_id IS NULL) <> (resident_id IS NULL)))
  push_subscriptions_endpoint_key UNIQUE (endpoint)
  push_subscriptions_pkey PRIMARY KEY (id)
  push_subscriptions_resident_id_fkey FOREIGN KEY (resident_id) REFERENCES residents(id)
  push_subscriptions_staff_id_fkey FOREIGN KEY (staff_id) REFERENCES staff(id)
  CREATE INDEX push_subscriptions_of_resident ON public.push_subscriptions USING btree (resident_id) WHERE (resident_id IS NOT NULL)
  CREATE INDEX push_subscriptions_of_staff ON public.push_subscriptions USING btree (staff_id) WHERE (staff_id IS NOT NULL)
  sawt_app may delete, insert, select, update

table queue_watchers
  id uuid not null
  staff_id uuid not null
  entity_id text
  unit_id text
  category_id text
  type text
  since timestamp with time zone not null
  queue_watchers_category_id_fkey FOREIGN KEY (category_id) REFERENCES categories(id)
  queue_watchers_check CHECK ((num_nonnulls(entity_id, unit_id, category_id, type) > 0))
  queue_watchers_entity_id_fkey FOREIGN KEY (entity_id) REFERENCES entities(id)
  queue_watchers_pkey PRIMARY KEY (id)
  queue_watchers_staff_id_entity_id_unit_id_category_id_type_key UNIQUE NULLS NOT DISTINCT (staff_id, entity_id, unit_id, category_id, type)
  queue_watchers_staff_id_fkey FOREIGN KEY (staff_id) REFERENCES staff(id)
  queue_watchers_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES units(id)
  sawt_app may delete, insert, select

table recounts
  calendar_id text not null
  version integer not null
  entity_id text not null
  moved integer not null
  nearest timestamp with time zone not null
  counted_at timestamp with time zone not null
  told_at timestamp with time zone
  recounts_calendar_id_fkey FOREIGN KEY (calendar_id) REFERENCES calendars(id)
  recounts_entity_id_fkey FOREIGN KEY (entity_id) REFERENCES entities(id)
  recounts_pkey PRIMARY KEY (calendar_id, version, entity_id)
  CREATE INDEX recounts_untold ON public.recounts USING btree (calendar_id) WHERE (told_at IS NULL)
  sawt_app may insert, select, update

table reply_drafts
  case_id uuid not null
  body jsonb not null
  written_by uuid not null
  written_at timestamp with time zone not null
  reply_drafts_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases(id)
  reply_drafts_pkey PRIMARY KEY (case_id)
  sawt_app may delete, insert, select, update

table reply_templates
  id uuid not null
  entity_id text
  name text not null
  body text not null
  language text not null
  outcome text
  active boolean not null default true
  reply_templates_entity_id_fkey FOREIGN KEY (entity_id) REFERENCES entities(id)
  reply_templates_pkey PRIMARY KEY (id)
  sawt_app may insert, select, update

table reports_sent
  period text not null
  sent_at timestamp with time zone not null
  reports_sent_pkey PRIMARY KEY (period)
  sawt_app may insert, select

table requesters
  case_id uuid not null
  name text
  phone text
  email text
  language text not null default 'ar'::text
  requesters_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases(id)
  requesters_pkey PRIMARY KEY (case_id)
  CREATE INDEX requesters_by_phone ON public.requesters USING btree (phone) WHERE (phone IS NOT NULL)
  sawt_app may insert, select, update

table residents
  id uuid not null
  name text
  phone text
  email text
  language text not null default 'ar'::text
  created_at timestamp with time zone not null default now()
  residents_check CHECK (((phone IS NOT NULL) OR (email IS NOT NULL)))
  residents_email_key UNIQUE (email)
  residents_phone_key UNIQUE (phone)
  residents_pkey PRIMARY KEY (id)
  sawt_app may insert, select, update

table rollup_cells
  generation smallint not null
  cube text not null
  span text not null
  basis text not null
  day date not null
  entity text not null
  category text not null
  place text not null
  type text not null
  channel text not null
  source text not null
  received integer not null
  merged integer not null
  still_open integer not null
  answered integer not null
  on_time integer not null
  first_right integer not null
  entity_answered integer not null
  entity_on_time integer not null
  rated integer not null
  solved_sum integer not null
  respect_sum integer not null
  satisfied integer not null
  closed integer not null
  closed_late integer not null
  refused integer not null
  withdrawn integer not null
  unanswered integer not null
  fell_due integer not null
  first_actions integer not null
  promised integer not null
  promised_kept integer not null
  handed integer not null
  bounced integer not null
  returned integer not null
  reopened integer not null
  objected integer not null
  upheld integer not null
  extended integer not null
  warned integer not null
  to_head integer not null
  to_minister integer not null
  to_operations integer not null
  recurring integer not null
  rollup_cells_basis_check CHECK ((basis = ANY (ARRAY['happened'::text, 'received'::text])))
  rollup_cells_pkey PRIMARY KEY (generation, cube, span, basis, day, entity, category, place, type, channel, source)
  rollup_cells_span_check CHECK ((span = ANY (ARRAY['day'::text, 'month'::text])))
  CREATE INDEX rollup_cells_by_category ON ONLY public.rollup_cells USING btree (generation, category, span, basis, day) WHERE (cube = 'full'::text)
  CREATE INDEX rollup_cells_by_entity ON ONLY public.rollup_cells USING btree (generation, cube, span, basis, entity, day)
  sawt_app may delete, insert, select, update

table rollup_cells_1
  generation smallint not null
  cube text not null
  span text not null
  basis text not null
  day date not null
  entity text not null
  category text not null
  place text not null
  type text not null
  channel text not null
  source text not null
  received integer not null
  merged integer not null
  still_open integer not null
  answered integer not null
  on_time integer not null
  first_right integer not null
  entity_answered integer not null
  entity_on_time integer not null
  rated integer not null
  solved_sum integer not null
  respect_sum integer not null
  satisfied integer not null
  closed integer not null
  closed_late integer not null
  refused integer not null
  withdrawn integer not null
  unanswered integer not null
  fell_due integer not null
  first_actions integer not null
  promised integer not null
  promised_kept integer not null
  handed integer not null
  bounced integer not null
  returned integer not null
  reopened integer not null
  objected integer not null
  upheld integer not null
  extended integer not null
  warned integer not null
  to_head integer not null
  to_minister integer not null
  to_operations integer not null
  recurring integer not null
  rollup_cells_basis_check CHECK ((basis = ANY (ARRAY['happened'::text, 'received'::text])))
  rollup_cells_pkey_1 PRIMARY KEY (generation, cube, span, basis, day, entity, category, place, type, channel, source)
  rollup_cells_span_check CHECK ((span = ANY (ARRAY['day'::text, 'month'::text])))
  CREATE INDEX rollup_cells_by_category_1 ON public.rollup_cells_1 USING btree (generation, category, span, basis, day) WHERE (cube = 'full'::text)
  CREATE INDEX rollup_cells_by_entity_1 ON public.rollup_cells_1 USING btree (generation, cube, span, basis, entity, day)
  sawt_app may delete, insert, select, update

table rollup_deltas
  generation smallint not null
  basis text not null
  day date not null
  entity text not null
  category text not null
  place text not null
  type text not null
  channel text not null
  source text not null
  received integer not null
  merged integer not null
  still_open integer not null
  answered integer not null
  on_time integer not null
  first_right integer not null
  entity_answered integer not null
  entity_on_time integer not null
  rated integer not null
  solved_sum integer not null
  respect_sum integer not null
  satisfied integer not null
  closed integer not null
  closed_late integer not null
  refused integer not null
  withdrawn integer not null
  unanswered integer not null
  fell_due integer not null
  first_actions integer not null
  promised integer not null
  promised_kept integer not null
  handed integer not null
  bounced integer not null
  returned integer not null
  reopened integer not null
  objected integer not null
  upheld integer not null
  extended integer not null
  warned integer not null
  to_head integer not null
  to_minister integer not null
  to_operations integer not null
  recurring integer not null
  CREATE INDEX rollup_deltas_by_generation ON ONLY public.rollup_deltas USING btree (generation)
  sawt_app may delete, insert, select, update

table rollup_deltas_1
  generation smallint not null
  basis text not null
  day date not null
  entity text not null
  category text not null
  place text not null
  type text not null
  channel text not null
  source text not null
  received integer not null
  merged integer not null
  still_open integer not null
  answered integer not null
  on_time integer not null
  first_right integer not null
  entity_answered integer not null
  entity_on_time integer not null
  rated integer not null
  solved_sum integer not null
  respect_sum integer not null
  satisfied integer not null
  closed integer not null
  closed_late integer not null
  refused integer not null
  withdrawn integer not null
  unanswered integer not null
  fell_due integer not null
  first_actions integer not null
  promised integer not null
  promised_kept integer not null
  handed integer not null
  bounced integer not null
  returned integer not null
  reopened integer not null
  objected integer not null
  upheld integer not null
  extended integer not null
  warned integer not null
  to_head integer not null
  to_minister integer not null
  to_operations integer not null
  recurring integer not null
  CREATE INDEX rollup_deltas_by_generation_1 ON public.rollup_deltas_1 USING btree (generation)
  sawt_app may delete, insert, select, update

table rollup_duration_deltas
  generation smallint not null
  basis text not null
  what text not null
  month date not null
  entity text not null
  category text not null
  place text not null
  type text not null
  channel text not null
  source text not null
  bin integer not null
  n integer not null
  CREATE INDEX rollup_duration_deltas_by_generation ON ONLY public.rollup_duration_deltas USING btree (generation)
  sawt_app may delete, insert, select, update

table rollup_duration_deltas_1
  generation smallint not null
  basis text not null
  what text not null
  month date not null
  entity text not null
  category text not null
  place text not null
  type text not null
  channel text not null
  source text not null
  bin integer not null
  n integer not null
  CREATE INDEX rollup_duration_deltas_by_generation_1 ON public.rollup_duration_deltas_1 USING btree (generation)
  sawt_app may delete, insert, select, update

table rollup_durations
  generation smallint not null
  cube text not null
  basis text not null
  what text not null
  month date not null
  entity text not null
  category text not null
  place text not null
  type text not null
  channel text not null
  source text not null
  bin integer not null
  n integer not null
  rollup_durations_basis_check CHECK ((basis = ANY (ARRAY['happened'::text, 'received'::text])))
  rollup_durations_pkey PRIMARY KEY (generation, cube, basis, what, month, entity, category, place, type, channel, source, bin)
  rollup_durations_what_check CHECK ((what = ANY (ARRAY['answer'::text, 'first-action'::text])))
  CREATE INDEX rollup_durations_by_entity ON ONLY public.rollup_durations USING btree (generation, cube, basis, what, entity, month)
  sawt_app may delete, insert, select, update

table rollup_durations_1
  generation smallint not null
  cube text not null
  basis text not null
  what text not null
  month date not null
  entity text not null
  category text not null
  place text not null
  type text not null
  channel text not null
  source text not null
  bin integer not null
  n integer not null
  rollup_durations_basis_check CHECK ((basis = ANY (ARRAY['happened'::text, 'received'::text])))
  rollup_durations_pkey_1 PRIMARY KEY (generation, cube, basis, what, month, entity, category, place, type, channel, source, bin)
  rollup_durations_what_check CHECK ((what = ANY (ARRAY['answer'::text, 'first-action'::text])))
  CREATE INDEX rollup_durations_by_entity_1 ON public.rollup_durations_1 USING btree (generation, cube, basis, what, entity, month)
  sawt_app may delete, insert, select, update

table rollup_generation
  id boolean not null default true
  generation smallint not null default 1
  rollup_generation_id_check CHECK (id)
  rollup_generation_pkey PRIMARY KEY (id)
  sawt_app may select, update

table rollup_histograms
  generation smallint not null
  cube text not null
  what text not null
  month date not null
  entity text not null
  category text not null
  place text not null
  channel text not null
  bins integer[] not null
  ns integer[] not null
  rollup_histograms_pkey PRIMARY KEY (generation, cube, what, month, entity, category, place, channel)
  rollup_histograms_what_check CHECK ((what = ANY (ARRAY['answer'::text, 'first-action'::text])))
  sawt_app may delete, insert, select, update

table rollup_histograms_1
  generation smallint not null
  cube text not null
  what text not null
  month date not null
  entity text not null
  category text not null
  place text not null
  channel text not null
  bins integer[] not null
  ns integer[] not null
  rollup_histograms_pkey_1 PRIMARY KEY (generation, cube, what, month, entity, category, place, channel)
  rollup_histograms_what_check CHECK ((what = ANY (ARRAY['answer'::text, 'first-action'::text])))

table sealed.asks
  report bytea not null
  what text not null
  officer uuid not null
  day date not null
  asks_officer_fkey FOREIGN KEY (officer) REFERENCES sealed.officers(id)
  asks_pkey PRIMARY KEY (report, what)
  asks_report_fkey FOREIGN KEY (report) REFERENCES sealed.reports(id)
  asks_what_check CHECK ((what = ANY (ARRAY['hold'::text, 'lift'::text, 'erase'::text])))
  sawt_sealed may delete, insert, select

table sealed.audit
  seq bigint not null
  day date not null
  who text not null
  what text not null
  report bytea
  audit_pkey PRIMARY KEY (seq)
  CREATE INDEX audit_of ON sealed.audit USING btree (report, seq)
  sawt_sealed may insert, select

table sealed.envelopes
  report bytea not null
  item bytea not null
  recipient text not null
  purpose text not null
  sealed bytea not null
  envelopes_pkey PRIMARY KEY (report, item, recipient)
  envelopes_report_fkey FOREIGN KEY (report) REFERENCES sealed.reports(id)
  sawt_sealed may delete, insert, select, update

table sealed.files
  report bytea not null
  file bytea not null
  item bytea not null
  chunks integer not null
  folder bytea not null
  key bytea not null
  files_chunks_check CHECK ((chunks > 0))
  files_file_check CHECK ((length(file) = 16))
  files_pkey PRIMARY KEY (report, file)
  files_report_fkey FOREIGN KEY (report) REFERENCES sealed.reports(id)
  CREATE INDEX files_by_folder ON sealed.files USING btree (folder)
  sawt_sealed may delete, insert, select

table sealed.holders
  report bytea not null
  officer uuid not null
  since date not null
  seen bigint not null default 0
  holders_officer_fkey FOREIGN KEY (officer) REFERENCES sealed.officers(id)
  holders_pkey PRIMARY KEY (report, officer)
  holders_report_fkey FOREIGN KEY (report) REFERENCES sealed.reports(id)
  CREATE INDEX holders_of ON sealed.holders USING btree (officer)
  sawt_sealed may delete, insert, select, update

table sealed.identities
  report bytea not null
  item bytea not null
  commitment bytea not null
  identities_commitment_check CHECK ((length(commitment) = 32))
  identities_pkey PRIMARY KEY (report)
  identities_report_fkey FOREIGN KEY (report) REFERENCES sealed.reports(id)
  sawt_sealed may delete, insert, select

table sealed.identity_answers
  request bytea not null
  custodian uuid not null
  gave boolean not null
  day date not null
  sealed bytea
  identity_answers_custodian_fkey FOREIGN KEY (custodian) REFERENCES sealed.officers(id)
  identity_answers_pkey PRIMARY KEY (request, custodian)
  identity_answers_request_fkey FOREIGN KEY (request) REFERENCES sealed.identity_requests(request) ON DELETE CASCADE
  sawt_sealed may delete, insert, select

table sealed.identity_requests
  request bytea not null
  report bytea not null
  officer uuid not null
  day date not null
  state text not null
  identity_requests_officer_fkey FOREIGN KEY (officer) REFERENCES sealed.officers(id)
  identity_requests_pkey PRIMARY KEY (request)
  identity_requests_report_fkey FOREIGN KEY (report) REFERENCES sealed.reports(id)
  identity_requests_request_check CHECK ((length(request) = 16))
  identity_requests_state_check CHECK ((state = ANY (ARRAY['open'::text, 'released'::text, 'refused'::text])))
  CREATE INDEX identity_requests_of ON sealed.identity_requests USING btree (report)
  CREATE UNIQUE INDEX identity_requests_open ON sealed.identity_requests USING btree (report) WHERE (state = 'open'::text)
  sawt_sealed may delete, insert, select, update

table sealed.invites
  hash bytea not null
  officer uuid not null
  purpose text not null
  day date not null
  used_on date
  invites_officer_fkey FOREIGN KEY (officer) REFERENCES sealed.officers(id)
  invites_pkey PRIMARY KEY (hash)
  invites_purpose_check CHECK ((purpose = ANY (ARRAY['first'::text, 'lost'::text, 'device'::text])))
  sawt_sealed may delete, insert, select, update

table sealed.items
  report bytea not null
  item bytea not null
  seq bigint not null
  purpose text not null
  kind text not null
  sender text not null
  officer uuid
  day date not null
  sealed bytea not null
  items_item_check CHECK ((length(item) = 16))
  items_officer_fkey FOREIGN KEY (officer) REFERENCES sealed.officers(id)
  items_pkey PRIMARY KEY (report, item)
  items_report_fkey FOREIGN KEY (report) REFERENCES sealed.reports(id)
  items_sender_check CHECK ((sender = ANY (ARRAY['reporter'::text, 'office'::text, 'room'::text])))
  sawt_sealed may delete, insert, select

table sealed.officers
  id uuid not null
  office text not null
  name_ar text not null
  name_en text not null
  body text
  conflicts text[] not null default '{}'::text[]
  key bytea
  enrolled_on date
  left_on date
  officers_key_check CHECK ((length(key) = 32))
  officers_office_check CHECK ((office = ANY (ARRAY['integrity'::text, 'audit'::text, 'custodian'::text])))
  officers_pkey PRIMARY KEY (id)
  sawt_sealed may insert, select, update

table sealed.passkeys
  credential text not null
  officer uuid not null
  public_key bytea not null
  counter bigint not null
  device text not null
  added_on date not null
  passkeys_officer_fkey FOREIGN KEY (officer) REFERENCES sealed.officers(id)
  passkeys_pkey PRIMARY KEY (credential)
  CREATE INDEX passkeys_of ON sealed.passkeys USING btree (officer)
  sawt_sealed may delete, insert, select, update

table sealed.reports
  id bytea not null
  kind text not null
  stage text not null
  access bytea
  reply_key bytea
  roster bytea not null
  received date not null
  acknowledged_on date
  feedback_on date
  closed_on date
  erased_on date
  referred_on date
  outcome text
  seriousness text
  retaliation text
  retaliated boolean not null default false
  linked bytea
  held boolean not null default false
  reports_access_check CHECK ((length(access) = 32))
  reports_access_key UNIQUE (access)
  reports_id_check CHECK ((length(id) = 16))
  reports_kind_check CHECK ((kind = ANY (ARRAY['sealed'::text, 'moved'::text, 'age'::text])))
  reports_linked_fkey FOREIGN KEY (linked) REFERENCES sealed.reports(id)
  reports_pkey PRIMARY KEY (id)
  reports_roster_fkey FOREIGN KEY (roster) REFERENCES sealed.rosters(hash)
  reports_stage_check CHECK ((stage = ANY (ARRAY['received'::text, 'acknowledged'::text, 'investigating'::text, 'closed'::text, 'erased'::text])))
  CREATE INDEX reports_to_erase ON sealed.reports USING btree (closed_on) WHERE (stage = 'closed'::text)
  sawt_sealed may insert, select, update

table sealed.rosters
  serial integer not null
  hash bytea not null
  document text not null
  signature bytea not null
  published_on date not null
  rosters_hash_check CHECK ((length(hash) = 32))
  rosters_hash_key UNIQUE (hash)
  rosters_pkey PRIMARY KEY (serial)
  rosters_serial_check CHECK ((serial > 0))
  rosters_signature_check CHECK ((length(signature) = 64))
  sawt_sealed may insert, select

table sealed.sessions
  hash bytea not null
  officer uuid not null
  day date not null
  sessions_officer_fkey FOREIGN KEY (officer) REFERENCES sealed.officers(id)
  sessions_pkey PRIMARY KEY (hash)
  sawt_sealed may delete, insert, select

table sealed.spent
  hash bytea not null
  day date not null
  spent_pkey PRIMARY KEY (hash)
  sawt_sealed may delete, insert, select

table sealed.tickets
  hash bytea not null
  day date not null
  used_by bytea
  tickets_hash_check CHECK ((length(hash) = 32))
  tickets_pkey PRIMARY KEY (hash)
  sawt_sealed may delete, insert, select, update

table sealed.wraps
  officer uuid not null
  wrap text not null
  credential text not null default ''::text
  content jsonb not null
  wraps_officer_fkey FOREIGN KEY (officer) REFERENCES sealed.officers(id)
  wraps_pkey PRIMARY KEY (officer, wrap, credential)
  wraps_wrap_check CHECK ((wrap = ANY (ARRAY['passphrase'::text, 'prf'::text])))
  sawt_sealed may delete, insert, select, update

table sectors
  id text not null
  name_ar text not null
  name_en text not null
  sectors_pkey PRIMARY KEY (id)
  sawt_app may insert, select, update

table sessions
  token_hash bytea not null
  staff_id uuid
  resident_id uuid
  confirmed_at timestamp with time zone
  created_at timestamp with time zone not null default now()
  seen_at timestamp with time zone not null default now()
  expires_at timestamp with time zone not null
  sessions_check CHECK (((staff_id IS NULL) <> (resident_id IS NULL)))
  sessions_pkey PRIMARY KEY (token_hash)
  sessions_resident_id_fkey FOREIGN KEY (resident_id) REFERENCES residents(id)
  sessions_staff_id_fkey FOREIGN KEY (staff_id) REFERENCES staff(id)
  CREATE INDEX sessions_of_staff ON public.sessions USING btree (staff_id) WHERE (staff_id IS NOT NULL)
  sawt_app may delete, insert, select, update

table sign_in_codes
  contact text not null
  code_hash bytea not null
  tries integer not null default 0
  created_at timestamp with time zone not null default now()
  expires_at timestamp with time zone not null
  sign_in_codes_pkey PRIMARY KEY (contact)
  sawt_app may delete, insert, select, update

table staff
  id uuid not null
  name text not null
  email text
  password_hash text
  totp_secret bytea
  totp_last_step bigint not null default 0
  language text not null default 'ar'::text
  active boolean not null default true
  failed_tries integer not null default 0
  locked_until timestamp with time zone
  created_at timestamp with time zone not null default now()
  staff_email_key UNIQUE (email)
  staff_pkey PRIMARY KEY (id)
  sawt_app may insert, select, update

table staff_choices
  staff_id uuid not null
  mail text not null
  digest_hour integer not null
  changed_at timestamp with time zone not null
  staff_choices_digest_hour_check CHECK (((digest_hour >= 0) AND (digest_hour <= 23)))
  staff_choices_mail_check CHECK ((mail = ANY (ARRAY['each'::text, 'urgent'::text, 'digest'::text, 'none'::text])))
  staff_choices_pkey PRIMARY KEY (staff_id)
  staff_choices_staff_id_fkey FOREIGN KEY (staff_id) REFERENCES staff(id)
  sawt_app may insert, select, update

table suggestion_lessons
  case_id uuid not null
  proposed text
  confidence real not null default 0
  place smallint
  confirmed text not null
  entity_id text
  confirmed_by text not null
  sampled boolean not null default false
  model integer not null default 0
  at timestamp with time zone not null
  changed_at timestamp with time zone not null
  suggestion_lessons_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases(id)
  suggestion_lessons_confirmed_by_check CHECK ((confirmed_by = ANY (ARRAY['person'::text, 'answer'::text, 'nobody'::text])))
  suggestion_lessons_pkey PRIMARY KEY (case_id)
  CREATE INDEX suggestion_lessons_at ON public.suggestion_lessons USING btree (at)
  CREATE INDEX suggestion_lessons_changed ON public.suggestion_lessons USING btree (changed_at)
  sawt_app may insert, select, update

table suggestion_models
  version integer not null
  made_at timestamp with time zone not null
  kind text not null
  catalogue text not null
  lessons integer not null
  learned_to timestamp with time zone not null
  fingerprint text not null
  weights bytea
  suggestion_models_kind_check CHECK ((kind = ANY (ARRAY['trained'::text, 'taught'::text])))
  suggestion_models_pkey PRIMARY KEY (version)
  sawt_app may insert, select, update

table surges
  id uuid not null
  dimension text not null
  key text not null
  direction text not null
  state text not null
  since date not null
  opened_at timestamp with time zone not null
  seen_at timestamp with time zone not null
  observed integer not null
  peak integer not null
  expected double precision not null
  low double precision not null
  high double precision not null
  words jsonb not null default '[]'::jsonb
  places jsonb not null default '[]'::jsonb
  acknowledged_by uuid
  acknowledged_at timestamp with time zone
  over_at timestamp with time zone
  explained integer not null default 0
  holder text
  alone boolean not null default false
  told_at timestamp with time zone
  told_excess double precision
  surges_acknowledged_by_fkey FOREIGN KEY (acknowledged_by) REFERENCES staff(id)
  surges_check CHECK (((state = 'over'::text) = (over_at IS NOT NULL)))
  surges_dimension_check CHECK ((dimension = ANY (ARRAY['nation'::text, 'entity'::text, 'category'::text, 'place'::text, 'category-place'::text])))
  surges_direction_check CHECK ((direction = ANY (ARRAY['more'::text, 'fewer'::text])))
  surges_holder_fkey FOREIGN KEY (holder) REFERENCES entities(id)
  surges_pkey PRIMARY KEY (id)
  surges_state_check CHECK ((state = ANY (ARRAY['open'::text, 'acknowledged'::text, 'over'::text])))
  CREATE UNIQUE INDEX surges_open ON public.surges USING btree (dimension, key) WHERE (state <> 'over'::text)
  CREATE INDEX surges_over ON public.surges USING btree (dimension, key, over_at) WHERE (state = 'over'::text)
  sawt_app may insert, select, update

table units
  id text not null
  entity_id text not null
  name_ar text not null
  name_en text not null
  active boolean not null default true
  units_entity_id_fkey FOREIGN KEY (entity_id) REFERENCES entities(id)
  units_pkey PRIMARY KEY (id)
  CREATE INDEX units_of_entity ON public.units USING btree (entity_id)
  sawt_app may insert, select, update

table webhook_deliveries
  id uuid not null
  endpoint_id uuid not null
  effect text not null
  event text not null
  case_id uuid
  body text
  state text not null default 'queued'::text
  created_at timestamp with time zone not null
  since timestamp with time zone not null
  ready_at timestamp with time zone
  held boolean not null default false
  attempts integer not null default 0
  unsure integer not null default 0
  status integer
  fault text
  settled_at timestamp with time zone
  webhook_deliveries_check CHECK (((state = 'queued'::text) = (ready_at IS NOT NULL)))
  webhook_deliveries_check1 CHECK (((state = 'queued'::text) = (settled_at IS NULL)))
  webhook_deliveries_check2 CHECK (((state <> 'queued'::text) OR (body IS NOT NULL)))
  webhook_deliveries_effect_key UNIQUE (effect)
  webhook_deliveries_endpoint_id_fkey FOREIGN KEY (endpoint_id) REFERENCES webhook_endpoints(id)
  webhook_deliveries_pkey PRIMARY KEY (id)
  webhook_deliveries_state_check CHECK ((state = ANY (ARRAY['queued'::text, 'delivered'::text, 'failed'::text])))
  CREATE INDEX webhook_deliveries_dead ON public.webhook_deliveries USING btree (endpoint_id, id) WHERE (state = 'failed'::text)
  CREATE INDEX webhook_deliveries_due ON public.webhook_deliveries USING btree (endpoint_id, ready_at, id) WHERE (state = 'queued'::text)
  CREATE INDEX webhook_deliveries_latest ON public.webhook_deliveries USING btree (endpoint_id, id)
  CREATE INDEX webhook_deliveries_to_erase ON public.webhook_deliveries USING btree (settled_at) WHERE (body IS NOT NULL)
  sawt_app may insert, select, update

table webhook_endpoints
  id uuid not null
  name text not null
  entity_id text
  url text not null
  events text[]
  active boolean not null default true
  secret bytea not null
  old_secret bytea
  old_until timestamp with time zone
  failures integer not null default 0
  failing_since timestamp with time zone
  rest_until timestamp with time zone
  given_up_at timestamp with time zone
  last_at timestamp with time zone
  last_status integer
  last_fault text
  created_by uuid
  created_at timestamp with time zone not null
  changed_by uuid
  changed_at timestamp with time zone not null
  webhook_endpoints_check CHECK (((old_secret IS NULL) = (old_until IS NULL)))
  webhook_endpoints_check1 CHECK (((given_up_at IS NULL) OR (NOT active)))
  webhook_endpoints_entity_id_fkey FOREIGN KEY (entity_id) REFERENCES entities(id)
  webhook_endpoints_pkey PRIMARY KEY (id)
  sawt_app may insert, select, update

table webhook_replays
  id uuid not null
  endpoint_id uuid not null
  since timestamp with time zone not null
  tx xid8 not null default '0'::xid8
  case_id uuid not null default '00000000-0000-0000-0000-000000000000'::uuid
  seq integer not null default 0
  end_tx xid8 not null
  end_case uuid not null
  end_seq integer not null
  events integer not null default 0
  asked_by uuid
  asked_at timestamp with time zone not null
  done_at timestamp with time zone
  webhook_replays_endpoint_id_fkey FOREIGN KEY (endpoint_id) REFERENCES webhook_endpoints(id)
  webhook_replays_pkey PRIMARY KEY (id)
  CREATE UNIQUE INDEX webhook_replays_open ON public.webhook_replays USING btree (endpoint_id) WHERE (done_at IS NULL)
  sawt_app may insert, select, update
