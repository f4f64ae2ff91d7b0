-- The activity library with its analyses and versions; what corrections may know of an activity, in codes and numbers only.

-- What tools there are, in the three languages. Corrections' own list: health picks from it and cannot write into it.
create table custody_tool (
  code text primary key,
  class text not null check (class in ('none', 'blunt', 'pointed', 'sharp', 'heat', 'chemical', 'ligature', 'electronic')),
  name_en text not null,
  name_sq text not null,
  name_sr text not null
);

-- The operational face of one version of an activity. Its number is all the name it has here.
create table custody_kit (
  id uuid primary key,
  number integer not null constraint custody_kit_number_key unique,
  neutral text not null check (neutral in ('kitchen_work', 'garden_work', 'paper_work', 'textile_work', 'clay_work', 'wood_work', 'painting', 'music', 'movement', 'ball_games', 'table_games', 'reading_writing', 'table_conversation', 'laundry_cleaning', 'personal_care', 'quiet_exercises', 'packing_assembly', 'computer_work', 'in_cell_material', 'outdoor_walk')),
  room_kind text not null check (room_kind in ('activity', 'kitchen', 'workshop', 'garden', 'gym', 'interview', 'ward', 'classroom', 'cell')),
  in_cell boolean not null,
  max_participants integer not null check (max_participants between 1 and 20),
  min_staff integer not null check (min_staff between 1 and 4),
  officer_presence text not null check (officer_presence in ('none', 'in_sight', 'in_room')),
  count_tools boolean not null,
  created_at timestamptz not null,
  -- Health no longer uses it; what was decided about it stays.
  ended_at timestamptz
);
create table custody_kit_tool (
  kit_id uuid not null references custody_kit (id),
  tool_code text not null references custody_tool (code),
  count integer not null check (count between 1 and 99),
  constraint custody_kit_tool_pk primary key (kit_id, tool_code)
);
create trigger custody_kit_no_update before update of id, number, neutral, room_kind, in_cell, max_participants, min_staff, officer_presence, count_tools, created_at on custody_kit for each row execute function ergon_refuse('custody_kit_immutable');
create trigger custody_kit_no_delete before delete on custody_kit for each row execute function ergon_refuse('custody_kit_immutable');
create trigger custody_kit_no_truncate before truncate on custody_kit for each statement execute function ergon_refuse('custody_kit_immutable');
create trigger custody_kit_tool_no_update before update on custody_kit_tool for each row execute function ergon_refuse('custody_kit_tool_immutable');
create trigger custody_kit_tool_no_delete before delete on custody_kit_tool for each row execute function ergon_refuse('custody_kit_tool_immutable');
create trigger custody_kit_tool_no_truncate before truncate on custody_kit_tool for each statement execute function ergon_refuse('custody_kit_tool_immutable');
create table custody_kit_clearance (
  kit_id uuid not null references custody_kit (id),
  facility_id uuid not null references custody_facility (id),
  status text not null check (status in ('cleared', 'refused')),
  reason text check (reason in ('tools', 'room', 'staffing', 'other')),
  decided_by uuid not null references access_user (id),
  decided_at timestamptz not null,
  version integer not null,
  constraint custody_kit_clearance_pk primary key (kit_id, facility_id),
  constraint custody_kit_clearance_reason check ((status = 'refused') = (reason is not null))
);

-- One version of an activity as it was approved: content is the whole analysis in one text, the columns beside it serve searching.
create table care_activity_version (
  id uuid primary key,
  code text not null references care_activity (code),
  version_no integer not null check (version_no > 0),
  status text not null check (status in ('draft', 'approved', 'retired')),
  kind text not null check (kind in ('craft', 'self_care', 'domestic', 'gardening', 'music', 'movement', 'reading_education', 'vocational', 'games', 'relaxation', 'life_skills', 'release_preparation')),
  area text not null check (area in ('adl', 'iadl', 'health_management', 'rest_sleep', 'education', 'work', 'play', 'leisure', 'social_participation')),
  title_en text not null,
  title_sq text not null,
  title_sr text not null,
  in_cell boolean not null,
  level_from integer not null check (level_from between 1 and 9),
  level_to integer not null check (level_to between 1 and 9),
  tool_classes text not null,
  content text not null,
  -- Titles and purposes as they are searched for: in lower case, without the marks of letters.
  search text not null,
  kit_id uuid references custody_kit (id),
  created_by uuid,
  created_at timestamptz not null,
  -- When a draft was proposed to the head, and what the head said when it was returned.
  proposed_at timestamptz,
  comment text not null,
  approved_by uuid references access_user (id),
  approved_at timestamptz,
  version integer not null,
  constraint care_activity_version_key unique (code, version_no),
  constraint care_activity_version_levels check (level_from <= level_to),
  constraint care_activity_version_kit check (status = 'draft' or kit_id is not null)
);
create index custody_kit_in_use on custody_kit (number) where ended_at is null;
create unique index care_activity_version_one_draft on care_activity_version (code) where status = 'draft';
create unique index care_activity_version_one_approved on care_activity_version (code) where status = 'approved';
create trigger care_activity_version_no_edit before update of code, version_no, kind, area, title_en, title_sq, title_sr, in_cell, level_from, level_to, tool_classes, content, kit_id on care_activity_version for each row when (old.status <> 'draft') execute function ergon_refuse('care_activity_version_immutable');
create trigger care_activity_version_no_delete before delete on care_activity_version for each row when (old.status <> 'draft') execute function ergon_refuse('care_activity_version_immutable');
