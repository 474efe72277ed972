-- What a reddition brings to the statistics is kept beside its judgement: audits need not fetch it. Null for nothing.
alter table jugement add column if not exists apport bytea;
