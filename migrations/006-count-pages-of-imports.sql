-- How many pages of a scan have been recognised; null where nothing must be.

alter table document_import add column pages_done integer;
alter table document_import add column pages_total integer;
