-- In batches: asked again until nothing was filled. An entry's words are indexed anew with it, so there are fewer of them at a time than in 049.
select fill_provinces_of_entries(5000) as changed;
