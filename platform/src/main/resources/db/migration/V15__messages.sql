CREATE SEQUENCE message_seq START WITH 1 INCREMENT BY 1 CACHE 1000;

-- What somebody is told: a kind and ids, from which the words are made when it is read. No text, no names.
-- The key says what a message is about, so that nobody is told the same thing twice.
-- to_mail is empty once nothing is left to be mailed about it.
CREATE TABLE message (
  id          BIGINT      NOT NULL PRIMARY KEY,
  region_id   BIGINT      NOT NULL,
  account_id  BIGINT      NOT NULL,
  kind        VARCHAR(40) NOT NULL,
  message_key VARCHAR(80) NOT NULL,
  transfer_id BIGINT      NULL,
  task_id     BIGINT      NULL,
  at          DATETIME(6) NOT NULL,
  seen        BOOLEAN     NOT NULL DEFAULT FALSE,
  read_at     DATETIME(6) NULL,
  to_mail     VARCHAR(10) NULL,
  mail_id     BIGINT      NULL,
  UNIQUE (region_id, account_id, kind, message_key),
  INDEX message_by_reader (region_id, account_id, seen, at, id),
  INDEX message_to_mail (to_mail, region_id, account_id),
  INDEX message_by_mail (mail_id),
  INDEX message_by_age (region_id, at),
  FOREIGN KEY (region_id) REFERENCES region (id),
  FOREIGN KEY (account_id) REFERENCES account (id),
  FOREIGN KEY (region_id, transfer_id) REFERENCES transfer (region_id, id) ON DELETE CASCADE,
  FOREIGN KEY (region_id, task_id) REFERENCES task (region_id, id) ON DELETE CASCADE
);

-- The last day for which a region's people were told what is late and what is due.
CREATE TABLE message_day (
  region_id BIGINT NOT NULL PRIMARY KEY,
  day       DATE   NOT NULL,
  FOREIGN KEY (region_id) REFERENCES region (id)
);

-- How somebody wants to be mailed, and what became of it. An empty next_digest_at: no digest.
CREATE TABLE message_preference (
  region_id      BIGINT       NOT NULL,
  account_id     BIGINT       NOT NULL,
  deliveries     VARCHAR(400) NOT NULL,
  digest_time    TIME         NOT NULL,
  last_digest_at DATETIME(6)  NOT NULL,
  next_digest_at DATETIME(6)  NULL,
  refusals       INT          NOT NULL DEFAULT 0,
  refused_since  DATETIME(6)  NULL,
  PRIMARY KEY (region_id, account_id),
  INDEX message_preference_by_digest (next_digest_at),
  FOREIGN KEY (region_id) REFERENCES region (id),
  FOREIGN KEY (account_id) REFERENCES account (id)
);

-- Mail on its way: that somebody is owed one. What it says is counted when it leaves.
CREATE TABLE mail (
  id              BIGINT      NOT NULL PRIMARY KEY,
  region_id       BIGINT      NOT NULL,
  account_id      BIGINT      NOT NULL,
  role_tasks      INT         NOT NULL,
  state           VARCHAR(10) NOT NULL,
  attempts        INT         NOT NULL DEFAULT 0,
  created_at      DATETIME(6) NOT NULL,
  next_attempt_at DATETIME(6) NOT NULL,
  ended_at        DATETIME(6) NULL,
  INDEX mail_to_send (state, next_attempt_at),
  INDEX mail_by_region (region_id, state, attempts),
  INDEX mail_by_age (created_at),
  FOREIGN KEY (region_id) REFERENCES region (id),
  FOREIGN KEY (account_id) REFERENCES account (id)
);
