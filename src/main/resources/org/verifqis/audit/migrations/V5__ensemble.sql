-- What a run found across redditions is kept like what it found of each: once, by its hash, however many runs find it. Of the
-- runs before, the number of the run stands for the hash. JSON begins with a brace: what is moved is not moved again.
insert into resultat (empreinte, statuts, constats)
  select concat('passage ', p.id), '', p.ensemble from passage p
  where p.ensemble like '{%'
    and not exists (select 1 from resultat r where r.empreinte = concat('passage ', p.id));
update passage set ensemble = concat('passage ', id) where ensemble like '{%';
