-- A judgement stands without a run, and is written otherwise: what older programs kept is judged again. What was found among
-- redditions is found anew each time.
drop table if exists voisinage;
drop table if exists ligne;
drop table if exists jugement;

-- Of some content by some rules and parameters; kept as soon as it is made.
create table jugement (
  sha256 varchar(64) not null,
  cle varchar(64) not null,
  juge timestamp with time zone not null,
  contenu bytea not null,
  primary key (sha256, cle)
);
