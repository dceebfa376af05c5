-- Grows with every change of the calendar, so that each node reads it again.
ALTER TABLE region ADD COLUMN calendar_version INT NOT NULL DEFAULT 0;

-- The dates that the engine counts with for this transfer: ISO dates by anchor. Empty for transfers of before.
ALTER TABLE transfer ADD COLUMN anchors JSON NULL;

-- Where a transfer waits for something that hangs on an anchor: an element of the engine that is active, with what the formula reads.
CREATE TABLE open_moment (
  region_id              BIGINT       NOT NULL,
  transfer_id            BIGINT       NOT NULL,
  element_instance_key   BIGINT       NOT NULL,
  process_instance_key   BIGINT       NOT NULL,
  process_definition_key BIGINT       NOT NULL,
  host_id                VARCHAR(200) NOT NULL,
  variables              JSON         NOT NULL,
  opened_at              DATETIME(6)  NOT NULL,
  PRIMARY KEY (region_id, transfer_id, element_instance_key),
  FOREIGN KEY (region_id, transfer_id) REFERENCES transfer (region_id, id)
);

CREATE SEQUENCE anchor_seq START WITH 1 INCREMENT BY 1 CACHE 1000;

CREATE TABLE anchor_move (
  id          BIGINT       NOT NULL PRIMARY KEY,
  region_id   BIGINT       NOT NULL,
  school_year VARCHAR(9)   NOT NULL,
  code        VARCHAR(40)  NOT NULL,
  from_date   DATE         NOT NULL,
  to_date     DATE         NOT NULL,
  reason      VARCHAR(500) NOT NULL,
  moved_by    BIGINT       NOT NULL,
  moved_at    DATETIME(6)  NOT NULL,
  UNIQUE (region_id, id),
  INDEX anchor_move_by_time (region_id, moved_at),
  FOREIGN KEY (region_id, school_year) REFERENCES school_year (region_id, code),
  FOREIGN KEY (moved_by) REFERENCES account (id)
);

-- A transfer whose dates have moved, until the engine has heard of it and ever after. Without a move: its own birthday was corrected.
CREATE TABLE anchor_shift (
  id          BIGINT      NOT NULL PRIMARY KEY,
  region_id   BIGINT      NOT NULL,
  transfer_id BIGINT      NOT NULL,
  move_id     BIGINT      NULL,
  ask_at      DATETIME(6) NULL,
  done_at     DATETIME(6) NULL,
  UNIQUE (region_id, id),
  UNIQUE (region_id, move_id, transfer_id),
  INDEX anchor_shift_to_ask (ask_at),
  FOREIGN KEY (region_id, transfer_id) REFERENCES transfer (region_id, id),
  FOREIGN KEY (region_id, move_id) REFERENCES anchor_move (region_id, id)
);

CREATE TABLE anchor_shift_moment (
  id        BIGINT       NOT NULL PRIMARY KEY,
  region_id BIGINT       NOT NULL,
  shift_id  BIGINT       NOT NULL,
  name      VARCHAR(300) NOT NULL,
  kind      VARCHAR(10)  NOT NULL,
  from_at   DATETIME(6)  NOT NULL,
  to_at     DATETIME(6)  NOT NULL,
  FOREIGN KEY (region_id, shift_id) REFERENCES anchor_shift (region_id, id)
);
