CREATE TABLE appointment (
  id           BIGINT       NOT NULL PRIMARY KEY,
  region_id    BIGINT       NOT NULL,
  transfer_id  BIGINT       NOT NULL,
  feed_uid     CHAR(36)     NOT NULL UNIQUE,
  kind         VARCHAR(20)  NOT NULL,
  starts_at    DATETIME(6)  NOT NULL,
  minutes      INT          NOT NULL,
  place        VARCHAR(200) NULL,
  made_by      BIGINT       NOT NULL,
  changed_at   DATETIME(6)  NOT NULL,
  cancelled_at DATETIME(6)  NULL,
  revision     INT          NOT NULL DEFAULT 0,
  UNIQUE (region_id, id),
  INDEX appointment_by_time (region_id, starts_at),
  INDEX appointment_by_transfer (region_id, transfer_id, starts_at),
  FOREIGN KEY (region_id, transfer_id) REFERENCES transfer (region_id, id),
  FOREIGN KEY (made_by) REFERENCES account (id)
);

-- A role is invited, not a person: whoever takes over the role has the appointment too.
CREATE TABLE appointment_guest (
  region_id      BIGINT      NOT NULL,
  appointment_id BIGINT      NOT NULL,
  role_code      VARCHAR(40) NOT NULL,
  PRIMARY KEY (region_id, appointment_id, role_code),
  FOREIGN KEY (region_id, appointment_id) REFERENCES appointment (region_id, id),
  FOREIGN KEY (region_id, role_code) REFERENCES role (region_id, code)
);

-- Of the secret address only a digest is kept.
CREATE TABLE agenda_feed (
  region_id  BIGINT      NOT NULL,
  account_id BIGINT      NOT NULL,
  token_hash CHAR(64)    NOT NULL UNIQUE,
  made_at    DATETIME(6) NOT NULL,
  PRIMARY KEY (region_id, account_id),
  FOREIGN KEY (region_id) REFERENCES region (id),
  FOREIGN KEY (account_id) REFERENCES account (id)
);
