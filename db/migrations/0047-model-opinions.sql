-- What a model of the operator's own says of new cases, where one is configured (MODEL_URL). Asked in the background,
-- once for each case; a proposal beside the others, never a decision.
create table model_opinions (
  case_id  uuid        primary key references cases,
  -- The category it names, null when it named none that exists.
  category text,
  -- Numbers that lie near for texts that mean the same, where the operator's model makes them.
  vector   real[],
  model    text        not null,
  at       timestamptz not null
);
grant select, insert, update, delete on model_opinions to sawt_app;
