-- Every row carries its region, and every reference carries it too: the database refuses a reference across regions.

CREATE SEQUENCE id_seq START WITH 1 INCREMENT BY 50 CACHE 1000;
CREATE SEQUENCE audit_seq START WITH 1 INCREMENT BY 1 CACHE 1000;

CREATE TABLE region (
  id          BIGINT       NOT NULL PRIMARY KEY,
  code        VARCHAR(40)  NOT NULL UNIQUE,
  name        VARCHAR(120) NOT NULL,
  programme   VARCHAR(120) NOT NULL,
  settings    JSON         NOT NULL,
  imported_at DATETIME(6)  NOT NULL
);

CREATE TABLE organisation (
  id        BIGINT       NOT NULL PRIMARY KEY,
  region_id BIGINT       NOT NULL,
  code      VARCHAR(60)  NOT NULL,
  name      VARCHAR(160) NOT NULL,
  kind      VARCHAR(20)  NOT NULL,
  UNIQUE (region_id, id),
  UNIQUE (region_id, code),
  FOREIGN KEY (region_id) REFERENCES region (id)
);

CREATE TABLE role (
  region_id BIGINT       NOT NULL,
  code      VARCHAR(40)  NOT NULL,
  name      VARCHAR(120) NOT NULL,
  position  INT          NOT NULL,
  rights    VARCHAR(200) NOT NULL,
  PRIMARY KEY (region_id, code),
  FOREIGN KEY (region_id) REFERENCES region (id)
);

CREATE TABLE school_year (
  region_id BIGINT      NOT NULL,
  code      VARCHAR(9)  NOT NULL,
  starts_on DATE        NOT NULL,
  ends_on   DATE        NOT NULL,
  PRIMARY KEY (region_id, code),
  FOREIGN KEY (region_id) REFERENCES region (id)
);

CREATE TABLE anchor (
  region_id   BIGINT      NOT NULL,
  school_year VARCHAR(9)  NOT NULL,
  code        VARCHAR(40) NOT NULL,
  on_date     DATE        NOT NULL,
  PRIMARY KEY (region_id, school_year, code),
  FOREIGN KEY (region_id, school_year) REFERENCES school_year (region_id, code)
);

-- A person works for one region or for several: the account belongs to none, the membership to one.
CREATE TABLE account (
  id            BIGINT       NOT NULL PRIMARY KEY,
  email         VARCHAR(200) NOT NULL UNIQUE,
  display_name  VARCHAR(120) NOT NULL,
  password_hash VARCHAR(200) NOT NULL,
  enabled       BOOLEAN      NOT NULL DEFAULT TRUE
);

CREATE TABLE membership (
  id              BIGINT      NOT NULL PRIMARY KEY,
  region_id       BIGINT      NOT NULL,
  account_id      BIGINT      NOT NULL,
  organisation_id BIGINT      NOT NULL,
  role_code       VARCHAR(40) NOT NULL,
  UNIQUE (region_id, account_id, organisation_id, role_code),
  INDEX membership_by_role (region_id, role_code),
  FOREIGN KEY (account_id) REFERENCES account (id),
  FOREIGN KEY (region_id, organisation_id) REFERENCES organisation (region_id, id),
  FOREIGN KEY (region_id, role_code) REFERENCES role (region_id, code)
);

-- The key is a digest of what was typed, so that mistyped passwords in the name field are not kept.
CREATE TABLE sign_in_attempt (
  attempt_key  CHAR(64)    NOT NULL PRIMARY KEY,
  failures     INT         NOT NULL,
  last_failure DATETIME(6) NOT NULL
);

CREATE TABLE audit_entry (
  id         BIGINT      NOT NULL PRIMARY KEY,
  region_id  BIGINT      NULL,
  at         DATETIME(6) NOT NULL,
  account_id BIGINT      NULL,
  action     VARCHAR(40) NOT NULL,
  subject    VARCHAR(40) NOT NULL,
  subject_id BIGINT      NULL,
  INDEX audit_by_subject (region_id, subject, subject_id, at)
);

-- How far the installation's clock is ahead of the real one: only ever other than 0 in a demo or a test.
CREATE TABLE clock_offset (
  id           TINYINT NOT NULL PRIMARY KEY,
  milliseconds BIGINT  NOT NULL
);

INSERT INTO clock_offset VALUES (1, 0);

-- Spring Modulith's event publication registry: the outbox.
CREATE TABLE EVENT_PUBLICATION (
  ID                     VARCHAR(36)   NOT NULL PRIMARY KEY,
  LISTENER_ID            VARCHAR(512)  NOT NULL,
  EVENT_TYPE             VARCHAR(512)  NOT NULL,
  SERIALIZED_EVENT       VARCHAR(4000) NOT NULL,
  PUBLICATION_DATE       TIMESTAMP(6)  NOT NULL,
  COMPLETION_DATE        TIMESTAMP(6)  DEFAULT NULL NULL,
  STATUS                 VARCHAR(20),
  COMPLETION_ATTEMPTS    INT,
  LAST_RESUBMISSION_DATE TIMESTAMP(6)  DEFAULT NULL NULL,
  INDEX event_publication_by_completion_date (COMPLETION_DATE),
  INDEX event_publication_by_status (STATUS, PUBLICATION_DATE)
);
