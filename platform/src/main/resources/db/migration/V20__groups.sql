-- What a process and its tasks can be about: a young person's transfer or a group. Both share their id with a row here, so that what
-- refers to either refers to this, and the database still refuses a reference across regions. The columns are called transfer_id as
-- before, as the engine's variable is called transfer: the id of the subject.
CREATE TABLE subject (
  id        BIGINT      NOT NULL PRIMARY KEY,
  region_id BIGINT      NOT NULL,
  kind      VARCHAR(10) NOT NULL,
  UNIQUE (region_id, id),
  FOREIGN KEY (region_id) REFERENCES region (id)
);

INSERT INTO subject (id, region_id, kind) SELECT id, region_id, 'TRANSFER' FROM transfer;

ALTER TABLE transfer ADD FOREIGN KEY (region_id, id) REFERENCES subject (region_id, id);

ALTER TABLE participant
  DROP FOREIGN KEY participant_ibfk_1,
  ADD FOREIGN KEY (region_id, transfer_id) REFERENCES subject (region_id, id);
ALTER TABLE participant_history
  DROP FOREIGN KEY participant_history_ibfk_1,
  ADD FOREIGN KEY (region_id, transfer_id) REFERENCES subject (region_id, id);
ALTER TABLE participant_helper
  DROP FOREIGN KEY participant_helper_ibfk_2,
  ADD FOREIGN KEY (region_id, transfer_id) REFERENCES subject (region_id, id);
ALTER TABLE task
  DROP FOREIGN KEY task_ibfk_1,
  ADD FOREIGN KEY (region_id, transfer_id) REFERENCES subject (region_id, id);
ALTER TABLE message
  DROP FOREIGN KEY message_ibfk_3,
  ADD FOREIGN KEY (region_id, transfer_id) REFERENCES subject (region_id, id) ON DELETE CASCADE;

-- What is not one young person: a class, a yearly event, a cycle, a recurring meeting. The occasion says which one of its kind it is, so
-- that none is started twice.
CREATE TABLE gathering (
  id                   BIGINT       NOT NULL PRIMARY KEY,
  region_id            BIGINT       NOT NULL,
  code                 VARCHAR(60)  NOT NULL,
  part                 VARCHAR(80)  NOT NULL DEFAULT '',
  occasion             VARCHAR(120) NOT NULL,
  name                 VARCHAR(200) NOT NULL,
  school_year          VARCHAR(9)   NOT NULL,
  any_school_year      BOOLEAN      NOT NULL,
  begins_on            DATE         NOT NULL,
  process_id           VARCHAR(200) NOT NULL,
  route_version_id     BIGINT       NOT NULL,
  started_at           DATETIME(6)  NOT NULL,
  started_by           BIGINT       NULL,
  ended_at             DATETIME(6)  NULL,
  outcome              VARCHAR(60)  NULL,
  process_instance_key BIGINT       NULL UNIQUE,
  version              INT          NOT NULL,
  UNIQUE (region_id, id),
  UNIQUE (region_id, code, part, occasion),
  INDEX gathering_by_begin (region_id, begins_on, id),
  FOREIGN KEY (region_id, id) REFERENCES subject (region_id, id),
  FOREIGN KEY (region_id, route_version_id) REFERENCES route_version (region_id, id),
  FOREIGN KEY (region_id, school_year) REFERENCES school_year (region_id, code),
  FOREIGN KEY (started_by) REFERENCES account (id)
);

-- Who is up for groups of a code, from when to when: the step of the route that says so is known by its key in the engine.
CREATE TABLE gathering_candidate (
  region_id            BIGINT      NOT NULL,
  transfer_id          BIGINT      NOT NULL,
  element_instance_key BIGINT      NOT NULL,
  code                 VARCHAR(60) NOT NULL,
  part                 VARCHAR(80) NOT NULL DEFAULT '',
  entered_at           DATETIME(6) NOT NULL,
  left_at              DATETIME(6) NULL,
  PRIMARY KEY (region_id, transfer_id, element_instance_key),
  INDEX gathering_candidate_by_code (region_id, code, left_at, transfer_id),
  FOREIGN KEY (region_id, transfer_id) REFERENCES transfer (region_id, id)
);

-- For what a member was chosen in a group's task, by the key of the field.
CREATE TABLE gathering_mark (
  region_id    BIGINT      NOT NULL,
  gathering_id BIGINT      NOT NULL,
  transfer_id  BIGINT      NOT NULL,
  mark         VARCHAR(80) NOT NULL,
  given_at     DATETIME(6) NOT NULL,
  given_by     BIGINT      NOT NULL,
  PRIMARY KEY (region_id, gathering_id, transfer_id, mark),
  INDEX gathering_mark_by_transfer (region_id, transfer_id),
  FOREIGN KEY (region_id, gathering_id) REFERENCES gathering (region_id, id),
  FOREIGN KEY (region_id, transfer_id) REFERENCES transfer (region_id, id),
  FOREIGN KEY (given_by) REFERENCES account (id)
);

-- What was answered in a group's tasks; never who was chosen.
CREATE TABLE gathering_answer (
  id              BIGINT      NOT NULL PRIMARY KEY,
  region_id       BIGINT      NOT NULL,
  gathering_id    BIGINT      NOT NULL,
  task_id         BIGINT      NULL,
  form_id         VARCHAR(80) NOT NULL,
  field_key       VARCHAR(80) NOT NULL,
  value           JSON        NOT NULL,
  organisation_id BIGINT      NOT NULL,
  answered_by     BIGINT      NOT NULL,
  answered_at     DATETIME(6) NOT NULL,
  INDEX gathering_answer_by_gathering (region_id, gathering_id, answered_at),
  FOREIGN KEY (region_id, gathering_id) REFERENCES gathering (region_id, id),
  FOREIGN KEY (region_id, task_id) REFERENCES task (region_id, id),
  FOREIGN KEY (region_id, organisation_id) REFERENCES organisation (region_id, id),
  FOREIGN KEY (answered_by) REFERENCES account (id)
);

-- Of a step: for groups of which code a young person is up while in it (GROUP, or a phase), or which group tells it (MESSAGE), and which
-- members are told (TELLING).
ALTER TABLE route_step
  ADD COLUMN group_code VARCHAR(60)   NULL,
  ADD COLUMN members    VARCHAR(1000) NULL;
