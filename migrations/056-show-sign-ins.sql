-- Administrators see who signed in among those whom they look after, and everybody sees it of their own account.

-- What was proven last, or failed to be: 'password', or 'code' (of a second factor, or for recovery). Null: a provider answers for it, or nothing was to be
-- proven, or it was before this was kept.
alter table sign_in add column proof text;

-- Failures named the account only.
update sign_in s set user_id = u.id from app_user u where s.user_id is null and lower(u.email) = s.account;

-- Looked after is whoever holds no post, now or later, beyond an administrator's reach (peopleOutOfReach); so is an e-mail that nobody has.
do $$
begin
  perform give_rights('sign_in', $c$user_id = (select person_id()) or (select person_holds('administrator')) and not exists (
    select from post p where p.user_id = sign_in.user_id
      and (p.valid_until is null or p.valid_until > person_day() and p.valid_until > p.valid_from)
      and p.agency_id not in (select administered_agencies(person_id(), person_day())))$c$, null, null, null);
end $$;
