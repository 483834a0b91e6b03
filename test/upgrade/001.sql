insert into app_user (id, name, email) values ('lan', 'Nguyễn Thị Lan', 'lan@vinhlong.example');
insert into account (id, user_id, provider_id, account_id, password) values ('a1', 'lan', 'credential', 'lan', 'salt:hash-of-step-one');
insert into session (id, user_id, token, expires_at) values ('s1', 'lan', 'token', now());
