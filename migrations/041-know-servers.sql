-- Several servers over one database: which of them has an import in hand. A server that runs holds an advisory lock of its number.
create sequence server_number as integer cycle;
alter table document_import add column server integer;
alter table figure_import add column server integer;
create index figure_import_running on figure_import (id) where ended_at is null;
