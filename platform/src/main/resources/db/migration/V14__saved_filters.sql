-- The ways in which somebody looks at the list of tasks, under names of their own.
CREATE TABLE saved_filter (
  id              BIGINT       NOT NULL PRIMARY KEY,
  region_id       BIGINT       NOT NULL,
  account_id      BIGINT       NOT NULL,
  name            VARCHAR(60)  NOT NULL,
  search          VARCHAR(160) NULL,
  whose           VARCHAR(20)  NOT NULL,
  phase           VARCHAR(100) NULL,
  by_young_person BOOLEAN      NOT NULL,
  is_default      BOOLEAN      NOT NULL,
  UNIQUE (region_id, account_id, name),
  FOREIGN KEY (region_id) REFERENCES region (id),
  FOREIGN KEY (account_id) REFERENCES account (id)
);
