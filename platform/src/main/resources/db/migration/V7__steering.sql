-- Figures are kept as they happen, so that reading them costs the same however long the history.
-- Spread over slots, so that transactions which count the same thing do not wait for each other; add them up.
CREATE TABLE steering_count (
  region_id   BIGINT       NOT NULL,
  kind        VARCHAR(10)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  school_year VARCHAR(9)   NOT NULL,
  code        VARCHAR(100) COLLATE utf8mb4_bin NOT NULL,
  value       VARCHAR(255) COLLATE utf8mb4_bin NOT NULL,
  slot        TINYINT      NOT NULL,
  number      INT          NOT NULL,
  PRIMARY KEY (region_id, kind, school_year, code, value, slot),
  FOREIGN KEY (region_id, school_year) REFERENCES school_year (region_id, code)
);

-- The answer that counts for a transfer, so that a later answer replaces the earlier.
CREATE TABLE steering_choice (
  region_id   BIGINT       NOT NULL,
  transfer_id BIGINT       NOT NULL,
  field       VARCHAR(100) COLLATE utf8mb4_bin NOT NULL,
  value       VARCHAR(255) COLLATE utf8mb4_bin NOT NULL,
  replaced    VARCHAR(255) COLLATE utf8mb4_bin NULL,
  PRIMARY KEY (region_id, transfer_id, field),
  FOREIGN KEY (region_id, transfer_id) REFERENCES transfer (region_id, id)
);
