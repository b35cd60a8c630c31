-- Version 0008. Generated from imari_desk/store/schema.py; do not edit.

CREATE TABLE agenda_item (
  "plan" TEXT NOT NULL,
  fiscal_year INTEGER NOT NULL,
  place INTEGER NOT NULL,
  measure TEXT NOT NULL,
  text TEXT NOT NULL,
  decision TEXT NOT NULL,
  seal TEXT NOT NULL,
  CONSTRAINT pk_agenda_item PRIMARY KEY ("plan", fiscal_year, place)
);

CREATE TABLE assignment (
  "plan" TEXT NOT NULL,
  fiscal_year INTEGER NOT NULL,
  measure TEXT NOT NULL,
  department TEXT NOT NULL,
  related TEXT NOT NULL,
  seal TEXT NOT NULL,
  CONSTRAINT pk_assignment PRIMARY KEY ("plan", fiscal_year, measure)
);

CREATE TABLE batch (
  id INTEGER NOT NULL,
  state TEXT NOT NULL,
  person TEXT NOT NULL,
  begun_at TEXT NOT NULL,
  ended_at TEXT NOT NULL,
  seal TEXT NOT NULL,
  CONSTRAINT pk_batch PRIMARY KEY (id)
);

CREATE TABLE desk (
  id INTEGER NOT NULL,
  role TEXT NOT NULL,
  department TEXT NOT NULL,
  "plan" TEXT NOT NULL,
  plan_version INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  created_with TEXT NOT NULL,
  books INTEGER NOT NULL,
  seal TEXT NOT NULL,
  CONSTRAINT pk_desk PRIMARY KEY (id)
);

CREATE TABLE evaluation (
  id INTEGER NOT NULL,
  "plan" TEXT NOT NULL,
  measure TEXT NOT NULL,
  fiscal_year INTEGER NOT NULL,
  seal TEXT NOT NULL,
  CONSTRAINT pk_evaluation PRIMARY KEY (id),
  CONSTRAINT uq_evaluation_plan UNIQUE ("plan", fiscal_year, measure)
);

CREATE TABLE fixed_plan (
  "plan" TEXT NOT NULL,
  fiscal_year INTEGER NOT NULL,
  version INTEGER NOT NULL,
  seal TEXT NOT NULL,
  CONSTRAINT pk_fixed_plan PRIMARY KEY ("plan", fiscal_year)
);

CREATE TABLE imported (
  id INTEGER NOT NULL,
  sha256 TEXT NOT NULL,
  file_name TEXT NOT NULL,
  size INTEGER NOT NULL,
  outcome TEXT NOT NULL,
  imported_at TEXT NOT NULL,
  level TEXT NOT NULL,
  purpose TEXT NOT NULL,
  "plan" TEXT NOT NULL,
  plan_version INTEGER NOT NULL,
  fiscal_year INTEGER NOT NULL,
  department TEXT NOT NULL,
  number TEXT NOT NULL,
  saved_at TEXT NOT NULL,
  program TEXT NOT NULL,
  person TEXT NOT NULL,
  archived BOOLEAN NOT NULL,
  seal TEXT NOT NULL,
  CONSTRAINT pk_imported PRIMARY KEY (id)
);

CREATE INDEX ix_imported_sha256 ON imported (sha256);

CREATE TABLE meeting (
  "plan" TEXT NOT NULL,
  fiscal_year INTEGER NOT NULL,
  name TEXT NOT NULL,
  held_on TEXT NOT NULL,
  paper TEXT NOT NULL,
  presenter TEXT NOT NULL,
  seal TEXT NOT NULL,
  CONSTRAINT pk_meeting PRIMARY KEY ("plan", fiscal_year)
);

CREATE TABLE plan_author (
  "plan" TEXT NOT NULL,
  version INTEGER NOT NULL,
  person TEXT NOT NULL,
  seal TEXT NOT NULL,
  CONSTRAINT pk_plan_author PRIMARY KEY ("plan", version)
);

CREATE TABLE plan_draft (
  "plan" TEXT NOT NULL,
  version INTEGER NOT NULL,
  person TEXT NOT NULL,
  changed_at TEXT NOT NULL,
  text TEXT NOT NULL,
  seal TEXT NOT NULL,
  CONSTRAINT pk_plan_draft PRIMARY KEY ("plan")
);

