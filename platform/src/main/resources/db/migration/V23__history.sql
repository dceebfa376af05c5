-- A file of history that was taken in. When it is taken back the line stays and what was in the file goes.
CREATE TABLE history_import (
  id            BIGINT       NOT NULL PRIMARY KEY,
  region_id     BIGINT       NOT NULL,
  file_name     VARCHAR(120) NOT NULL,
  layout        VARCHAR(10)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  number        INT          NOT NULL COMMENT 'lines that came in',
  imported_at   DATETIME(6)  NOT NULL,
  imported_by   BIGINT       NULL COMMENT 'NULL: came in with the region',
  taken_back_at DATETIME(6)  NULL,
  taken_back_by BIGINT       NULL,
  UNIQUE (region_id, id),
  FOREIGN KEY (region_id) REFERENCES region (id),
  FOREIGN KEY (imported_by) REFERENCES account (id),
  FOREIGN KEY (taken_back_by) REFERENCES account (id)
);

-- A number that was printed somewhere. A range is kept as a range, and what is not known is no 0.
CREATE TABLE history_total (
  region_id   BIGINT       NOT NULL,
  import_id   BIGINT       NOT NULL,
  line        INT          NOT NULL,
  programme   VARCHAR(80)  COLLATE utf8mb4_bin NOT NULL,
  measure     VARCHAR(80)  COLLATE utf8mb4_bin NOT NULL,
  period      VARCHAR(40)  COLLATE utf8mb4_bin NOT NULL,
  category    VARCHAR(80)  COLLATE utf8mb4_bin NOT NULL COMMENT 'empty: the total',
  grouping    VARCHAR(80)  COLLATE utf8mb4_bin NOT NULL COMMENT 'empty: none',
  kind        VARCHAR(15)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  least       INT          NOT NULL,
  most        INT          NOT NULL,
  about       BOOLEAN      NOT NULL,
  printed     VARCHAR(80)  NOT NULL,
  derived     VARCHAR(4)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  unit        VARCHAR(80)  NOT NULL,
  measured_on VARCHAR(20)  NOT NULL,
  source      VARCHAR(400) NOT NULL,
  decimals    TINYINT      NOT NULL,
  target      VARCHAR(40)  NOT NULL COMMENT 'code of the measure of the region; empty: none',
  is_public   BOOLEAN      NOT NULL,
  note        VARCHAR(400) NOT NULL,
  PRIMARY KEY (region_id, programme, measure, period, category),
  FOREIGN KEY (region_id, import_id) REFERENCES history_import (region_id, id)
);

-- A transfer that ended before the platform was used. It names nobody: the number means something to the file's maker only.
CREATE TABLE history_transfer (
  region_id   BIGINT       NOT NULL,
  import_id   BIGINT       NOT NULL,
  line        INT          NOT NULL,
  programme   VARCHAR(80)  COLLATE utf8mb4_bin NOT NULL,
  school_year VARCHAR(9)   NOT NULL,
  number      INT          NOT NULL,
  origin      VARCHAR(10)  NOT NULL,
  level       VARCHAR(10)  NOT NULL,
  starts_on   DATE         NULL,
  ends_on     DATE         NULL,
  outcome     VARCHAR(20)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  diploma     VARCHAR(15)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  destination VARCHAR(20)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  to_level    VARCHAR(10)  NOT NULL,
  track       VARCHAR(10)  NOT NULL,
  reason      VARCHAR(40)  NOT NULL,
  measured_on VARCHAR(20)  NOT NULL,
  source      VARCHAR(400) NOT NULL,
  is_public   BOOLEAN      NOT NULL,
  PRIMARY KEY (region_id, programme, school_year, number),
  FOREIGN KEY (region_id, import_id) REFERENCES history_import (region_id, id)
);
