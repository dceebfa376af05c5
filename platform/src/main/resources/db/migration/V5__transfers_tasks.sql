CREATE TABLE young_person (
  id         BIGINT      NOT NULL PRIMARY KEY,
  region_id  BIGINT      NOT NULL,
  first_name VARCHAR(80) NOT NULL,
  last_name  VARCHAR(80) NOT NULL,
  birth_date DATE        NOT NULL,
  UNIQUE (region_id, id),
  INDEX young_person_by_name (region_id, last_name, first_name),
  FOREIGN KEY (region_id) REFERENCES region (id)
);

CREATE TABLE transfer (
  id                   BIGINT      NOT NULL PRIMARY KEY,
  region_id            BIGINT      NOT NULL,
  young_person_id      BIGINT      NOT NULL,
  route_version_id     BIGINT      NOT NULL,
  school_year          VARCHAR(9)  NOT NULL,
  origin_id            BIGINT      NOT NULL,
  phase                VARCHAR(40) NULL,
  outcome              VARCHAR(60) NULL,
  started_at           DATETIME(6) NOT NULL,
  ended_at             DATETIME(6) NULL,
  process_instance_key BIGINT      NULL UNIQUE,
  version              INT         NOT NULL,
  UNIQUE (region_id, id),
  INDEX transfer_by_start (region_id, school_year, started_at),
  FOREIGN KEY (region_id, young_person_id) REFERENCES young_person (region_id, id),
  FOREIGN KEY (region_id, route_version_id) REFERENCES route_version (region_id, id),
  FOREIGN KEY (region_id, school_year) REFERENCES school_year (region_id, code),
  FOREIGN KEY (region_id, origin_id) REFERENCES organisation (region_id, id)
);

CREATE TABLE participant (
  id              BIGINT      NOT NULL PRIMARY KEY,
  region_id       BIGINT      NOT NULL,
  transfer_id     BIGINT      NOT NULL,
  role_code       VARCHAR(40) NOT NULL,
  organisation_id BIGINT      NOT NULL,
  account_id      BIGINT      NULL,
  UNIQUE (transfer_id, role_code),
  INDEX participant_by_person (region_id, account_id, transfer_id),
  INDEX participant_by_organisation (region_id, organisation_id, role_code, transfer_id),
  FOREIGN KEY (region_id, transfer_id) REFERENCES transfer (region_id, id),
  FOREIGN KEY (region_id, role_code) REFERENCES role (region_id, code),
  FOREIGN KEY (region_id, organisation_id) REFERENCES organisation (region_id, id),
  FOREIGN KEY (account_id) REFERENCES account (id)
);

CREATE TABLE phase_visit (
  id                   BIGINT      NOT NULL PRIMARY KEY,
  region_id            BIGINT      NOT NULL,
  transfer_id          BIGINT      NOT NULL,
  phase                VARCHAR(40) NOT NULL,
  element_instance_key BIGINT      NOT NULL,
  entered_at           DATETIME(6) NOT NULL,
  left_at              DATETIME(6) NULL,
  UNIQUE (transfer_id, element_instance_key),
  FOREIGN KEY (region_id, transfer_id) REFERENCES transfer (region_id, id)
);

CREATE TABLE task (
  id                   BIGINT      NOT NULL PRIMARY KEY,
  region_id            BIGINT      NOT NULL,
  transfer_id          BIGINT      NOT NULL,
  step_id              BIGINT      NOT NULL,
  element_instance_key BIGINT      NOT NULL,
  job_key              BIGINT      NOT NULL UNIQUE,
  state                VARCHAR(10) NOT NULL,
  role_code            VARCHAR(40) NOT NULL,
  assignee_id          BIGINT      NULL,
  claimed              BOOLEAN     NOT NULL DEFAULT FALSE,
  due_at               DATETIME(6) NULL,
  opened_at            DATETIME(6) NOT NULL,
  closed_at            DATETIME(6) NULL,
  closed_by            BIGINT      NULL,
  draft                JSON        NULL,
  version              INT         NOT NULL,
  UNIQUE (region_id, id),
  INDEX task_by_transfer (region_id, transfer_id, state),
  FOREIGN KEY (region_id, transfer_id) REFERENCES transfer (region_id, id),
  FOREIGN KEY (region_id, step_id) REFERENCES route_step (region_id, id),
  FOREIGN KEY (region_id, role_code) REFERENCES role (region_id, code),
  FOREIGN KEY (assignee_id) REFERENCES account (id)
);

-- Open tasks only, once for each audience that finds the task in its list: small, however long the history.
CREATE TABLE inbox (
  region_id BIGINT      NOT NULL,
  audience  VARCHAR(80) NOT NULL,
  due_at    DATETIME(6) NOT NULL,
  task_id   BIGINT      NOT NULL,
  role_code VARCHAR(40) NOT NULL,
  PRIMARY KEY (region_id, audience, due_at, task_id),
  INDEX inbox_by_task (region_id, task_id),
  INDEX inbox_by_role (region_id, role_code, due_at),
  FOREIGN KEY (region_id, task_id) REFERENCES task (region_id, id)
);

CREATE TABLE answer (
  id          BIGINT      NOT NULL PRIMARY KEY,
  region_id   BIGINT      NOT NULL,
  transfer_id BIGINT      NOT NULL,
  form_id     VARCHAR(80) NOT NULL,
  task_id     BIGINT      NULL,
  field_key   VARCHAR(80) NOT NULL,
  value       JSON        NOT NULL,
  answered_by BIGINT      NOT NULL,
  answered_at DATETIME(6) NOT NULL,
  INDEX answer_by_transfer (region_id, transfer_id, answered_at),
  FOREIGN KEY (region_id, transfer_id) REFERENCES transfer (region_id, id),
  FOREIGN KEY (region_id, task_id) REFERENCES task (region_id, id),
  FOREIGN KEY (answered_by) REFERENCES account (id)
);
