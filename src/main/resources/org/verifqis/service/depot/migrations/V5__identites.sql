-- By whom an identity provider knows an account. This file can be run again, as the ones before.

-- An address may be given to somebody else one day; what the provider calls a person is not.
create table if not exists identite (
  emetteur varchar(500) not null,
  sujet varchar(255) not null,
  compte bigint not null references compte (id),
  lie timestamp with time zone not null,
  primary key (emetteur, sujet),
  unique (compte, emetteur)
);

-- Always empty: H2, which asks no trigger before it, truncates no table that another one refers to.
create table if not exists evenement_garde (
  numero bigint primary key references evenement (numero)
);
