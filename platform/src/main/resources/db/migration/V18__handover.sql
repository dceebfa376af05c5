-- Which side of a warm handover a task is; NULL for every other step.
ALTER TABLE route_step ADD COLUMN handover VARCHAR(20) NULL;

CREATE SEQUENCE handover_seq START WITH 1 INCREMENT BY 1 CACHE 1000;

-- A warm handover of one transfer. What was given back stays as it was, and the next number takes it from there.
CREATE TABLE handover (
  id                     BIGINT       NOT NULL PRIMARY KEY,
  region_id              BIGINT       NOT NULL,
  transfer_id            BIGINT       NOT NULL,
  number                 INT          NOT NULL,
  state                  VARCHAR(20)  NOT NULL,
  sender_organisation_id BIGINT       NOT NULL,
  sent_by                BIGINT       NULL,
  sent_at                DATETIME(6)  NULL,
  reminded_at            DATETIME(6)  NULL,
  closed_by              BIGINT       NULL COMMENT 'who took over, gave back or recorded what was told',
  closed_for_id          BIGINT       NULL COMMENT 'the organisation for which',
  closed_at              DATETIME(6)  NULL,
  told_by                VARCHAR(160) NULL COMMENT 'name and function of who confirmed by word of mouth',
  return_reason          TEXT         NULL COMMENT 'sealed',
  UNIQUE (region_id, id),
  UNIQUE (region_id, transfer_id, number),
  INDEX handover_unread (region_id, state, reminded_at, sent_at),
  FOREIGN KEY (region_id, transfer_id) REFERENCES transfer (region_id, id),
  FOREIGN KEY (region_id, sender_organisation_id) REFERENCES organisation (region_id, id),
  FOREIGN KEY (region_id, closed_for_id) REFERENCES organisation (region_id, id),
  FOREIGN KEY (sent_by) REFERENCES account (id),
  FOREIGN KEY (closed_by) REFERENCES account (id)
);

-- To whom it was sent.
CREATE TABLE handover_receiver (
  region_id       BIGINT      NOT NULL,
  handover_id     BIGINT      NOT NULL,
  role_code       VARCHAR(40) NOT NULL,
  organisation_id BIGINT      NOT NULL,
  account_id      BIGINT      NULL COMMENT 'the person, where known; NULL: everybody with the role',
  PRIMARY KEY (handover_id, role_code),
  FOREIGN KEY (region_id, handover_id) REFERENCES handover (region_id, id),
  FOREIGN KEY (region_id, role_code) REFERENCES role (region_id, code),
  FOREIGN KEY (region_id, organisation_id) REFERENCES organisation (region_id, id),
  FOREIGN KEY (account_id) REFERENCES account (id)
);

-- What was sent, as it was, and what the sender left out. A receiver never sees more of it than consent allows at that moment.
CREATE TABLE handover_item (
  region_id       BIGINT      NOT NULL,
  handover_id     BIGINT      NOT NULL,
  field_key       VARCHAR(80) NOT NULL,
  left_out        VARCHAR(20) NULL COMMENT 'why the sender left it out; NULL: it goes',
  category        VARCHAR(40) NULL,
  label           VARCHAR(400) NULL,
  organisation_id BIGINT      NULL COMMENT 'where the value came from',
  given_at        DATETIME(6) NULL COMMENT 'with field and organisation: which value it was',
  text            MEDIUMTEXT  NULL,
  sealed          BOOLEAN     NOT NULL DEFAULT FALSE,
  PRIMARY KEY (handover_id, field_key),
  FOREIGN KEY (region_id, handover_id) REFERENCES handover (region_id, id),
  FOREIGN KEY (region_id, organisation_id) REFERENCES organisation (region_id, id)
);

-- Who of a receiving organisation opened it.
CREATE TABLE handover_reading (
  region_id       BIGINT      NOT NULL,
  handover_id     BIGINT      NOT NULL,
  account_id      BIGINT      NOT NULL,
  organisation_id BIGINT      NOT NULL,
  read_at         DATETIME(6) NOT NULL,
  PRIMARY KEY (handover_id, account_id),
  FOREIGN KEY (region_id, handover_id) REFERENCES handover (region_id, id),
  FOREIGN KEY (region_id, organisation_id) REFERENCES organisation (region_id, id),
  FOREIGN KEY (account_id) REFERENCES account (id)
);
