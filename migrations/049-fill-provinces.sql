-- In batches: asked again until nothing was filled. Between two of them whoever waits to write the same rows goes on; readers never wait.
select fill_provinces(50000) as changed;
