-- Findings, and rows that are compared with those of other redditions, are kept apart from how the rules ended: they are
-- asked for rarely.
-- What older programs kept would not be used any more.
delete from jugement;
create table if not exists ligne (
  sha256 varchar(64) not null,
  cle varchar(64) not null,
  contenu bytea not null,
  primary key (sha256, cle)
);

-- What was last found of the redditions of a folder among each other, for these very files by these very rules (cle),
-- and of those that are missing, as it was asked on one day (cle_manquantes).
create table if not exists voisinage (
  dossier varchar(4096) primary key,
  cle varchar(64) not null,
  cle_manquantes varchar(64) not null,
  contenu bytea not null
);

-- The run with whose redditions this one's are written, as nothing was found otherwise; null where they are its own.
alter table passage add column if not exists comme bigint references passage (id);
