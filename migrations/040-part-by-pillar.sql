-- The portal judges targets by the same question as everybody, and that tells their pillars too.
grant select (pillar) on indicator to tiendo_public;
