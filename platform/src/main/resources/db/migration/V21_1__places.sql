-- Where a route version asks for a place, and of which kind.
create table route_place (
  id               bigint       not null primary key,
  region_id        bigint       not null,
  route_version_id bigint       not null,
  process_id       varchar(200) not null,
  element_id       varchar(200) not null,
  code             varchar(40)  not null,
  constraint route_place_version foreign key (region_id, route_version_id)
    references route_version (region_id, id),
  constraint route_place_scope unique (region_id, id),
  constraint route_place_once unique (route_version_id, process_id, element_id)
);

CREATE SEQUENCE place_seq START WITH 1 INCREMENT BY 1 CACHE 1000;

-- The kinds of places of a region and how many there are; with per_role so many for each person who holds that role.
-- Whoever gives or takes places locks this row first.
CREATE TABLE place_kind (
  region_id BIGINT       NOT NULL,
  code      VARCHAR(40)  NOT NULL,
  name      VARCHAR(120) NOT NULL,
  position  INT          NOT NULL,
  number    INT          NOT NULL,
  per_role  VARCHAR(40)  NULL,
  PRIMARY KEY (region_id, code),
  FOREIGN KEY (region_id) REFERENCES region (id),
  FOREIGN KEY (region_id, per_role) REFERENCES role (region_id, code)
);

-- A place that somebody waits for (given_at is null), has, or had (ended_at is set). The order of the ids is the order of the queue.
CREATE TABLE place (
  id                   BIGINT      NOT NULL PRIMARY KEY,
  region_id            BIGINT      NOT NULL,
  transfer_id          BIGINT      NOT NULL,
  code                 VARCHAR(40) NOT NULL,
  element_instance_key BIGINT      NOT NULL,
  job_key              BIGINT      NOT NULL,
  wished_at            DATETIME(6) NOT NULL,
  given_at             DATETIME(6) NULL,
  ended_at             DATETIME(6) NULL,
  looked_at            DATETIME(6) NOT NULL,
  UNIQUE (region_id, id),
  UNIQUE (region_id, transfer_id, element_instance_key),
  INDEX place_by_code (region_id, code, ended_at, given_at, id),
  INDEX place_by_look (ended_at, looked_at),
  FOREIGN KEY (region_id, transfer_id) REFERENCES transfer (region_id, id),
  FOREIGN KEY (region_id, code) REFERENCES place_kind (region_id, code)
);

-- Who changed the number of places, and why.
CREATE TABLE place_change (
  id            BIGINT       NOT NULL PRIMARY KEY,
  region_id     BIGINT       NOT NULL,
  code          VARCHAR(40)  NOT NULL,
  number_before INT          NOT NULL,
  number_after  INT          NOT NULL,
  reason        VARCHAR(500) NOT NULL,
  changed_by    BIGINT       NOT NULL,
  changed_at    DATETIME(6)  NOT NULL,
  UNIQUE (region_id, id),
  INDEX place_change_by_code (region_id, code, id),
  FOREIGN KEY (region_id, code) REFERENCES place_kind (region_id, code),
  FOREIGN KEY (changed_by) REFERENCES account (id)
);
