-- One file of decisions (DMN) of a route version, with what the engine gets: there its ids carry the region's prefix.
create table route_decision (
  id               bigint       not null primary key,
  region_id        bigint       not null,
  route_version_id bigint       not null,
  file             varchar(260) not null,
  resource_name    varchar(300) not null,
  drawn            mediumtext   not null,
  compiled         mediumtext   not null,
  constraint route_decision_version foreign key (region_id, route_version_id)
    references route_version (region_id, id),
  constraint route_decision_scope unique (region_id, id),
  constraint route_decision_once unique (route_version_id, file)
);
