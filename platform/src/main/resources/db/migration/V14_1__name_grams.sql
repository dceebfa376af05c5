-- Three letters at a time of the names of young people, in one spelling: a name is found by a part of it, with a slip.
CREATE TABLE name_gram (
  region_id       BIGINT  NOT NULL,
  gram            CHAR(3) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  young_person_id BIGINT  NOT NULL,
  PRIMARY KEY (region_id, gram, young_person_id),
  INDEX name_gram_by_person (region_id, young_person_id),
  FOREIGN KEY (region_id, young_person_id) REFERENCES young_person (region_id, id) ON DELETE CASCADE
);
