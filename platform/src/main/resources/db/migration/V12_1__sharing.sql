-- Organisations that take no part any more because nothing is shared with them. The school that referred stands in for them, so that
-- no task is nobody's.
CREATE TABLE participation_ended (
  region_id       BIGINT      NOT NULL,
  transfer_id     BIGINT      NOT NULL,
  role_code       VARCHAR(40) NOT NULL,
  organisation_id BIGINT      NOT NULL,
  ended_at        DATETIME(6) NOT NULL,
  ended_by        BIGINT      NOT NULL,
  PRIMARY KEY (region_id, transfer_id, role_code),
  FOREIGN KEY (region_id, transfer_id) REFERENCES transfer (region_id, id),
  FOREIGN KEY (region_id, role_code) REFERENCES role (region_id, code),
  FOREIGN KEY (region_id, organisation_id) REFERENCES organisation (region_id, id),
  FOREIGN KEY (ended_by) REFERENCES account (id)
);

-- Special personal data: the value is the sealed text, as a JSON string.
ALTER TABLE answer ADD COLUMN sealed BOOLEAN NOT NULL DEFAULT FALSE;
