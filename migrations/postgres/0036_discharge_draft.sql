-- A summary may be begun before anybody knows why the treatment ends; signing it asks.

alter table care_discharge alter column reason drop not null;
alter table care_discharge add constraint care_discharge_signed_reason check (signed_at is null or reason is not null);