CREATE TABLE plan_version (
  "plan" TEXT NOT NULL,
  version INTEGER NOT NULL,
  first_year INTEGER NOT NULL,
  last_year INTEGER NOT NULL,
  note TEXT NOT NULL,
  added_at TEXT NOT NULL,
  text TEXT NOT NULL,
  seal TEXT NOT NULL,
  CONSTRAINT pk_plan_version PRIMARY KEY ("plan", version)
);

CREATE TABLE preparation (
  "plan" TEXT NOT NULL,
  fiscal_year INTEGER NOT NULL,
  "key" TEXT NOT NULL,
  text TEXT NOT NULL,
  seal TEXT NOT NULL,
  CONSTRAINT pk_preparation PRIMARY KEY ("plan", fiscal_year, "key")
);

CREATE TABLE request (
  id INTEGER NOT NULL,
  "plan" TEXT NOT NULL,
  fiscal_year INTEGER NOT NULL,
  department TEXT NOT NULL,
  due TEXT NOT NULL,
  message TEXT NOT NULL,
  asked_at TEXT NOT NULL,
  seal TEXT NOT NULL,
  CONSTRAINT pk_request PRIMARY KEY (id)
);

CREATE TABLE sent (
  id INTEGER NOT NULL,
  number TEXT NOT NULL,
  purpose TEXT NOT NULL,
  "plan" TEXT NOT NULL,
  fiscal_year INTEGER NOT NULL,
  department TEXT NOT NULL,
  path TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  written_at TEXT NOT NULL,
  due TEXT NOT NULL,
  seal TEXT NOT NULL,
  CONSTRAINT pk_sent PRIMARY KEY (id),
  CONSTRAINT uq_sent_number UNIQUE (number)
);

CREATE TABLE succession (
  fiscal_year INTEGER NOT NULL,
  old TEXT NOT NULL,
  new TEXT NOT NULL,
  seal TEXT NOT NULL,
  CONSTRAINT pk_succession PRIMARY KEY (fiscal_year, old)
);

CREATE TABLE answer (
  evaluation INTEGER NOT NULL,
  "key" TEXT NOT NULL,
  replica TEXT NOT NULL,
  counter INTEGER NOT NULL,
  seal TEXT NOT NULL,
  value TEXT NOT NULL,
  past TEXT NOT NULL,
  CONSTRAINT pk_answer PRIMARY KEY (evaluation, "key", replica, counter, seal),
  CONSTRAINT fk_answer_evaluation_evaluation FOREIGN KEY(evaluation) REFERENCES evaluation (id)
)
 WITHOUT ROWID;

CREATE TABLE batch_file (
  id INTEGER NOT NULL,
  batch INTEGER NOT NULL,
  path TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  imported INTEGER,
  seal TEXT NOT NULL,
  CONSTRAINT pk_batch_file PRIMARY KEY (id),
  CONSTRAINT fk_batch_file_batch_batch FOREIGN KEY(batch) REFERENCES batch (id),
  CONSTRAINT fk_batch_file_imported_imported FOREIGN KEY(imported) REFERENCES imported (id)
);

CREATE INDEX ix_batch_file_batch ON batch_file (batch);

CREATE INDEX ix_batch_file_imported ON batch_file (imported);

CREATE TABLE decision (
  batch INTEGER NOT NULL,
  subject TEXT NOT NULL,
  choice TEXT NOT NULL,
  person TEXT NOT NULL,
  noted_at TEXT NOT NULL,
  seal TEXT NOT NULL,
  CONSTRAINT pk_decision PRIMARY KEY (batch, subject),
  CONSTRAINT fk_decision_batch_batch FOREIGN KEY(batch) REFERENCES batch (id)
);

CREATE TABLE finding (
  id INTEGER NOT NULL,
  imported INTEGER NOT NULL,
  kind TEXT NOT NULL,
  sheet TEXT NOT NULL,
  cell TEXT NOT NULL,
  text TEXT NOT NULL,
  code TEXT NOT NULL,
  state TEXT NOT NULL,
  seal TEXT NOT NULL,
  CONSTRAINT pk_finding PRIMARY KEY (id),
  CONSTRAINT fk_finding_imported_imported FOREIGN KEY(imported) REFERENCES imported (id)
);

