-- The pages of a file that has them, and where each line of the text stands on them; null where it has none.
-- Json, not rows: always read whole, but for the turn of one page.

alter table document_text add column pages json;
alter table document_text add column places json;
