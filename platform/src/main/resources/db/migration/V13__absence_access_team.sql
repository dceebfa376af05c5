-- While it lasts, the substitute stands in for the absent person in this region.
CREATE TABLE absence (
  id            BIGINT      NOT NULL PRIMARY KEY,
  region_id     BIGINT      NOT NULL,
  account_id    BIGINT      NOT NULL,
  from_day      DATE        NOT NULL,
  until_day     DATE        NOT NULL,
  substitute_id BIGINT      NOT NULL,
  set_by        BIGINT      NOT NULL,
  set_at        DATETIME(6) NOT NULL,
  INDEX absence_by_person (region_id, account_id, until_day),
  INDEX absence_by_substitute (region_id, substitute_id, until_day),
  FOREIGN KEY (region_id) REFERENCES region (id),
  FOREIGN KEY (account_id) REFERENCES account (id),
  FOREIGN KEY (substitute_id) REFERENCES account (id),
  FOREIGN KEY (set_by) REFERENCES account (id)
);

ALTER TABLE participant ADD COLUMN since DATETIME(6) NOT NULL DEFAULT CURRENT_TIMESTAMP(6);
UPDATE participant p JOIN transfer t ON t.region_id = p.region_id AND t.id = p.transfer_id SET p.since = t.started_at;

-- Who took part before, from when to when, and why that ended.
CREATE TABLE participant_history (
  id              BIGINT       NOT NULL PRIMARY KEY,
  region_id       BIGINT       NOT NULL,
  transfer_id     BIGINT       NOT NULL,
  role_code       VARCHAR(40)  NOT NULL,
  organisation_id BIGINT       NOT NULL,
  account_id      BIGINT       NULL,
  since           DATETIME(6)  NOT NULL,
  until           DATETIME(6)  NOT NULL,
  ended_by        BIGINT       NULL,
  reason          VARCHAR(20)  NOT NULL,
  note            VARCHAR(500) NULL,
  above_maximum   VARCHAR(500) NULL,
  INDEX participant_history_by_transfer (region_id, transfer_id, until),
  FOREIGN KEY (region_id, transfer_id) REFERENCES transfer (region_id, id),
  FOREIGN KEY (region_id, role_code) REFERENCES role (region_id, code),
  FOREIGN KEY (region_id, organisation_id) REFERENCES organisation (region_id, id),
  FOREIGN KEY (account_id) REFERENCES account (id),
  FOREIGN KEY (ended_by) REFERENCES account (id)
);

-- Whoever does one task for the person who takes part, takes part as long as that task is open.
CREATE TABLE participant_helper (
  region_id       BIGINT      NOT NULL,
  task_id         BIGINT      NOT NULL,
  transfer_id     BIGINT      NOT NULL,
  role_code       VARCHAR(40) NOT NULL,
  organisation_id BIGINT      NOT NULL,
  account_id      BIGINT      NOT NULL,
  since           DATETIME(6) NOT NULL,
  PRIMARY KEY (region_id, task_id),
  INDEX participant_helper_by_transfer (region_id, transfer_id),
  INDEX participant_helper_by_person (region_id, account_id, transfer_id),
  FOREIGN KEY (region_id, task_id) REFERENCES task (region_id, id),
  FOREIGN KEY (region_id, transfer_id) REFERENCES transfer (region_id, id),
  FOREIGN KEY (region_id, role_code) REFERENCES role (region_id, code),
  FOREIGN KEY (region_id, organisation_id) REFERENCES organisation (region_id, id),
  FOREIGN KEY (account_id) REFERENCES account (id)
);

ALTER TABLE task
  ADD COLUMN lent            BOOLEAN      NOT NULL DEFAULT FALSE,
  ADD COLUMN original_due_at DATETIME(6)  NULL,
  ADD COLUMN postponed_at    DATETIME(6)  NULL,
  ADD COLUMN postponed_by    BIGINT       NULL,
  ADD COLUMN postpone_reason VARCHAR(300) NULL,
  ADD FOREIGN KEY (postponed_by) REFERENCES account (id);

-- For which organisation somebody read. As the account, it refers to nothing: what is on record stays.
ALTER TABLE audit_entry ADD COLUMN organisation_id BIGINT NULL;
