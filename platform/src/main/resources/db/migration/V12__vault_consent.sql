-- A region's keyset, wrapped by the installation's master key, which is not in the database.
CREATE TABLE vault_key (
  region_id  BIGINT      NOT NULL PRIMARY KEY,
  keyset     TEXT        CHARACTER SET ascii NOT NULL,
  changed_at DATETIME(6) NOT NULL,
  FOREIGN KEY (region_id) REFERENCES region (id)
);

CREATE SEQUENCE consent_seq START WITH 1 INCREMENT BY 1 CACHE 1000;

-- What a young person and the parents decided on sharing. A later decision replaces an earlier one and takes nothing away:
-- what is asked is which decision came last.
CREATE TABLE consent (
  id              BIGINT      NOT NULL PRIMARY KEY,
  region_id       BIGINT      NOT NULL,
  young_person_id BIGINT      NOT NULL,
  organisation_id BIGINT      NULL COMMENT 'who receives; NULL: the parents',
  category        VARCHAR(40) NOT NULL,
  purpose         VARCHAR(40) NOT NULL,
  signatory       VARCHAR(10) NOT NULL,
  granted         BOOLEAN     NOT NULL,
  manner          VARCHAR(20) NOT NULL,
  given_on        DATE        NOT NULL,
  until_date      DATE        NULL,
  recorded_at     DATETIME(6) NOT NULL,
  recorded_by     BIGINT      NOT NULL,
  withdrawn_at    DATETIME(6) NULL,
  withdrawn_by    BIGINT      NULL,
  UNIQUE (region_id, id),
  INDEX consent_by_young_person (region_id, young_person_id, id),
  INDEX consent_by_end (region_id, until_date),
  FOREIGN KEY (region_id, young_person_id) REFERENCES young_person (region_id, id),
  FOREIGN KEY (region_id, organisation_id) REFERENCES organisation (region_id, id),
  FOREIGN KEY (recorded_by) REFERENCES account (id),
  FOREIGN KEY (withdrawn_by) REFERENCES account (id)
);

-- What was announced already, so that it is announced once.
CREATE TABLE consent_notice (
  region_id       BIGINT      NOT NULL,
  young_person_id BIGINT      NOT NULL,
  reason          VARCHAR(20) NOT NULL,
  on_date         DATE        NOT NULL,
  PRIMARY KEY (region_id, young_person_id, reason, on_date),
  FOREIGN KEY (region_id, young_person_id) REFERENCES young_person (region_id, id)
);
