-- Versions of a region's route; the content of a version never changes.
create table route_version (
  id              bigint      not null primary key,
  region_id       bigint      not null,
  number          int         not null,
  state           varchar(20) not null,
  published_at    datetime(6) not null,
  root_process_id varchar(200) not null,
  content_hash    char(64)    not null,
  problems        mediumtext  null,
  constraint route_version_region foreign key (region_id) references region (id),
  constraint route_version_scope unique (region_id, id),
  constraint route_version_number unique (region_id, number)
);

-- One drawn process, with what the engine gets. The region's prefix is part of engine_process_id only.
create table route_process (
  id                bigint       not null primary key,
  region_id         bigint       not null,
  route_version_id  bigint       not null,
  process_id        varchar(200) not null,
  engine_process_id varchar(250) not null,
  resource_name     varchar(260) not null,
  drawn             mediumtext   not null,
  compiled          mediumtext   not null,
  definition_key    bigint       null,
  constraint route_process_version foreign key (region_id, route_version_id)
    references route_version (region_id, id),
  constraint route_process_scope unique (region_id, id),
  constraint route_process_once unique (route_version_id, process_id),
  index route_process_definition (definition_key)
);

create table route_form (
  id               bigint       not null primary key,
  region_id        bigint       not null,
  route_version_id bigint       not null,
  form_id          varchar(200) not null,
  json             mediumtext   not null,
  constraint route_form_version foreign key (region_id, route_version_id)
    references route_version (region_id, id),
  constraint route_form_once unique (route_version_id, form_id)
);

-- The step catalogue.
create table route_step (
  id               bigint        not null primary key,
  region_id        bigint        not null,
  route_version_id bigint        not null,
  process_id       varchar(200)  not null,
  element_id       varchar(200)  not null,
  kind             varchar(20)   not null,
  name             varchar(300)  not null,
  phase            varchar(100)  null,
  phase_name       varchar(300)  null,
  position         int           not null,
  roles            varchar(1000) not null,
  form_id          varchar(200)  null,
  why              text          null,
  message_name     varchar(250)  null,
  outcome          varchar(100)  null,
  constraint route_step_version foreign key (region_id, route_version_id)
    references route_version (region_id, id),
  constraint route_step_scope unique (region_id, id),
  constraint route_step_once unique (route_version_id, process_id, element_id)
);
