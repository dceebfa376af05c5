CREATE SEQUENCE regional_move_seq START WITH 1 INCREMENT BY 1 CACHE 1000;

-- A young person who moves from one region to another. It belongs to neither: rows of the regions do not refer to it and it refers
-- to none of theirs. What goes along is sealed for the receiving region, and is gone as soon as that has answered.
CREATE TABLE regional_move (
  id              BIGINT       NOT NULL PRIMARY KEY,
  from_region_id  BIGINT       NOT NULL,
  to_region_id    BIGINT       NOT NULL,
  from_transfer   BIGINT       NOT NULL COMMENT 'a number that only the sending region can use',
  to_transfer     BIGINT       NULL     COMMENT 'a number that only the receiving region can use',
  state           VARCHAR(12)  NOT NULL,
  school_kind     VARCHAR(20)  NOT NULL,
  school_year     VARCHAR(9)   NOT NULL,
  age             TINYINT      NOT NULL,
  categories      VARCHAR(400) NOT NULL,
  signatories     VARCHAR(40)  NOT NULL,
  manner          VARCHAR(20)  NOT NULL,
  given_on        DATE         NOT NULL,
  package         MEDIUMTEXT   CHARACTER SET ascii NULL,
  answer          TEXT         CHARACTER SET ascii NULL COMMENT 'why it was refused, sealed for the sending region',
  sent_by         BIGINT       NOT NULL,
  sent_at         DATETIME(6)  NOT NULL,
  answered_at     DATETIME(6)  NULL,
  INDEX regional_move_to (to_region_id, state, sent_at),
  INDEX regional_move_from (from_region_id, from_transfer, sent_at),
  FOREIGN KEY (from_region_id) REFERENCES region (id),
  FOREIGN KEY (to_region_id) REFERENCES region (id)
);
