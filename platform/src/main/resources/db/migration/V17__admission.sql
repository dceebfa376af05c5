-- Whether a young person is known already is asked by birth date first.
CREATE INDEX young_person_by_birth_date ON young_person (region_id, birth_date);

-- Referred together with many others: the engine hears of these a few at a time, so that nobody else waits. Like the outbox,
-- which each of them goes to next, it refers to nothing.
CREATE TABLE transfer_start_later (
  region_id        BIGINT NOT NULL,
  transfer_id      BIGINT NOT NULL,
  route_version_id BIGINT NOT NULL,
  variables        JSON   NOT NULL,
  PRIMARY KEY (region_id, transfer_id),
  FOREIGN KEY (region_id) REFERENCES region (id)
);
