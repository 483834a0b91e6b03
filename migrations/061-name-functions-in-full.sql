-- PostgreSQL's own tools (pg_restore, pg_upgrade) put a table in before there is any schema in which names are looked up. What a column or
-- an index is computed by must therefore name in full what it calls; a body that is parsed when it is made does, and its order is known.
create or replace function plain_search_words(text) returns text language sql immutable
  return translate(search_words($1),
    'àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđ',
    'aaaaaaaaaaaaaaaaaeeeeeeeeeeeiiiiiooooooooooooooooouuuuuuuuuuuyyyyyd');
