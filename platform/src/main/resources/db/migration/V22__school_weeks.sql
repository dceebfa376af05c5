-- In which of the three Dutch holiday regions a region lies, and whether its weeks are weeks of school. A region of before knows neither.
ALTER TABLE region
  ADD COLUMN holiday_region VARCHAR(10) NULL,
  ADD COLUMN school_weeks   BOOLEAN     NOT NULL DEFAULT FALSE;

CREATE TABLE school_holiday (
  region_id   BIGINT      NOT NULL,
  school_year VARCHAR(9)  NOT NULL,
  code        VARCHAR(40) NOT NULL,
  first_day   DATE        NOT NULL,
  last_day    DATE        NOT NULL,
  advised     BOOLEAN     NOT NULL,
  PRIMARY KEY (region_id, school_year, code),
  FOREIGN KEY (region_id) REFERENCES region (id)
);
