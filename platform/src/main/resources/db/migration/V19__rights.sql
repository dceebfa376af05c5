CREATE SEQUENCE privacy_request_seq START WITH 1 INCREMENT BY 1 CACHE 1000;

-- What was asked about the data of a young person. Of an erasure that was done only what leads to nobody is left: young_person_id,
-- school_year, what and answer are empty then.
CREATE TABLE privacy_request (
  id              BIGINT      NOT NULL PRIMARY KEY,
  region_id       BIGINT      NOT NULL,
  kind            VARCHAR(12) NOT NULL,
  state           VARCHAR(12) NOT NULL,
  young_person_id BIGINT      NULL,
  school_year     VARCHAR(9)  NULL,
  asked_by        VARCHAR(20) NULL,
  identity_check  VARCHAR(300) NULL,
  what            TEXT        NULL,
  ground          VARCHAR(30) NULL,
  requested_by    BIGINT      NULL COMMENT 'NULL: put on the list because the retention period is over',
  requested_at    DATETIME(6) NOT NULL,
  due_on          DATE        NOT NULL,
  decided_by      BIGINT      NULL,
  decided_at      DATETIME(6) NULL,
  answer          TEXT        NULL,
  waits_until     DATETIME(6) NULL,
  stopping_at     DATETIME(6) NULL COMMENT 'when the engine was last told to stop what still ran',
  done_at         DATETIME(6) NULL,
  UNIQUE (region_id, id),
  INDEX privacy_request_by_state (state, waits_until),
  INDEX privacy_request_by_person (region_id, young_person_id),
  FOREIGN KEY (region_id) REFERENCES region (id),
  FOREIGN KEY (region_id, young_person_id) REFERENCES young_person (region_id, id),
  FOREIGN KEY (requested_by) REFERENCES account (id),
  FOREIGN KEY (decided_by) REFERENCES account (id)
);

-- What a young person was called, or when born, before it was corrected.
CREATE TABLE young_person_earlier (
  id              BIGINT       NOT NULL PRIMARY KEY,
  region_id       BIGINT       NOT NULL,
  young_person_id BIGINT       NOT NULL,
  first_name      VARCHAR(80)  NOT NULL,
  last_name       VARCHAR(80)  NOT NULL,
  birth_date      DATE         NOT NULL,
  reason          VARCHAR(500) NOT NULL,
  replaced_at     DATETIME(6)  NOT NULL,
  replaced_by     BIGINT       NOT NULL,
  INDEX young_person_earlier_by_person (region_id, young_person_id, replaced_at),
  FOREIGN KEY (region_id, young_person_id) REFERENCES young_person (region_id, id),
  FOREIGN KEY (replaced_by) REFERENCES account (id)
);
