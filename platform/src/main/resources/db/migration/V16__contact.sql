-- Contact moments. What one said before it was changed is kept; one that was taken back is kept too, and counts no more.
CREATE TABLE contact_moment (
  id              BIGINT      NOT NULL PRIMARY KEY,
  region_id       BIGINT      NOT NULL,
  transfer_id     BIGINT      NOT NULL,
  organisation_id BIGINT      NOT NULL,
  account_id      BIGINT      NOT NULL,
  kind            VARCHAR(40) NOT NULL,
  result          VARCHAR(12) NOT NULL,
  minutes         INT         NOT NULL,
  happened_at     DATETIME(6) NOT NULL,
  note            TEXT        NULL,
  logged_at       DATETIME(6) NOT NULL,
  withdrawn_at    DATETIME(6) NULL,
  UNIQUE (region_id, id),
  INDEX contact_by_transfer (region_id, transfer_id, happened_at),
  INDEX contact_by_person (region_id, account_id, kind, logged_at),
  FOREIGN KEY (region_id, transfer_id) REFERENCES transfer (region_id, id),
  FOREIGN KEY (region_id, organisation_id) REFERENCES organisation (region_id, id),
  FOREIGN KEY (account_id) REFERENCES account (id)
);

CREATE TABLE contact_earlier (
  id          BIGINT      NOT NULL PRIMARY KEY,
  region_id   BIGINT      NOT NULL,
  contact_id  BIGINT      NOT NULL,
  kind        VARCHAR(40) NOT NULL,
  result      VARCHAR(12) NOT NULL,
  minutes     INT         NOT NULL,
  happened_at DATETIME(6) NOT NULL,
  note        TEXT        NULL,
  replaced_at DATETIME(6) NOT NULL,
  INDEX contact_earlier_by_contact (region_id, contact_id, replaced_at),
  FOREIGN KEY (region_id, contact_id) REFERENCES contact_moment (region_id, id)
);

-- Where contact with one young person stands, so that no list reads the moments themselves.
CREATE TABLE contact_standing (
  region_id     BIGINT      NOT NULL,
  transfer_id   BIGINT      NOT NULL,
  role_code     VARCHAR(40) NULL,
  named         BOOLEAN     NOT NULL,
  begun_at      DATETIME(6) NOT NULL,
  last_at       DATETIME(6) NULL,
  unanswered    INT         NOT NULL DEFAULT 0,
  lost_at       DATETIME(6) NULL,
  minutes       INT         NOT NULL DEFAULT 0,
  extra_minutes INT         NOT NULL DEFAULT 0,
  told_percent  INT         NOT NULL DEFAULT 0,
  every_days    INT         NULL,
  due_on        DATE        NULL,
  missed_due    DATE        NULL,
  PRIMARY KEY (region_id, transfer_id),
  INDEX contact_standing_by_due (due_on, missed_due),
  FOREIGN KEY (region_id, transfer_id) REFERENCES transfer (region_id, id),
  FOREIGN KEY (region_id, role_code) REFERENCES role (region_id, code)
);

CREATE TABLE contact_rhythm (
  id          BIGINT       NOT NULL PRIMARY KEY,
  region_id   BIGINT       NOT NULL,
  transfer_id BIGINT       NOT NULL,
  phase       VARCHAR(40)  NULL,
  every_days  INT          NOT NULL,
  reason      VARCHAR(500) NOT NULL,
  set_by      BIGINT       NOT NULL,
  set_at      DATETIME(6)  NOT NULL,
  INDEX contact_rhythm_by_transfer (region_id, transfer_id, set_at),
  FOREIGN KEY (region_id, transfer_id) REFERENCES transfer (region_id, id),
  FOREIGN KEY (set_by) REFERENCES account (id)
);

CREATE TABLE contact_extension (
  id           BIGINT       NOT NULL PRIMARY KEY,
  region_id    BIGINT       NOT NULL,
  transfer_id  BIGINT       NOT NULL,
  hours        INT          NOT NULL,
  reason       VARCHAR(500) NOT NULL,
  requested_by BIGINT       NOT NULL,
  requested_at DATETIME(6)  NOT NULL,
  approved     BOOLEAN      NULL,
  answer       VARCHAR(500) NULL,
  decided_by   BIGINT       NULL,
  decided_at   DATETIME(6)  NULL,
  INDEX contact_extension_by_transfer (region_id, transfer_id, requested_at),
  FOREIGN KEY (region_id, transfer_id) REFERENCES transfer (region_id, id),
  FOREIGN KEY (requested_by) REFERENCES account (id),
  FOREIGN KEY (decided_by) REFERENCES account (id)
);
