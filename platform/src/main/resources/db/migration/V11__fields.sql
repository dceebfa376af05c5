-- The fields to which a version's forms refer.
ALTER TABLE route_version ADD COLUMN catalogue MEDIUMTEXT NOT NULL DEFAULT '[]';

-- What kind of fact an answer is, and for which organisation its author took part. A corrected value says why.
ALTER TABLE answer
  ADD COLUMN category        VARCHAR(40)  NOT NULL DEFAULT 'VOORTGANG',
  ADD COLUMN organisation_id BIGINT       NULL,
  ADD COLUMN reason          VARCHAR(500) NULL;

UPDATE answer a JOIN transfer t ON t.region_id = a.region_id AND t.id = a.transfer_id SET a.organisation_id = t.origin_id;

ALTER TABLE answer
  MODIFY COLUMN category        VARCHAR(40) NOT NULL,
  MODIFY COLUMN organisation_id BIGINT      NOT NULL,
  ADD FOREIGN KEY (region_id, organisation_id) REFERENCES organisation (region_id, id);