CREATE INDEX ix_finding_imported ON finding (imported);

CREATE TABLE note (
  evaluation INTEGER NOT NULL,
  "key" TEXT NOT NULL,
  value TEXT NOT NULL,
  seal TEXT NOT NULL,
  CONSTRAINT pk_note PRIMARY KEY (evaluation, "key"),
  CONSTRAINT fk_note_evaluation_evaluation FOREIGN KEY(evaluation) REFERENCES evaluation (id)
);

CREATE TABLE origin (
  id INTEGER NOT NULL,
  imported INTEGER,
  person TEXT NOT NULL,
  noted_at TEXT NOT NULL,
  seal TEXT NOT NULL,
  CONSTRAINT pk_origin PRIMARY KEY (id),
  CONSTRAINT fk_origin_imported_imported FOREIGN KEY(imported) REFERENCES imported (id)
);

CREATE TABLE searched (
  evaluation INTEGER NOT NULL,
  "key" TEXT NOT NULL,
  text TEXT NOT NULL,
  CONSTRAINT pk_searched PRIMARY KEY (evaluation, "key"),
  CONSTRAINT fk_searched_evaluation_evaluation FOREIGN KEY(evaluation) REFERENCES evaluation (id)
)
 WITHOUT ROWID;

CREATE TABLE stood (
  id INTEGER NOT NULL,
  batch INTEGER NOT NULL,
  evaluation INTEGER NOT NULL,
  "key" TEXT NOT NULL,
  "before" TEXT NOT NULL,
  "after" TEXT NOT NULL,
  seal TEXT NOT NULL,
  CONSTRAINT pk_stood PRIMARY KEY (id),
  CONSTRAINT fk_stood_batch_batch FOREIGN KEY(batch) REFERENCES batch (id),
  CONSTRAINT fk_stood_evaluation_evaluation FOREIGN KEY(evaluation) REFERENCES evaluation (id)
);

CREATE INDEX ix_stood_batch ON stood (batch);

CREATE TABLE batch_act (
  origin INTEGER NOT NULL,
  batch INTEGER NOT NULL,
  seal TEXT NOT NULL,
  CONSTRAINT pk_batch_act PRIMARY KEY (origin),
  CONSTRAINT fk_batch_act_origin_origin FOREIGN KEY(origin) REFERENCES origin (id),
  CONSTRAINT fk_batch_act_batch_batch FOREIGN KEY(batch) REFERENCES batch (id)
);

CREATE INDEX ix_batch_act_batch ON batch_act (batch);

CREATE TABLE history (
  id INTEGER NOT NULL,
  evaluation INTEGER NOT NULL,
  "key" TEXT NOT NULL,
  replica TEXT NOT NULL,
  counter INTEGER NOT NULL,
  value TEXT NOT NULL,
  past TEXT NOT NULL,
  held BOOLEAN NOT NULL,
  sheet TEXT,
  cell TEXT,
  origin INTEGER NOT NULL,
  seal TEXT NOT NULL,
  CONSTRAINT pk_history PRIMARY KEY (id),
  CONSTRAINT fk_history_evaluation_evaluation FOREIGN KEY(evaluation) REFERENCES evaluation (id),
  CONSTRAINT fk_history_origin_origin FOREIGN KEY(origin) REFERENCES origin (id)
);

CREATE INDEX ix_history_evaluation ON history (evaluation);

CREATE TABLE step (
  id INTEGER NOT NULL,
  evaluation INTEGER NOT NULL,
  "key" TEXT NOT NULL,
  "before" TEXT NOT NULL,
  "after" TEXT NOT NULL,
  undone BOOLEAN NOT NULL,
  origin INTEGER NOT NULL,
  seal TEXT NOT NULL,
  CONSTRAINT pk_step PRIMARY KEY (id),
  CONSTRAINT fk_step_evaluation_evaluation FOREIGN KEY(evaluation) REFERENCES evaluation (id),
  CONSTRAINT fk_step_origin_origin FOREIGN KEY(origin) REFERENCES origin (id)
);
