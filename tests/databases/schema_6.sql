PRAGMA application_id = 1380207409;
PRAGMA user_version = 6;
BEGIN TRANSACTION;
CREATE TABLE absence (
    id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
    person_id TEXT NOT NULL REFERENCES person (id),
    since TEXT NOT NULL,
    until TEXT NOT NULL,
    closed_on TEXT,
    origin TEXT NOT NULL,
    row_hash BLOB NOT NULL CHECK (length(row_hash) = 32),
    CHECK (since <= until)
) STRICT;
INSERT INTO "absence" VALUES('40f9805f-323d-40a7-ab5d-3793a7955788','00000020-0000-4000-8000-000000000000','2027-06-30','2027-07-12',NULL,'hand',X'B147A2ED898373BC1BF0FE1619656DFCF25C524A0B3F621A20D3D453E6637448');
CREATE TABLE acknowledgement (
    id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
    revision_id TEXT NOT NULL REFERENCES revision (id),
    department_id TEXT NOT NULL REFERENCES node (id),
    person_id TEXT REFERENCES person (id),
    name TEXT NOT NULL,
    level TEXT NOT NULL CHECK (level IN ('read', 'practised')),
    who TEXT NOT NULL DEFAULT '',
    valid_on TEXT NOT NULL,
    recorded_at TEXT NOT NULL,
    annuls_id TEXT REFERENCES acknowledgement (id),
    reason TEXT NOT NULL DEFAULT '',
    row_hash BLOB NOT NULL CHECK (length(row_hash) = 32)
) STRICT;
INSERT INTO "acknowledgement" VALUES('95d3e91a-3263-4039-a4e7-c00b42532e64','00000023-0000-4000-8000-000000000000','00000004-0000-4000-8000-000000000000',NULL,'Maryse Aubry','read','M. Aubry','2026-11-12','2026-11-22T09:00:00+00:00',NULL,'',X'B40F04C7DF518E0ED02E1538C7D02F970D1F7A6BE0479CF7E9276C8A6E1A0E46');
CREATE TABLE "action" (
    id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
    department_id TEXT NOT NULL REFERENCES node (id),
    what TEXT NOT NULL CHECK (length(what) BETWEEN 1 AND 1000),
    owner TEXT NOT NULL DEFAULT '',
    due_on TEXT,
    done_on TEXT,
    outcome TEXT NOT NULL DEFAULT '',
    verification_id TEXT REFERENCES verification (id),
    finding_id TEXT REFERENCES finding (id),
    closed_on TEXT,
    origin TEXT NOT NULL,
    row_hash BLOB NOT NULL CHECK (length(row_hash) = 32)
) STRICT;
INSERT INTO "action" VALUES('5da07671-e138-4f30-8fa6-bd5477c996a4','00000004-0000-4000-8000-000000000000','Déplacer le classeur','M. Aubry','2026-12-01',NULL,'',NULL,'f936a7cb-ffac-4b60-a966-6a007432ae3c',NULL,'hand',X'078A1BDAC9B03B77C6291BA923110352892FB31729570FC566F05A088496959D');
CREATE TABLE advice (
    id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
    software_id TEXT NOT NULL UNIQUE REFERENCES software (id),
    verdict TEXT NOT NULL DEFAULT '' CHECK (verdict IN ('', 'keep', 'press', 'replace')),
    needs TEXT NOT NULL DEFAULT '',
    note TEXT NOT NULL DEFAULT '',
    who TEXT NOT NULL DEFAULT '',
    given_on TEXT,
    origin TEXT NOT NULL,
    row_hash BLOB NOT NULL CHECK (length(row_hash) = 32)
) STRICT;
INSERT INTO "advice" VALUES('16273847-0758-4937-a98c-3edfbf3053ad','00000013-0000-4000-8000-000000000000','press','','','',NULL,'hand',X'0D6348CF8C1BBDA9B9DF4D91C5AF450C71499549FF77B8E5AB83321E5C738662');
CREATE TABLE ancestor (
    node_id TEXT NOT NULL REFERENCES node (id) ON DELETE CASCADE,
    ancestor_id TEXT NOT NULL REFERENCES node (id) ON DELETE CASCADE,
    distance INTEGER NOT NULL,
    PRIMARY KEY (node_id, ancestor_id)
) STRICT, WITHOUT ROWID;
INSERT INTO "ancestor" VALUES('00000001-0000-4000-8000-000000000000','00000001-0000-4000-8000-000000000000',0);
INSERT INTO "ancestor" VALUES('00000002-0000-4000-8000-000000000000','00000001-0000-4000-8000-000000000000',1);
INSERT INTO "ancestor" VALUES('00000002-0000-4000-8000-000000000000','00000002-0000-4000-8000-000000000000',0);
INSERT INTO "ancestor" VALUES('00000003-0000-4000-8000-000000000000','00000001-0000-4000-8000-000000000000',2);
INSERT INTO "ancestor" VALUES('00000003-0000-4000-8000-000000000000','00000002-0000-4000-8000-000000000000',1);
INSERT INTO "ancestor" VALUES('00000003-0000-4000-8000-000000000000','00000003-0000-4000-8000-000000000000',0);
INSERT INTO "ancestor" VALUES('00000004-0000-4000-8000-000000000000','00000001-0000-4000-8000-000000000000',3);
INSERT INTO "ancestor" VALUES('00000004-0000-4000-8000-000000000000','00000002-0000-4000-8000-000000000000',2);
INSERT INTO "ancestor" VALUES('00000004-0000-4000-8000-000000000000','00000003-0000-4000-8000-000000000000',1);
INSERT INTO "ancestor" VALUES('00000004-0000-4000-8000-000000000000','00000004-0000-4000-8000-000000000000',0);
INSERT INTO "ancestor" VALUES('00000005-0000-4000-8000-000000000000','00000001-0000-4000-8000-000000000000',4);
INSERT INTO "ancestor" VALUES('00000005-0000-4000-8000-000000000000','00000002-0000-4000-8000-000000000000',3);
INSERT INTO "ancestor" VALUES('00000005-0000-4000-8000-000000000000','00000003-0000-4000-8000-000000000000',2);
INSERT INTO "ancestor" VALUES('00000005-0000-4000-8000-000000000000','00000004-0000-4000-8000-000000000000',1);
INSERT INTO "ancestor" VALUES('00000005-0000-4000-8000-000000000000','00000005-0000-4000-8000-000000000000',0);
CREATE TABLE appointment (
    id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
    person_id TEXT NOT NULL REFERENCES person (id),
    department_id TEXT NOT NULL REFERENCES node (id),
    kind TEXT NOT NULL CHECK (kind IN ('software', 'security')),
    rank TEXT NOT NULL CHECK (rank IN ('main', 'deputy')),
    software_id TEXT REFERENCES software (id),
    since TEXT,
    until TEXT,
    origin TEXT NOT NULL,
    row_hash BLOB NOT NULL CHECK (length(row_hash) = 32)
, appointed_by TEXT NOT NULL DEFAULT '', volunteer INTEGER CHECK (volunteer IN (0, 1)), minutes_a_week INTEGER CHECK (minutes_a_week BETWEEN 0 AND 6000), ended_because TEXT NOT NULL DEFAULT '') STRICT;
INSERT INTO "appointment" VALUES('00000021-0000-4000-8000-000000000000','00000020-0000-4000-8000-000000000000','00000004-0000-4000-8000-000000000000','software','main',NULL,'2025-01-01',NULL,'hand',X'B5E2F69E119F9AC22DADA7359421C42C5B1BD45317720880F16C9E9A27B9187E','',NULL,NULL,'');
INSERT INTO "appointment" VALUES('475cbb8e-a7b6-44f3-a171-c87efdbac0fa','00000020-0000-4000-8000-000000000000','00000004-0000-4000-8000-000000000000','software','deputy',NULL,NULL,'2025-12-31','hand',X'71C916D87588EED6925B151C3031934FB7ADE7B99EF383029870D20FE0DF132E','Direction',NULL,NULL,'');
CREATE TABLE arrival_item (
    id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
    department_id TEXT NOT NULL REFERENCES node (id),
    position INTEGER NOT NULL DEFAULT 0,
    what TEXT NOT NULL CHECK (length(what) BETWEEN 1 AND 300),
    software_id TEXT REFERENCES software (id),
    closed_on TEXT,
    origin TEXT NOT NULL,
    row_hash BLOB NOT NULL CHECK (length(row_hash) = 32)
) STRICT;
INSERT INTO "arrival_item" VALUES('555fe494-92b9-4ec6-93e9-813a943a8d3d','00000004-0000-4000-8000-000000000000',0,'Lire la fiche réflexe',NULL,NULL,'hand',X'6813B273C207EFADD4490B3918FE70511FD6A54D338D41C4BC4E22A6916C6AD2');
CREATE TABLE arrival_tick (
    id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
    item_id TEXT NOT NULL REFERENCES arrival_item (id),
    person_id TEXT NOT NULL REFERENCES person (id),
    who TEXT NOT NULL DEFAULT '',
    valid_on TEXT NOT NULL,
    recorded_at TEXT NOT NULL,
    annuls_id TEXT REFERENCES arrival_tick (id),
    reason TEXT NOT NULL DEFAULT '',
    row_hash BLOB NOT NULL CHECK (length(row_hash) = 32)
) STRICT;
INSERT INTO "arrival_tick" VALUES('c0e2c4eb-0953-4046-98f3-94c6005a6f19','555fe494-92b9-4ec6-93e9-813a943a8d3d','00000020-0000-4000-8000-000000000000','M. Aubry','2026-11-13','2026-11-22T09:00:00+00:00',NULL,'',X'AE4A49EBAF033C549C2C9FBA03D08CC62B05195D977E4E64CC4D51E6BBAF27B3');
CREATE TABLE attendance (
    id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
    training_id TEXT NOT NULL REFERENCES training (id),
    person_id TEXT REFERENCES person (id),
    name TEXT NOT NULL,
    level TEXT NOT NULL CHECK (level IN ('', 'uses', 'helps', 'trains')),
    row_hash BLOB NOT NULL CHECK (length(row_hash) = 32)
) STRICT;
INSERT INTO "attendance" VALUES('27780775-7114-4760-9cac-39407532c02b','a2c53b72-8dd8-4090-9aa4-e2f564017d08',NULL,'Maryse Aubry','helps',X'F8858B5881D44CE8400A38B2F7571F41C5618C43406C33C0BC6B5E52D0C76873');
CREATE TABLE audit (
    seq INTEGER NOT NULL PRIMARY KEY,
    recorded_at TEXT NOT NULL,
    action TEXT NOT NULL,
    origin TEXT NOT NULL CHECK (origin IN ('hand', 'import', 'starter', 'demo', 'program')),
    actor_id TEXT,
    actor_name TEXT NOT NULL DEFAULT '',
    row_count INTEGER NOT NULL CHECK (row_count >= 0),
    rows_hash BLOB NOT NULL CHECK (length(rows_hash) = 32),
    home_hash BLOB NOT NULL CHECK (length(home_hash) = 32),
    previous_hash BLOB NOT NULL CHECK (length(previous_hash) = 32),
    hash BLOB NOT NULL CHECK (length(hash) = 32)
) STRICT;
INSERT INTO "audit" VALUES(1,'2026-11-22T09:00:00+00:00','fill','hand',NULL,'',77,X'9CE8062B773EC1828EC679B50A27CB1CCDFB2B9816276137C908DB1C8B07E35F',X'0515ADB6D1EA60D1FB259D84761E217506DB41BAF6C41BD8AD9D55F6769B3169',X'0000000000000000000000000000000000000000000000000000000000000000',X'A9186B607BB3CA552BF443A2DA6286192E1F4EE2263EB61C5B2F7A786C7BADB6');
CREATE TABLE binder (
    id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
    department_id TEXT NOT NULL UNIQUE REFERENCES node (id),
    language TEXT NOT NULL CHECK (language IN ('fr', 'en')),
    origin TEXT NOT NULL,
    row_hash BLOB NOT NULL CHECK (length(row_hash) = 32)
, months_between_checks INTEGER CHECK (months_between_checks >= 0)) STRICT;
INSERT INTO "binder" VALUES('00000031-0000-4000-8000-000000000000','00000004-0000-4000-8000-000000000000','fr','hand',X'354ED0EBDE912CE0A35BC3D723AF8B2448628DD2C9306C6A1067F839C7A095DC',NULL);
CREATE TABLE change (
    id INTEGER NOT NULL PRIMARY KEY,
    audit_seq INTEGER NOT NULL REFERENCES audit (seq) DEFERRABLE INITIALLY DEFERRED,
    table_name TEXT NOT NULL,
    row_id TEXT NOT NULL,
    field TEXT NOT NULL,
    before_value TEXT,
    after_value TEXT,
    row_hash BLOB NOT NULL CHECK (length(row_hash) = 32)
) STRICT;
INSERT INTO "change" VALUES(1,1,'person','00000020-0000-4000-8000-000000000000','telephone','4100','4127',X'6BC04E6B5ABEF45B5CAB3F909465A86938B4A8AB2225226B21C2782ED48F5813');
CREATE TABLE chapter (
    id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
    owner_id TEXT REFERENCES node (id),
    code TEXT NOT NULL,
    language TEXT NOT NULL CHECK (language IN ('fr', 'en')),
    revision INTEGER NOT NULL CHECK (revision >= 1),
    text TEXT NOT NULL,
    accepted_on TEXT NOT NULL,
    origin TEXT NOT NULL,
    row_hash BLOB NOT NULL CHECK (length(row_hash) = 32)
) STRICT;
INSERT INTO "chapter" VALUES('c2883d64-8ca2-406f-b773-14c4a539efbb',NULL,'REF','fr',1,'{}','2026-01-01','hand',X'5EF2095EC87C4B08D6EFFCF518AC5EDEF33BBDA7351E9A7D560218BDE2C97894');
CREATE TABLE checked_sheet (
    id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
    shelf_check_id TEXT NOT NULL REFERENCES shelf_check (id),
    position INTEGER NOT NULL,
    code TEXT NOT NULL,
    expected_id TEXT NOT NULL REFERENCES sheet_revision (id),
    read TEXT NOT NULL DEFAULT '',
    found TEXT NOT NULL,
    found_id TEXT REFERENCES sheet_revision (id),
    row_hash BLOB NOT NULL CHECK (length(row_hash) = 32),
    UNIQUE (shelf_check_id, position)
) STRICT;
INSERT INTO "checked_sheet" VALUES('5c7ab731-5eea-48c0-9947-b82708a88ede','6fa92406-c003-49b2-a6fe-6da4cd639009',0,'PRE-01','00000034-0000-4000-8000-000000000000','U3DC','present','00000034-0000-4000-8000-000000000000',X'A03F5B7DDA6B1A42E102D33A32469514871062D2A91B9A1D562CD9CCEDB0E8A5');
CREATE TABLE confirmation (
    id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
    print_run_id TEXT NOT NULL REFERENCES print_run (id),
    who TEXT NOT NULL,
    valid_on TEXT NOT NULL,
    recorded_at TEXT NOT NULL,
    annuls_id TEXT REFERENCES confirmation (id),
    reason TEXT NOT NULL DEFAULT '',
    row_hash BLOB NOT NULL CHECK (length(row_hash) = 32)
) STRICT;
INSERT INTO "confirmation" VALUES('90188f13-475c-46ca-b788-8fcff1b0eb75','00000033-0000-4000-8000-000000000000','M. Aubry','2026-11-03','2026-11-22T09:00:00+00:00',NULL,'',X'212FD7B5526D2B9D093D5D3496EFEADDAC4B33E97286E09624DF9C5F68BE1851');
CREATE TABLE copy (
    id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
    binder_id TEXT NOT NULL REFERENCES binder (id),
    number INTEGER NOT NULL CHECK (number >= 1),
    place TEXT NOT NULL DEFAULT '',
    holder TEXT NOT NULL DEFAULT '',
    closed_on TEXT,
    origin TEXT NOT NULL,
    row_hash BLOB NOT NULL CHECK (length(row_hash) = 32), colour TEXT NOT NULL DEFAULT '', closed_because TEXT NOT NULL DEFAULT '',
    UNIQUE (binder_id, number)
) STRICT;
INSERT INTO "copy" VALUES('00000032-0000-4000-8000-000000000000','00000031-0000-4000-8000-000000000000',1,'Poste de soins','',NULL,'hand',X'EC4F83069A453A71DC291AD32A8E71C7F58D30CE9D7CDF86544F34D52858E17C','','');
CREATE TABLE department_function (
    id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
    department_id TEXT NOT NULL REFERENCES node (id),
    function_id TEXT NOT NULL REFERENCES function (id),
    closed_on TEXT,
    origin TEXT NOT NULL,
    row_hash BLOB NOT NULL CHECK (length(row_hash) = 32),
    UNIQUE (department_id, function_id)
) STRICT;
INSERT INTO "department_function" VALUES('65319d18-8eec-4aae-b1f7-3a85aaa16756','00000004-0000-4000-8000-000000000000','00000010-0000-4000-8000-000000000000',NULL,'hand',X'DB0487ABF685F8A33AE62E7121378D0A7B37C89315BB4E088447A0444CE58417');
CREATE TABLE deployment (
    id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
    software_id TEXT NOT NULL REFERENCES software (id),
    department_id TEXT NOT NULL REFERENCES node (id),
    function_id TEXT REFERENCES function (id),
    since TEXT,
    until TEXT,
    users INTEGER CHECK (users >= 0),
    criticality INTEGER CHECK (criticality BETWEEN 1 AND 4),
    tolerated_outage INTEGER CHECK (tolerated_outage > 0),
    origin TEXT NOT NULL,
    row_hash BLOB NOT NULL CHECK (length(row_hash) = 32)
, purpose TEXT NOT NULL DEFAULT '', outside INTEGER CHECK (outside IN (0, 1))) STRICT;
INSERT INTO "deployment" VALUES('00000036-0000-4000-8000-000000000000','00000013-0000-4000-8000-000000000000','00000004-0000-4000-8000-000000000000','00000010-0000-4000-8000-000000000000',NULL,NULL,40,NULL,NULL,'hand',X'B202A671E8A15CFE42C896F737A72001A27F8669B98227F479895F26C80FE1B5','',NULL);
CREATE TABLE dialling (
    id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
    entry_id TEXT NOT NULL REFERENCES directory_entry (id),
    number TEXT NOT NULL,
    answered INTEGER NOT NULL CHECK (answered IN (0, 1)),
    who TEXT NOT NULL DEFAULT '',
    valid_on TEXT NOT NULL,
    recorded_at TEXT NOT NULL,
    annuls_id TEXT REFERENCES dialling (id),
    reason TEXT NOT NULL DEFAULT '',
    row_hash BLOB NOT NULL CHECK (length(row_hash) = 32)
, outcome TEXT NOT NULL DEFAULT '') STRICT;
INSERT INTO "dialling" VALUES('229af02d-f806-4a2e-9150-0168b8e9f542','00000030-0000-4000-8000-000000000000','9',1,'','2026-11-01','2026-11-22T09:00:00+00:00',NULL,'',X'B4261FC8CF69E3334562ADFB54D90664807FBA7001FA3EAC6DDEBCC96FD1A1A2','');
CREATE TABLE directory_entry (
    id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
    owner_id TEXT NOT NULL REFERENCES node (id),
    heading TEXT NOT NULL DEFAULT '',
    label TEXT NOT NULL CHECK (length(label) BETWEEN 1 AND 300),
    number TEXT NOT NULL DEFAULT '',
    line_type TEXT NOT NULL DEFAULT ''
        CHECK (line_type IN ('', 'analogue', 'ip', 'dect', 'mobile', 'pager', 'runner')),
    works_without_network INTEGER CHECK (works_without_network IN (0, 1)),
    private INTEGER NOT NULL DEFAULT 0 CHECK (private IN (0, 1)),
    hours TEXT NOT NULL DEFAULT '',
    purpose TEXT NOT NULL DEFAULT '' CHECK (purpose IN
        ('', 'ward_manager', 'physician', 'administrator_on_duty', 'it_on_call', 'switchboard')),
    position INTEGER NOT NULL DEFAULT 0,
    closed_on TEXT,
    folded TEXT NOT NULL,
    origin TEXT NOT NULL,
    row_hash BLOB NOT NULL CHECK (length(row_hash) = 32)
, recorded_at TEXT NOT NULL DEFAULT '') STRICT;
INSERT INTO "directory_entry" VALUES('00000030-0000-4000-8000-000000000000','00000002-0000-4000-8000-000000000000','Standard','Standard','9','',NULL,0,'','',0,NULL,'standard','hand',X'14F410D25E853CD8910F498B3EAB8738769388390210B0E3C232E9F82214B4BD','2026-11-22T09:00:00+00:00');
CREATE TABLE domain_dependency (
    id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
    domain_id TEXT NOT NULL REFERENCES failure_domain (id),
    leans_on_id TEXT NOT NULL REFERENCES failure_domain (id),
    row_hash BLOB NOT NULL CHECK (length(row_hash) = 32),
    UNIQUE (domain_id, leans_on_id)
) STRICT;
INSERT INTO "domain_dependency" VALUES('750f52ff-928e-4b95-b8be-c9a678163181','1842ea3b-ad4e-4aa6-849f-d0e84e5bd9b5','6e61c894-193a-48df-8d75-994150220c1b',X'A537F738BD90ACB72D96C749D15061D127F3B00334C4C9F84B89818F1BECAD2F');
CREATE TABLE drill (
    id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
    department_id TEXT NOT NULL REFERENCES node (id),
    function_id TEXT NOT NULL REFERENCES function (id),
    software_id TEXT REFERENCES software (id),
    shift TEXT NOT NULL CHECK (shift IN ('day', 'evening', 'night', 'weekend')),
    complication TEXT NOT NULL DEFAULT '',
    planned_on TEXT NOT NULL,
    led_by TEXT NOT NULL DEFAULT '',
    maintenance_id TEXT REFERENCES maintenance (id),
    closed_on TEXT,
    closed_because TEXT NOT NULL DEFAULT '',
    origin TEXT NOT NULL,
    row_hash BLOB NOT NULL CHECK (length(row_hash) = 32)
) STRICT;
INSERT INTO "drill" VALUES('74972b48-187f-4e87-a329-600a4440ab1f','00000004-0000-4000-8000-000000000000','00000010-0000-4000-8000-000000000000','00000013-0000-4000-8000-000000000000','night','','2026-12-03','','bc62258b-245f-4d7e-a0b8-b99e6621f435',NULL,'','hand',X'FF94966DF96748EC6DC26DBBDADA8DE3367116DD2C61FFFD430E014368DE034D');
CREATE TABLE drill_run (
    id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
    home_id TEXT NOT NULL REFERENCES home (id),
    drill_id TEXT NOT NULL REFERENCES drill (id),
    revision_id TEXT REFERENCES revision (id),
    led_by TEXT NOT NULL,
    observer TEXT NOT NULL DEFAULT '',
    participants INTEGER CHECK (participants >= 0),
    starts_at TEXT NOT NULL DEFAULT '',
    seconds INTEGER CHECK (seconds >= 0),
    stopped_because TEXT NOT NULL DEFAULT '',
    valid_on TEXT NOT NULL,
    recorded_at TEXT NOT NULL,
    annuls_id TEXT REFERENCES drill_run (id),
    reason TEXT NOT NULL DEFAULT '',
    row_hash BLOB NOT NULL CHECK (length(row_hash) = 32)
) STRICT;
INSERT INTO "drill_run" VALUES('4169ebbb-4a7c-4512-a162-cee2f08b1724','00000035-0000-4000-8000-000000000000','74972b48-187f-4e87-a329-600a4440ab1f',NULL,'M. Aubry','',NULL,'',1140,'','2026-11-12','2026-11-22T09:00:00+00:00',NULL,'',X'69331118D8FB18FE8F21006EB0DB77AE9710668462007B67259C324E1B4A4C15');
CREATE TABLE drill_task (
    id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
    drill_run_id TEXT NOT NULL REFERENCES drill_run (id),
    position INTEGER NOT NULL,
    task TEXT NOT NULL,
    result TEXT NOT NULL CHECK (result IN ('done', 'partly', 'not_done', 'not_played')),
    seconds INTEGER CHECK (seconds >= 0),
    note TEXT NOT NULL DEFAULT '',
    row_hash BLOB NOT NULL CHECK (length(row_hash) = 32),
    UNIQUE (drill_run_id, position)
) STRICT;
INSERT INTO "drill_task" VALUES('f11f0c81-7cc7-4674-89ff-ccb8556925a6','4169ebbb-4a7c-4512-a162-cee2f08b1724',0,'find_binder','done',40,'',X'F05CF584DD9F8B22FA4B1417769C271D5F8BE4DFC6DE44577E04A3AB4FB29684');
CREATE TABLE erasing (seq INTEGER NOT NULL PRIMARY KEY) STRICT;
CREATE TABLE failure_domain (
    id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
    code TEXT NOT NULL DEFAULT '',
    name_fr TEXT NOT NULL DEFAULT '',
    name_en TEXT NOT NULL DEFAULT '',
    software_id TEXT UNIQUE REFERENCES software (id),
    position INTEGER NOT NULL DEFAULT 0,
    closed_on TEXT,
    origin TEXT NOT NULL,
    row_hash BLOB NOT NULL CHECK (length(row_hash) = 32),
    CHECK (name_fr <> '' OR software_id IS NOT NULL)
) STRICT;
INSERT INTO "failure_domain" VALUES('6e61c894-193a-48df-8d75-994150220c1b','network','Réseau','',NULL,0,NULL,'hand',X'7FC761525F7EA160341EA2E33064A777DB59DFA381350B2B13AEB645018735AB');
INSERT INTO "failure_domain" VALUES('1842ea3b-ad4e-4aa6-849f-d0e84e5bd9b5','','','','00000013-0000-4000-8000-000000000000',0,NULL,'hand',X'132FE7CD8EE0F835310E7A91ADE7AA2D04714971A44FE466C1F80222B92A4A55');
CREATE TABLE finding (
    id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
    drill_run_id TEXT NOT NULL REFERENCES drill_run (id),
    position INTEGER NOT NULL,
    what TEXT NOT NULL,
    row_hash BLOB NOT NULL CHECK (length(row_hash) = 32),
    UNIQUE (drill_run_id, position)
) STRICT;
INSERT INTO "finding" VALUES('f936a7cb-ffac-4b60-a966-6a007432ae3c','4169ebbb-4a7c-4512-a162-cee2f08b1724',0,'Le classeur était sous clé',X'F9D155F9F8CE79BEFC47B814D6D2F29762DEE704D8F3642AF23BC915AB1EDF39');
CREATE TABLE function (
    id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
    code TEXT NOT NULL UNIQUE CHECK (length(code) BETWEEN 2 AND 5),
    name_fr TEXT NOT NULL CHECK (length(name_fr) BETWEEN 1 AND 300),
    name_en TEXT NOT NULL DEFAULT '',
    position INTEGER NOT NULL,
    folded TEXT NOT NULL,
    origin TEXT NOT NULL,
    row_hash BLOB NOT NULL CHECK (length(row_hash) = 32)
) STRICT;
INSERT INTO "function" VALUES('00000010-0000-4000-8000-000000000000','PRE','Prescription','Prescription',0,'prescription','hand',X'054FCC0806E94C32A5F9729A4EBEA7D3FA69DBD2D0806D55D6376E80CC21866E');
CREATE TABLE handover (
    id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
    department_id TEXT NOT NULL REFERENCES node (id),
    leaving_id TEXT NOT NULL REFERENCES person (id),
    successor_id TEXT REFERENCES person (id),
    last_day TEXT,
    password_place TEXT NOT NULL DEFAULT '',
    note TEXT NOT NULL DEFAULT '',
    signed_on TEXT,
    closed_on TEXT,
    origin TEXT NOT NULL,
    row_hash BLOB NOT NULL CHECK (length(row_hash) = 32)
) STRICT;
INSERT INTO "handover" VALUES('fe5bda04-1289-48e4-8aa9-58048ff704bb','00000004-0000-4000-8000-000000000000','00000020-0000-4000-8000-000000000000',NULL,NULL,'','',NULL,NULL,'hand',X'68A1B162E69948A9636599E3043CB22EE8A814DD38254AF11AAFA89A480F1991');
CREATE TABLE handover_item (
    id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
    handover_id TEXT NOT NULL REFERENCES handover (id),
    position INTEGER NOT NULL,
    code TEXT NOT NULL DEFAULT '',
    what TEXT NOT NULL,
    done_on TEXT,
    origin TEXT NOT NULL,
    row_hash BLOB NOT NULL CHECK (length(row_hash) = 32),
    UNIQUE (handover_id, position),
    CHECK (code <> '' OR what <> '')
) STRICT;
INSERT INTO "handover_item" VALUES('6ce76451-acc3-4879-a68a-10ac432537e7','fe5bda04-1289-48e4-8aa9-58048ff704bb',0,'binder','',NULL,'hand',X'3E85E1CFD13919CF214BD94C5BE8375E9190480B63CB1530FEF0AA674F0A60F4');
CREATE TABLE help_entry (
    id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
    home_id TEXT NOT NULL REFERENCES home (id),
    department_id TEXT NOT NULL REFERENCES node (id),
    software_id TEXT REFERENCES software (id),
    asked TEXT NOT NULL CHECK (length(asked) BETWEEN 1 AND 1000),
    helped TEXT NOT NULL DEFAULT '',
    minutes INTEGER CHECK (minutes BETWEEN 0 AND 1440),
    outcome TEXT NOT NULL CHECK (outcome IN ('solved', 'open', 'to_it', 'to_vendor')),
    concerned INTEGER CHECK (concerned >= 0),
    who TEXT NOT NULL DEFAULT '',
    valid_on TEXT NOT NULL,
    recorded_at TEXT NOT NULL,
    annuls_id TEXT REFERENCES help_entry (id),
    reason TEXT NOT NULL DEFAULT '',
    row_hash BLOB NOT NULL CHECK (length(row_hash) = 32)
) STRICT;
INSERT INTO "help_entry" VALUES('7a0adb95-7466-42f4-84f9-71ebdf27e1c8','00000035-0000-4000-8000-000000000000','00000004-0000-4000-8000-000000000000','00000013-0000-4000-8000-000000000000','Imprimer','',NULL,'open',NULL,'M. Aubry','2026-11-13','2026-11-22T09:00:00+00:00',NULL,'',X'D667D9BE2C79456D223BB9315701CFCB54E73E6D9D1DB0EB5C7F6FDE7D517B38');
CREATE TABLE home (
    id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
    created_at TEXT NOT NULL,
    language TEXT NOT NULL CHECK (language IN ('fr', 'en')),
    demo INTEGER NOT NULL CHECK (demo IN (0, 1)),
    row_hash BLOB NOT NULL CHECK (length(row_hash) = 32)
) STRICT;
INSERT INTO "home" VALUES('00000035-0000-4000-8000-000000000000','2026-11-22T09:00:00+00:00','fr',0,X'AFD161CB14523A0C7234C793280625F3CD02033C412A0944010006BA80ADE4BB');
CREATE TABLE import_run (
    id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
    home_id TEXT NOT NULL REFERENCES home (id),
    file_name TEXT NOT NULL,
    file_hash TEXT NOT NULL CHECK (length(file_hash) = 64),
    kind TEXT NOT NULL,
    lines_read INTEGER NOT NULL,
    added INTEGER NOT NULL,
    changed INTEGER NOT NULL,
    unchanged INTEGER NOT NULL,
    doubtful INTEGER NOT NULL,
    refused INTEGER NOT NULL,
    recorded_at TEXT NOT NULL,
    row_hash BLOB NOT NULL CHECK (length(row_hash) = 32),
    CHECK (lines_read = added + changed + unchanged + doubtful + refused)
) STRICT;
INSERT INTO "import_run" VALUES('d4929d62-a104-4e25-9629-335a8bb1bfb6','00000035-0000-4000-8000-000000000000','liste.csv','0000000000000000000000000000000000000000000000000000000000000000','software',1,1,0,0,0,0,'2026-11-22T09:00:00+00:00',X'7192695B5AAE802DC955383E30E1702A4DFB78506E0BD45B62E57D1AF27F447A');
CREATE TABLE import_shape (
    id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
    titles TEXT NOT NULL UNIQUE CHECK (length(titles) = 64),
    kind TEXT NOT NULL,
    fields TEXT NOT NULL,
    origin TEXT NOT NULL,
    row_hash BLOB NOT NULL CHECK (length(row_hash) = 32)
) STRICT;
INSERT INTO "import_shape" VALUES('49be87b6-8ac6-4ab7-956e-d6adec29164f','0000000000000000000000000000000000000000000000000000000000000000','software','{}','hand',X'1AB629DEDCCE48C158645AEEE8906BFF951FCAFCF524CF20DFDEFAFA035FF00C');
CREATE TABLE insertion (
    id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
    print_run_id TEXT NOT NULL REFERENCES print_run (id),
    copy_id TEXT NOT NULL REFERENCES copy (id),
    who TEXT NOT NULL,
    valid_on TEXT NOT NULL,
    recorded_at TEXT NOT NULL,
    annuls_id TEXT REFERENCES insertion (id),
    reason TEXT NOT NULL DEFAULT '',
    row_hash BLOB NOT NULL CHECK (length(row_hash) = 32)
) STRICT;
INSERT INTO "insertion" VALUES('3da4ddf5-eb78-4be1-964a-ce06a2420848','00000033-0000-4000-8000-000000000000','00000032-0000-4000-8000-000000000000','M. Aubry','2026-11-03','2026-11-22T09:00:00+00:00',NULL,'',X'11839CE65382B49AF5A7D786180770C33443910FBE7A9F1177B4FB2BFB6DF8A6');
CREATE TABLE kind_function (
    id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
    kind_id TEXT NOT NULL REFERENCES software_kind (id),
    function_id TEXT NOT NULL REFERENCES function (id),
    row_hash BLOB NOT NULL CHECK (length(row_hash) = 32),
    UNIQUE (kind_id, function_id)
) STRICT;
INSERT INTO "kind_function" VALUES('ad13e34e-cf17-4e36-906b-f93ef410518e','00000011-0000-4000-8000-000000000000','00000010-0000-4000-8000-000000000000',X'742FDE10A25C32AA8F8AB338C4ADDC453AF3243D24E2DC1082D33BA0BCB1F91C');
CREATE TABLE lesson (
    id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
    drill_run_id TEXT NOT NULL REFERENCES drill_run (id),
    what TEXT NOT NULL,
    who TEXT NOT NULL DEFAULT '',
    valid_on TEXT NOT NULL,
    recorded_at TEXT NOT NULL,
    annuls_id TEXT REFERENCES lesson (id),
    reason TEXT NOT NULL DEFAULT '',
    row_hash BLOB NOT NULL CHECK (length(row_hash) = 32)
) STRICT;
INSERT INTO "lesson" VALUES('e82089f4-c26c-4b1f-8803-5ec83b8eb1e0','4169ebbb-4a7c-4512-a162-cee2f08b1724','Deux exemplaires valent mieux','M. Aubry','2026-11-12','2026-11-22T09:00:00+00:00',NULL,'',X'B88E1089EDBCA3B562DB731F0C80A1F2AE9E07421E2759405B073E67079354AF');
CREATE TABLE letter (
    id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
    appointment_id TEXT NOT NULL REFERENCES appointment (id),
    kind TEXT NOT NULL CHECK (kind IN ('appointment', 'recognition')),
    year INTEGER NOT NULL CHECK (year BETWEEN 1900 AND 9999),
    text TEXT NOT NULL,
    origin TEXT NOT NULL,
    row_hash BLOB NOT NULL CHECK (length(row_hash) = 32),
    UNIQUE (appointment_id, kind, year)
) STRICT;
INSERT INTO "letter" VALUES('fa70c16c-706d-4028-84ad-e7e9ead0c5c1','475cbb8e-a7b6-44f3-a171-c87efdbac0fa','appointment',2026,'{}','hand',X'6C974C8D8B20B738D518A253DD4688704DBF009C296A04C705D9E25F9C3606B0');
CREATE TABLE local_value (
    id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
    department_id TEXT NOT NULL REFERENCES node (id),
    name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 80),
    value TEXT NOT NULL,
    origin TEXT NOT NULL,
    row_hash BLOB NOT NULL CHECK (length(row_hash) = 32),
    UNIQUE (department_id, name)
) STRICT;
INSERT INTO "local_value" VALUES('d22bd01e-e7c6-42f7-adfd-9b7af8d9e1b8','00000004-0000-4000-8000-000000000000','imprimante','HP-12','hand',X'511CF37E56754D63944876FF3BA1404A88316F8A03FC0DAF4482FAA530FD47B6');
CREATE TABLE lot (
    id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
    home_id TEXT NOT NULL REFERENCES home (id),
    department_id TEXT NOT NULL REFERENCES node (id),
    form_code TEXT NOT NULL,
    form_title TEXT NOT NULL,
    form_revision TEXT NOT NULL,
    language TEXT NOT NULL,
    first_serial INTEGER NOT NULL CHECK (first_serial >= 1),
    amount INTEGER NOT NULL CHECK (amount >= 1),
    who TEXT NOT NULL DEFAULT '',
    valid_on TEXT NOT NULL,
    recorded_at TEXT NOT NULL,
    annuls_id TEXT REFERENCES lot (id),
    reason TEXT NOT NULL DEFAULT '',
    row_hash BLOB NOT NULL CHECK (length(row_hash) = 32)
) STRICT;
INSERT INTO "lot" VALUES('957fdf59-0edd-451a-889a-2305bb92a399','00000035-0000-4000-8000-000000000000','00000004-0000-4000-8000-000000000000','F05','Prescription','1','fr',1,50,'M. Aubry','2026-11-10','2026-11-22T09:00:00+00:00',NULL,'',X'639A2024D83D8331D8AA83C77141035DD252A0A086202D71A9071D6F996D78A1');
CREATE TABLE maintenance (
    id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
    node_id TEXT NOT NULL REFERENCES node (id),
    software_id TEXT NOT NULL REFERENCES software (id),
    planned_on TEXT NOT NULL,
    starts_at TEXT NOT NULL DEFAULT '',
    minutes INTEGER CHECK (minutes > 0),
    note TEXT NOT NULL DEFAULT '',
    closed_on TEXT,
    origin TEXT NOT NULL,
    row_hash BLOB NOT NULL CHECK (length(row_hash) = 32)
) STRICT;
INSERT INTO "maintenance" VALUES('bc62258b-245f-4d7e-a0b8-b99e6621f435','00000002-0000-4000-8000-000000000000','00000013-0000-4000-8000-000000000000','2026-12-03','',90,'',NULL,'hand',X'0CE17800ED0FE4C37E53346428794BD388B25EEA93AF3A2F1A774A3D7234986B');
CREATE TABLE means (
    id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
    node_id TEXT NOT NULL REFERENCES node (id),
    kind TEXT NOT NULL CHECK (kind IN
        ('printer', 'telephone', 'pc', 'share', 'software', 'person', 'stock', 'other')),
    name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 300),
    place TEXT NOT NULL DEFAULT '',
    note TEXT NOT NULL DEFAULT '',
    software_id TEXT REFERENCES software (id),
    closed_on TEXT,
    folded TEXT NOT NULL,
    origin TEXT NOT NULL,
    row_hash BLOB NOT NULL CHECK (length(row_hash) = 32)
) STRICT;
INSERT INTO "means" VALUES('8030cf47-c93a-428b-917a-622407d45f15','00000004-0000-4000-8000-000000000000','printer','Imprimante USB','','',NULL,NULL,'imprimante usb','hand',X'CFC7096CD3E6E9BC9E56FC379D87D424EB676F259C9FE3F49C623867D2EFFE17');
CREATE TABLE means_dependency (
    id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
    means_id TEXT NOT NULL REFERENCES means (id),
    domain_id TEXT NOT NULL REFERENCES failure_domain (id),
    row_hash BLOB NOT NULL CHECK (length(row_hash) = 32),
    UNIQUE (means_id, domain_id)
) STRICT;
INSERT INTO "means_dependency" VALUES('87ad98ff-4d80-45ad-92db-c556de7bbf1e','8030cf47-c93a-428b-917a-622407d45f15','6e61c894-193a-48df-8d75-994150220c1b',X'8EB2FE3542AB7D27396F6EC8883052CC364E3C9C656D820722F85793D04487BA');
CREATE TABLE node (
    id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
    parent_id TEXT REFERENCES node (id),
    kind TEXT NOT NULL CHECK (kind IN ('group', 'establishment', 'pole', 'department', 'unit')),
    name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 300),
    code TEXT NOT NULL DEFAULT '',
    finess TEXT NOT NULL DEFAULT '',
    place TEXT NOT NULL DEFAULT '',
    beds INTEGER CHECK (beds BETWEEN 0 AND 99999),
    opening_hours TEXT NOT NULL DEFAULT '',
    telephone TEXT NOT NULL DEFAULT '',
    paper_code TEXT UNIQUE CHECK (length(paper_code) BETWEEN 2 AND 5),
    closed_on TEXT,
    folded TEXT NOT NULL,
    origin TEXT NOT NULL,
    row_hash BLOB NOT NULL CHECK (length(row_hash) = 32),
    CHECK ((kind = 'group') = (parent_id IS NULL) OR kind = 'establishment'),
    CHECK (kind IN ('group', 'establishment') OR parent_id IS NOT NULL)
) STRICT;
INSERT INTO "node" VALUES('00000001-0000-4000-8000-000000000000',NULL,'group','GHT des Essais','','','',NULL,'','',NULL,NULL,'ght des essais','hand',X'70B8C3D96D2D01E3E7C9E924DB7A13474732463EAA0FB3C20CB4813CFD174735');
INSERT INTO "node" VALUES('00000002-0000-4000-8000-000000000000','00000001-0000-4000-8000-000000000000','establishment','Hôpital Nord','','','',NULL,'','',NULL,NULL,'hôpital nord','hand',X'68166F7911880DF950462D60990A6D8CE7CBE5593F6CA90CF7045E16E133B492');
INSERT INTO "node" VALUES('00000003-0000-4000-8000-000000000000','00000002-0000-4000-8000-000000000000','pole','Pôle cœur','','','',NULL,'','',NULL,NULL,'pôle cœur','hand',X'C87B9BBB4EEB1D3063259B5AD0A5A5D87048CF9A9C2FFB76EE4E974E43E8B87F');
INSERT INTO "node" VALUES('00000004-0000-4000-8000-000000000000','00000003-0000-4000-8000-000000000000','department','Cardiologie','','','',NULL,'','',NULL,NULL,'cardiologie','hand',X'378FACF6116397177CFA14E137725134B0361640FC5A4231023ABB9DD94658B3');
INSERT INTO "node" VALUES('00000005-0000-4000-8000-000000000000','00000004-0000-4000-8000-000000000000','unit','Soins intensifs','','','',NULL,'','',NULL,NULL,'soins intensifs','hand',X'24ECAE9CE870B904E7018D8FAFC618BCB5014C3B93FDAF2FBFECB2377CF20751');
CREATE TABLE objective (
    id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
    appointment_id TEXT NOT NULL REFERENCES appointment (id),
    what TEXT NOT NULL CHECK (length(what) BETWEEN 1 AND 1000),
    due_on TEXT NOT NULL,
    reached_on TEXT,
    outcome TEXT NOT NULL DEFAULT '',
    closed_on TEXT,
    origin TEXT NOT NULL,
    row_hash BLOB NOT NULL CHECK (length(row_hash) = 32)
) STRICT;
INSERT INTO "objective" VALUES('74b13295-13e5-4747-b7bc-21e2a608516d','475cbb8e-a7b6-44f3-a171-c87efdbac0fa','Former deux agents','2027-06-30',NULL,'',NULL,'hand',X'7E6CE845F9B0B12AD6CEA0EE17A8E3B8F2DCDCA8D4142B6512F50E214C26C08A');
CREATE TABLE person (
    id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
    last_name TEXT NOT NULL CHECK (length(last_name) BETWEEN 1 AND 300),
    first_name TEXT NOT NULL DEFAULT '',
    role TEXT NOT NULL DEFAULT '',
    department_id TEXT REFERENCES node (id),
    telephone TEXT NOT NULL DEFAULT '',
    working_hours TEXT NOT NULL DEFAULT '',
    left_on TEXT,
    folded TEXT NOT NULL,
    origin TEXT NOT NULL,
    row_hash BLOB NOT NULL CHECK (length(row_hash) = 32)
, recorded_at TEXT NOT NULL DEFAULT '', week_one TEXT NOT NULL DEFAULT '', erase_on TEXT, erased_on TEXT) STRICT;
INSERT INTO "person" VALUES('00000020-0000-4000-8000-000000000000','Aubry','Maryse','','00000004-0000-4000-8000-000000000000','4127','',NULL,'aubry maryse','hand',X'FF80C813F617DA7805DF527D78149C3664E428B2F28D288F7478CA92B6830C3E','2026-11-22T09:00:00+00:00','',NULL,NULL);
CREATE TABLE print_run (
    id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
    home_id TEXT NOT NULL REFERENCES home (id),
    number INTEGER NOT NULL CHECK (number >= 1),
    department_id TEXT NOT NULL REFERENCES node (id),
    copy_id TEXT REFERENCES copy (id),
    language TEXT NOT NULL,
    one_sided INTEGER NOT NULL CHECK (one_sided IN (0, 1)),
    pages INTEGER NOT NULL CHECK (pages >= 1),
    who TEXT NOT NULL DEFAULT '',
    valid_on TEXT NOT NULL,
    recorded_at TEXT NOT NULL,
    annuls_id TEXT REFERENCES print_run (id),
    reason TEXT NOT NULL DEFAULT '',
    row_hash BLOB NOT NULL CHECK (length(row_hash) = 32), replacements INTEGER CHECK (replacements IN (0, 1)),
    UNIQUE (home_id, number)
) STRICT;
INSERT INTO "print_run" VALUES('00000033-0000-4000-8000-000000000000','00000035-0000-4000-8000-000000000000',1,'00000004-0000-4000-8000-000000000000','00000032-0000-4000-8000-000000000000','fr',0,2,'','2026-11-02','2026-11-22T09:00:00+00:00',NULL,'',X'841EB48DB9D811CF7832DA402CF716CE77F662B8E25DAB0029FBB2749E1E970B',NULL);
CREATE TABLE printed_sheet (
    id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
    print_run_id TEXT NOT NULL REFERENCES print_run (id),
    sheet_revision_id TEXT NOT NULL REFERENCES sheet_revision (id),
    position INTEGER NOT NULL,
    pages INTEGER NOT NULL CHECK (pages >= 1),
    row_hash BLOB NOT NULL CHECK (length(row_hash) = 32),
    UNIQUE (print_run_id, position)
) STRICT;
INSERT INTO "printed_sheet" VALUES('4aa11f3e-592f-4cf0-954d-8bdcc6782bd3','00000033-0000-4000-8000-000000000000','00000034-0000-4000-8000-000000000000',0,2,X'56FB3DC7C2A07DDE80738891C1FCED0D6A6FE1ED9470BE07707C2609402149DC');
CREATE TABLE printer (
    id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
    department_id TEXT NOT NULL REFERENCES node (id),
    name TEXT NOT NULL,
    place TEXT NOT NULL DEFAULT '',
    queue TEXT NOT NULL DEFAULT '',
    works_without_network INTEGER CHECK (works_without_network IN (0, 1)),
    toner_on TEXT,
    tested_on TEXT,
    note TEXT NOT NULL DEFAULT '',
    closed_on TEXT,
    origin TEXT NOT NULL,
    row_hash BLOB NOT NULL CHECK (length(row_hash) = 32)
) STRICT;
INSERT INTO "printer" VALUES('ac86b7f2-8261-44a9-af26-071bb3bc40aa','00000004-0000-4000-8000-000000000000','HP-12','Poste de soins','',1,NULL,NULL,'',NULL,'hand',X'B021396C80E3D6EA7B8ED6077FBB36BA2F01C21CC3AB032B94F7B0CCE152830F');
CREATE TABLE "procedure" (
    id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
    owner_id TEXT NOT NULL REFERENCES node (id),
    function_id TEXT NOT NULL REFERENCES function (id),
    software_id TEXT REFERENCES software (id),
    closed_on TEXT,
    origin TEXT NOT NULL,
    row_hash BLOB NOT NULL CHECK (length(row_hash) = 32)
, review_months INTEGER CHECK (review_months BETWEEN 1 AND 60)) STRICT;
INSERT INTO "procedure" VALUES('00000022-0000-4000-8000-000000000000','00000003-0000-4000-8000-000000000000','00000010-0000-4000-8000-000000000000',NULL,NULL,'hand',X'BA1066E2D673E6249ED492F45D5790BE46EA3A609D57846A7CB16A6CFDEFC734',NULL);
CREATE TABLE proposal (
    id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
    person_id TEXT NOT NULL REFERENCES person (id),
    department_id TEXT NOT NULL REFERENCES node (id),
    kind TEXT NOT NULL CHECK (kind IN ('software', 'security')),
    rank TEXT NOT NULL CHECK (rank IN ('main', 'deputy')),
    software_id TEXT REFERENCES software (id),
    since TEXT,
    until TEXT,
    proposed_by TEXT NOT NULL DEFAULT '',
    volunteer INTEGER CHECK (volunteer IN (0, 1)),
    minutes_a_week INTEGER CHECK (minutes_a_week BETWEEN 0 AND 6000),
    proposed_on TEXT NOT NULL,
    answer TEXT NOT NULL DEFAULT '' CHECK (answer IN ('', 'accepted', 'declined', 'withdrawn')),
    answered_on TEXT,
    appointment_id TEXT REFERENCES appointment (id),
    origin TEXT NOT NULL,
    row_hash BLOB NOT NULL CHECK (length(row_hash) = 32)
) STRICT;
INSERT INTO "proposal" VALUES('ff4f8b97-9721-4287-8238-b381a92adf25','00000020-0000-4000-8000-000000000000','00000004-0000-4000-8000-000000000000','software','deputy',NULL,NULL,NULL,'M. Aubry',NULL,NULL,'2026-11-13','',NULL,NULL,'hand',X'0030A9560FFA628416E61EADA35DA2A6194276D34432D1D3783ADF60CBD5D6EC');
CREATE TABLE "release" (
    id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
    software_id TEXT NOT NULL REFERENCES software (id),
    version TEXT NOT NULL CHECK (length(version) BETWEEN 1 AND 300),
    origin TEXT NOT NULL,
    row_hash BLOB NOT NULL CHECK (length(row_hash) = 32),
    UNIQUE (software_id, version)
) STRICT;
INSERT INTO "release" VALUES('00000014-0000-4000-8000-000000000000','00000013-0000-4000-8000-000000000000','7.1','hand',X'A2D4ECF40104D9A5624665557C4CD65B10A40DB1494365EAA9514AFE80E05607');
INSERT INTO "release" VALUES('00000015-0000-4000-8000-000000000000','00000013-0000-4000-8000-000000000000','7.2','hand',X'E776DF411820550F3EC9807A8A6EDDC8CC001804D990D8336E9696FD246FA7A9');
CREATE TABLE release_live (
    id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
    release_id TEXT NOT NULL REFERENCES "release" (id),
    establishment_id TEXT NOT NULL REFERENCES node (id),
    valid_on TEXT NOT NULL,
    recorded_at TEXT NOT NULL,
    annuls_id TEXT REFERENCES release_live (id),
    reason TEXT NOT NULL DEFAULT '',
    row_hash BLOB NOT NULL CHECK (length(row_hash) = 32)
) STRICT;
INSERT INTO "release_live" VALUES('4dd1a7a9-8f82-486b-a4b2-e62d651798bf','00000014-0000-4000-8000-000000000000','00000002-0000-4000-8000-000000000000','2026-05-01','2026-11-22T09:00:00+00:00',NULL,'',X'2A048A290F35ADACC273B77EA21133C5B2848CCF81F6D65E201F31AD76E1CABE');
INSERT INTO "release_live" VALUES('d1dfcd06-3db8-4d21-8822-2bd39017c845','00000015-0000-4000-8000-000000000000','00000002-0000-4000-8000-000000000000','2026-05-20','2026-11-22T09:00:00+00:00',NULL,'',X'6FA7028DE8ECF3D4D241DA156D9741B114D0EE546B84FA7B9DF86574634B4FF9');
CREATE TABLE revision (
    id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
    procedure_id TEXT NOT NULL REFERENCES "procedure" (id),
    state TEXT NOT NULL CHECK (state IN ('draft', 'approved')),
    number INTEGER CHECK (number >= 1),
    title TEXT NOT NULL CHECK (length(title) BETWEEN 1 AND 300),
    text TEXT NOT NULL,
    author TEXT NOT NULL DEFAULT '',
    approver TEXT NOT NULL DEFAULT '',
    approved_on TEXT,
    in_force_on TEXT,
    review_due_on TEXT,
    recorded_at TEXT NOT NULL,
    origin TEXT NOT NULL,
    row_hash BLOB NOT NULL CHECK (length(row_hash) = 32), submitted_on TEXT, submitted_by TEXT NOT NULL DEFAULT '', submitted_mark TEXT NOT NULL DEFAULT '', approver_role TEXT NOT NULL DEFAULT '', approval_reference TEXT NOT NULL DEFAULT '', exception TEXT NOT NULL DEFAULT '',
    UNIQUE (procedure_id, number),
    CHECK ((state = 'draft') = (number IS NULL)),
    CHECK ((state = 'draft') = (approved_on IS NULL))
) STRICT;
INSERT INTO "revision" VALUES('00000023-0000-4000-8000-000000000000','00000022-0000-4000-8000-000000000000','approved',1,'Prescrire sur papier','{"steps":[{"what":"Prendre l’ordonnance F05"}],"title":"Prescrire sur papier"}','','','2026-03-01',NULL,NULL,'2026-11-22T09:00:00+00:00','hand',X'3E91C51DF21B71BA3554B748136299BF8F95A58D95950DA1A46683E157067CFD',NULL,'','','','','');
INSERT INTO "revision" VALUES('00000024-0000-4000-8000-000000000000','00000022-0000-4000-8000-000000000000','draft',NULL,'Prescrire sur papier','{"steps":[{"what":"Prendre l’ordonnance F05"}],"title":"Prescrire sur papier"}','','',NULL,NULL,NULL,'2026-11-22T09:00:00+00:00','hand',X'EFDDFBA151FDF2D7A63D181836EB2DF7636AE928307D38308E45AFA16C6BB11A',NULL,'','','','','');
CREATE TABLE search_entry (
    id INTEGER NOT NULL PRIMARY KEY,
    kind TEXT NOT NULL CHECK (kind IN
        ('node', 'software', 'person', 'procedure', 'function', 'directory_entry', 'means',
        'drill', 'action', 'tip')),
    row_id TEXT NOT NULL UNIQUE,
    closed INTEGER NOT NULL CHECK (closed IN (0, 1)),
    title TEXT NOT NULL,
    rest TEXT NOT NULL
) STRICT;
INSERT INTO "search_entry" VALUES(1099511627777,'node','00000001-0000-4000-8000-000000000000',0,'ght des essais','ghtdesessais');
INSERT INTO "search_entry" VALUES(1099511627778,'node','00000002-0000-4000-8000-000000000000',0,'hopital nord','hopitalnord');
INSERT INTO "search_entry" VALUES(1099511627779,'node','00000003-0000-4000-8000-000000000000',0,'pole coeur','hopital nord polecoeur');
INSERT INTO "search_entry" VALUES(1099511627780,'node','00000004-0000-4000-8000-000000000000',0,'cardiologie','hopital nord cardiologie');
INSERT INTO "search_entry" VALUES(1099511627781,'node','00000005-0000-4000-8000-000000000000',0,'soins intensifs','hopital nord soinsintensifs');
INSERT INTO "search_entry" VALUES(2199023255553,'software','00000013-0000-4000-8000-000000000000',0,'dossier+','editeur a dossier + dossier+ dossier+');
INSERT INTO "search_entry" VALUES(3298534883329,'person','00000020-0000-4000-8000-000000000000',0,'maryse aubry','cardiologie aubrymaryseaubry');
INSERT INTO "search_entry" VALUES(4398046511105,'procedure','00000022-0000-4000-8000-000000000000',0,'prescrire sur papier','prescription prescription pole coeur');
INSERT INTO "search_entry" VALUES(5497558138881,'function','00000010-0000-4000-8000-000000000000',0,'prescription','prescription pre');
INSERT INTO "search_entry" VALUES(6597069766657,'directory_entry','00000030-0000-4000-8000-000000000000',0,'standard','standard 9 9 hopital nord');
INSERT INTO "search_entry" VALUES(7696581394433,'means','8030cf47-c93a-428b-917a-622407d45f15',0,'imprimante usb','imprimanteusb');
INSERT INTO "search_entry" VALUES(8796093022209,'drill','74972b48-187f-4e87-a329-600a4440ab1f',0,'prescription','prescription exercice drill');
INSERT INTO "search_entry" VALUES(9895604649985,'action','5da07671-e138-4f30-8fa6-bd5477c996a4',0,'deplacer le classeur','m. aubry action');
INSERT INTO "search_entry" VALUES(10995116277761,'tip','afb4315a-b001-4929-87b9-b588314c3526',0,'imprimer une etiquette','dossier+ astuce tip');
CREATE TABLE sending (
    id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
    print_run_id TEXT NOT NULL REFERENCES print_run (id),
    printer TEXT NOT NULL,
    job TEXT NOT NULL DEFAULT '',
    who TEXT NOT NULL DEFAULT '',
    valid_on TEXT NOT NULL,
    recorded_at TEXT NOT NULL,
    annuls_id TEXT REFERENCES sending (id),
    reason TEXT NOT NULL DEFAULT '',
    row_hash BLOB NOT NULL CHECK (length(row_hash) = 32)
) STRICT;
INSERT INTO "sending" VALUES('fa2e63f1-4d13-48f4-8365-d1e51f02d3f8','00000033-0000-4000-8000-000000000000','HP-12','HP-12-4','M. Aubry','2026-11-03','2026-11-22T09:00:00+00:00',NULL,'',X'0EBD55B67B0FCA3C14C2C70E1EA4BE5FE4A788841B6BA8A345893EFE5DB8BF3E');
CREATE TABLE sheet_code (
    id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
    department_id TEXT NOT NULL REFERENCES node (id),
    code TEXT NOT NULL CHECK (length(code) BETWEEN 2 AND 8),
    subject TEXT NOT NULL,
    recorded_at TEXT NOT NULL,
    row_hash BLOB NOT NULL CHECK (length(row_hash) = 32),
    UNIQUE (department_id, code),
    UNIQUE (department_id, subject)
) STRICT;
INSERT INTO "sheet_code" VALUES('01275043-db8f-4cf4-b2fb-068a8df19a47','00000004-0000-4000-8000-000000000000','PRE-01','procedure:x','2026-11-22T09:00:00+00:00',X'C8881FD3620C436D55378882CA74FCB2122E984096B85EB51C1BA19A2CC40ABF');
CREATE TABLE sheet_revision (
    id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
    department_id TEXT NOT NULL REFERENCES node (id),
    code TEXT NOT NULL,
    revision INTEGER NOT NULL CHECK (revision >= 1),
    check_code TEXT NOT NULL CHECK (length(check_code) = 4),
    body_hash TEXT NOT NULL CHECK (length(body_hash) = 64),
    body TEXT NOT NULL,
    title TEXT NOT NULL,
    recorded_at TEXT NOT NULL,
    row_hash BLOB NOT NULL CHECK (length(row_hash) = 32), erased INTEGER CHECK (erased IN (0, 1)),
    UNIQUE (department_id, code, revision),
    UNIQUE (department_id, code, body_hash),
    UNIQUE (department_id, check_code),
    FOREIGN KEY (department_id, code) REFERENCES sheet_code (department_id, code)
) STRICT;
INSERT INTO "sheet_revision" VALUES('00000034-0000-4000-8000-000000000000','00000004-0000-4000-8000-000000000000','PRE-01',1,'U3DC','0000000000000000000000000000000000000000000000000000000000000000','{}','Prescrire','2026-11-22T09:00:00+00:00',X'A93F6F6E4A116E59E925CFD3F732DB26363E48564A12AD2362D94CB07D0509E9',NULL);
CREATE TABLE shelf_check (
    id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
    home_id TEXT NOT NULL REFERENCES home (id),
    copy_id TEXT NOT NULL REFERENCES copy (id),
    who TEXT NOT NULL,
    valid_on TEXT NOT NULL,
    recorded_at TEXT NOT NULL,
    annuls_id TEXT REFERENCES shelf_check (id),
    reason TEXT NOT NULL DEFAULT '',
    row_hash BLOB NOT NULL CHECK (length(row_hash) = 32)
) STRICT;
INSERT INTO "shelf_check" VALUES('6fa92406-c003-49b2-a6fe-6da4cd639009','00000035-0000-4000-8000-000000000000','00000032-0000-4000-8000-000000000000','M. Aubry','2026-11-10','2026-11-22T09:00:00+00:00',NULL,'',X'7FAD2B9BD355E4685129973DBAB043BEAABFC2B11F1489DECD0BC26F208403A1');
CREATE TABLE skill (
    id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
    person_id TEXT NOT NULL REFERENCES person (id),
    software_id TEXT NOT NULL REFERENCES software (id),
    level TEXT NOT NULL CHECK (level IN ('uses', 'helps', 'trains')),
    release_id TEXT REFERENCES "release" (id),
    stated_on TEXT NOT NULL,
    closed_on TEXT,
    origin TEXT NOT NULL,
    row_hash BLOB NOT NULL CHECK (length(row_hash) = 32),
    UNIQUE (person_id, software_id)
) STRICT;
INSERT INTO "skill" VALUES('b471827d-dc0c-483e-84f9-78eaca69318b','00000020-0000-4000-8000-000000000000','00000013-0000-4000-8000-000000000000','helps',NULL,'2026-11-13',NULL,'hand',X'928C7E5EC56DDF838E7239C8B2BA70CF7D3E7E28C2401A5D771F97DBCF885A51');
CREATE TABLE software (
    id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
    name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 300),
    spelling TEXT NOT NULL UNIQUE CHECK (length(spelling) >= 1),
    vendor_id TEXT REFERENCES vendor (id),
    kind_id TEXT REFERENCES software_kind (id),
    criticality INTEGER CHECK (criticality BETWEEN 1 AND 4),
    support_contact TEXT NOT NULL DEFAULT '',
    it_owner TEXT NOT NULL DEFAULT '',
    hosting TEXT NOT NULL DEFAULT '' CHECK (hosting IN ('', 'on_site', 'group', 'vendor', 'this_pc')),
    tolerated_interruption INTEGER CHECK (tolerated_interruption > 0),
    recovery_time INTEGER CHECK (recovery_time > 0),
    recovery_point INTEGER CHECK (recovery_point > 0),
    status TEXT NOT NULL DEFAULT 'in_use'
        CHECK (status IN ('planned', 'in_use', 'being_replaced', 'retired')),
    replaced_by_id TEXT REFERENCES software (id),
    closed_on TEXT,
    folded TEXT NOT NULL,
    origin TEXT NOT NULL,
    row_hash BLOB NOT NULL CHECK (length(row_hash) = 32)
, contract_reference TEXT NOT NULL DEFAULT '', contract_ends_on TEXT, manual_mode INTEGER CHECK (manual_mode IN (0, 1)), data_extracted INTEGER CHECK (data_extracted IN (0, 1)), original_layout INTEGER CHECK (original_layout IN (0, 1))) STRICT;
INSERT INTO "software" VALUES('00000013-0000-4000-8000-000000000000','Dossier+','dossier+','00000012-0000-4000-8000-000000000000','00000011-0000-4000-8000-000000000000',NULL,'','','',NULL,NULL,NULL,'in_use',NULL,NULL,'dossier+','hand',X'381E547C10016856809DB1E2548DF05769E73F07D98D81A8E8988876B55A7C44','',NULL,NULL,NULL,NULL);
CREATE TABLE software_alias (
    id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
    software_id TEXT NOT NULL REFERENCES software (id),
    name TEXT NOT NULL UNIQUE CHECK (length(name) BETWEEN 1 AND 300),
    spelling TEXT NOT NULL,
    row_hash BLOB NOT NULL CHECK (length(row_hash) = 32)
) STRICT;
INSERT INTO "software_alias" VALUES('6b920fef-56cf-496f-ade5-9b0585ef9e65','00000013-0000-4000-8000-000000000000','DOSSIER +','dossier+',X'C3B29CCABFCABF11AB32406E2214F82289203F21F3C870471EE98328C8C7B791');
CREATE TABLE software_kind (
    id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
    code TEXT NOT NULL UNIQUE,
    name_fr TEXT NOT NULL CHECK (length(name_fr) BETWEEN 1 AND 300),
    name_en TEXT NOT NULL DEFAULT '',
    criticality INTEGER CHECK (criticality BETWEEN 1 AND 4),
    longest_interruption INTEGER CHECK (longest_interruption > 0),
    basis TEXT NOT NULL DEFAULT '',
    fallback_fr TEXT NOT NULL DEFAULT '',
    fallback_en TEXT NOT NULL DEFAULT '',
    folded TEXT NOT NULL,
    origin TEXT NOT NULL,
    row_hash BLOB NOT NULL CHECK (length(row_hash) = 32)
) STRICT;
INSERT INTO "software_kind" VALUES('00000011-0000-4000-8000-000000000000','DPI','Dossier patient','',NULL,NULL,'','','','dossier patient','hand',X'79A2F4055D2FA8D8DBC1B626FFE7DBA0D5287D00D21E1EA6C457B38A9740158E');
CREATE TABLE ticket (
    id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
    department_id TEXT NOT NULL REFERENCES node (id),
    software_id TEXT REFERENCES software (id),
    help_entry_id TEXT REFERENCES help_entry (id),
    addressee TEXT NOT NULL CHECK (addressee IN ('it', 'vendor')),
    what TEXT NOT NULL CHECK (length(what) BETWEEN 1 AND 1000),
    tried TEXT NOT NULL DEFAULT '',
    begun TEXT NOT NULL DEFAULT '',
    concerned INTEGER CHECK (concerned >= 0),
    stops_work INTEGER CHECK (stops_work IN (0, 1)),
    who TEXT NOT NULL DEFAULT '',
    callback TEXT NOT NULL DEFAULT '',
    handed_on TEXT,
    reference TEXT NOT NULL DEFAULT '',
    settled_on TEXT,
    outcome TEXT NOT NULL DEFAULT '',
    closed_on TEXT,
    origin TEXT NOT NULL,
    row_hash BLOB NOT NULL CHECK (length(row_hash) = 32)
) STRICT;
INSERT INTO "ticket" VALUES('e75c3004-c95b-4381-8230-14c271076344','00000004-0000-4000-8000-000000000000','00000013-0000-4000-8000-000000000000','7a0adb95-7466-42f4-84f9-71ebdf27e1c8','it','L’étiquette sort blanche','','',NULL,NULL,'','',NULL,'',NULL,'',NULL,'hand',X'A1D20023E5609783B0896C9C6B04B565AFFF09CC42D79E5538569FCDC5C258A3');
CREATE TABLE tip (
    id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
    software_id TEXT NOT NULL REFERENCES software (id),
    node_id TEXT REFERENCES node (id),
    title TEXT NOT NULL CHECK (length(title) BETWEEN 1 AND 300),
    text TEXT NOT NULL,
    closed_on TEXT,
    folded TEXT NOT NULL,
    origin TEXT NOT NULL,
    row_hash BLOB NOT NULL CHECK (length(row_hash) = 32)
) STRICT;
INSERT INTO "tip" VALUES('afb4315a-b001-4929-87b9-b588314c3526','00000013-0000-4000-8000-000000000000',NULL,'Imprimer une étiquette','',NULL,'imprimer une etiquette','hand',X'3D65926E59AF5C53CFB2BD72F4FBE1B9CC64F06B20EED39A0E331F7C2335DA11');
CREATE TABLE training (
    id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
    home_id TEXT NOT NULL REFERENCES home (id),
    software_id TEXT NOT NULL REFERENCES software (id),
    release_id TEXT REFERENCES "release" (id),
    department_id TEXT REFERENCES node (id),
    topic TEXT NOT NULL DEFAULT '',
    trainer TEXT NOT NULL DEFAULT '',
    trainer_id TEXT REFERENCES person (id),
    minutes INTEGER CHECK (minutes > 0),
    valid_until TEXT,
    who TEXT NOT NULL DEFAULT '',
    valid_on TEXT NOT NULL,
    recorded_at TEXT NOT NULL,
    annuls_id TEXT REFERENCES training (id),
    reason TEXT NOT NULL DEFAULT '',
    row_hash BLOB NOT NULL CHECK (length(row_hash) = 32)
) STRICT;
INSERT INTO "training" VALUES('a2c53b72-8dd8-4090-9aa4-e2f564017d08','00000035-0000-4000-8000-000000000000','00000013-0000-4000-8000-000000000000',NULL,NULL,'','',NULL,NULL,NULL,'M. Aubry','2026-11-13','2026-11-22T09:00:00+00:00',NULL,'',X'1EA98CA9D0A54BF1185CFC4005D1E5025AB46E401456B9935ED20CE2B971900F');
CREATE TABLE undoing (seq INTEGER NOT NULL PRIMARY KEY) STRICT;
CREATE TABLE upper_decision (
    id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
    procedure_id TEXT NOT NULL REFERENCES "procedure" (id),
    revision_id TEXT NOT NULL REFERENCES revision (id),
    decision TEXT NOT NULL CHECK (decision IN ('kept', 'taken')),
    who TEXT NOT NULL,
    valid_on TEXT NOT NULL,
    recorded_at TEXT NOT NULL,
    annuls_id TEXT REFERENCES upper_decision (id),
    reason TEXT NOT NULL DEFAULT '',
    row_hash BLOB NOT NULL CHECK (length(row_hash) = 32)
) STRICT;
INSERT INTO "upper_decision" VALUES('9f02bb07-d741-404f-ba6a-b204efb526c6','00000022-0000-4000-8000-000000000000','00000023-0000-4000-8000-000000000000','kept','M. Aubry','2026-11-12','2026-11-22T09:00:00+00:00',NULL,'',X'CCE3CCA7861DDC832DD0ACE4B2D4370D27BA3881118370552197DADE2E000C86');
CREATE TABLE vendor (
    id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
    name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 300),
    spelling TEXT NOT NULL UNIQUE,
    origin TEXT NOT NULL,
    row_hash BLOB NOT NULL CHECK (length(row_hash) = 32)
) STRICT;
INSERT INTO "vendor" VALUES('00000012-0000-4000-8000-000000000000','Éditeur A','editeura','hand',X'9A2504ADC04401A64F4D2FC367AE9A98CE15DB3EEE06E6135C6788FE2B0F98DE');
CREATE TABLE vendor_alias (
    id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
    vendor_id TEXT NOT NULL REFERENCES vendor (id),
    name TEXT NOT NULL UNIQUE,
    spelling TEXT NOT NULL,
    row_hash BLOB NOT NULL CHECK (length(row_hash) = 32)
) STRICT;
INSERT INTO "vendor_alias" VALUES('ebdf18a6-1dfb-4d24-8894-0de2da958a1a','00000012-0000-4000-8000-000000000000','EDITEUR A','editeura',X'29AC2E43956AA4BA091ACB5ABF3CE316B46981812D6325B8CD1F262E21D42C58');
CREATE TABLE verification (
    id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
    revision_id TEXT NOT NULL REFERENCES revision (id),
    release_id TEXT NOT NULL REFERENCES "release" (id),
    department_id TEXT NOT NULL REFERENCES node (id),
    result TEXT NOT NULL CHECK (result IN ('worked', 'partly', 'failed')),
    who TEXT NOT NULL DEFAULT '',
    valid_on TEXT NOT NULL,
    recorded_at TEXT NOT NULL,
    annuls_id TEXT REFERENCES verification (id),
    reason TEXT NOT NULL DEFAULT '',
    row_hash BLOB NOT NULL CHECK (length(row_hash) = 32)
, seen TEXT NOT NULL DEFAULT '', to_change TEXT NOT NULL DEFAULT '', answers TEXT NOT NULL DEFAULT '') STRICT;
INSERT INTO "verification" VALUES('7cbc6354-1d9a-4867-b3df-93ece228a514','00000023-0000-4000-8000-000000000000','00000014-0000-4000-8000-000000000000','00000004-0000-4000-8000-000000000000','worked','','2026-05-03','2026-11-22T09:00:00+00:00',NULL,'',X'A0679E759C9FC9CBA7CE1126A5C2B36BEBF59C425E0B769BC22537BC5E8FD246','','','');
CREATE TABLE withdrawal (
    id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
    revision_id TEXT NOT NULL REFERENCES revision (id),
    who TEXT NOT NULL,
    valid_on TEXT NOT NULL,
    recorded_at TEXT NOT NULL,
    annuls_id TEXT REFERENCES withdrawal (id),
    reason TEXT NOT NULL DEFAULT '',
    row_hash BLOB NOT NULL CHECK (length(row_hash) = 32)
) STRICT;
INSERT INTO "withdrawal" VALUES('19646256-9687-4c37-b6cc-0c9303c47749','00000023-0000-4000-8000-000000000000','M. Aubry','2027-03-01','2026-11-22T09:00:00+00:00',NULL,'Remplacée',X'F08E9FA430F375022D9E33EF5B4841F8C6AE9693A3652225A01C8521BD61A804');
CREATE INDEX change_of_row ON change (table_name, row_id, field);
CREATE INDEX node_by_parent ON node (parent_id);
CREATE INDEX node_by_code ON node (code);
CREATE INDEX node_by_name ON node (folded, id);
CREATE INDEX descendants ON ancestor (ancestor_id, node_id);
CREATE TRIGGER node_added AFTER INSERT ON node BEGIN
    INSERT INTO ancestor
    SELECT NEW.id, NEW.id, 0
    UNION ALL
    SELECT NEW.id, ancestor_id, distance + 1 FROM ancestor WHERE node_id = NEW.parent_id;
END;
CREATE TRIGGER node_moved AFTER UPDATE OF parent_id ON node
WHEN OLD.parent_id IS NOT NEW.parent_id BEGIN
    SELECT RAISE(ABORT, 'a node cannot stand under itself')
    WHERE EXISTS (SELECT 1 FROM ancestor WHERE node_id = NEW.parent_id AND ancestor_id = NEW.id);
    DELETE FROM ancestor
    WHERE node_id IN (SELECT node_id FROM ancestor WHERE ancestor_id = NEW.id)
      AND ancestor_id NOT IN (SELECT node_id FROM ancestor WHERE ancestor_id = NEW.id);
    INSERT INTO ancestor
    SELECT below.node_id, above.ancestor_id, below.distance + above.distance + 1
    FROM ancestor AS below, ancestor AS above
    WHERE below.ancestor_id = NEW.id AND above.node_id = NEW.parent_id;
END;
CREATE INDEX software_by_name ON software (folded, id);
CREATE INDEX software_by_vendor ON software (vendor_id);
CREATE INDEX software_by_kind ON software (kind_id);
CREATE INDEX alias_of_software ON software_alias (software_id);
CREATE INDEX release_live_of_release ON release_live (release_id, establishment_id, valid_on);
CREATE INDEX release_live_annulled ON release_live (annuls_id) WHERE annuls_id IS NOT NULL;
CREATE UNIQUE INDEX open_deployment
    ON deployment (software_id, department_id, coalesce(function_id, '')) WHERE until IS NULL;
CREATE INDEX deployment_of_department
    ON deployment (department_id, function_id, software_id, until);
CREATE INDEX deployment_of_software ON deployment (software_id, department_id, until);
CREATE INDEX person_by_name ON person (folded, id);
CREATE INDEX person_of_department ON person (department_id);
CREATE INDEX appointment_of_department ON appointment (department_id, kind, rank);
CREATE INDEX appointment_of_person ON appointment (person_id);
CREATE UNIQUE INDEX open_procedure
    ON "procedure" (owner_id, function_id, coalesce(software_id, '')) WHERE closed_on IS NULL;
CREATE UNIQUE INDEX open_draft ON revision (procedure_id) WHERE state = 'draft';
CREATE INDEX revision_of_procedure ON revision (procedure_id, state, number);
CREATE TRIGGER approved_revision_stays BEFORE DELETE ON revision
WHEN OLD.state = 'approved' BEGIN
    SELECT RAISE(ABORT, 'an approved revision is never removed');
END;
CREATE INDEX verification_of_revision ON verification (revision_id, department_id, valid_on);
CREATE INDEX verification_annulled ON verification (annuls_id) WHERE annuls_id IS NOT NULL;
CREATE INDEX directory_of_node ON directory_entry (owner_id, position);
CREATE INDEX dialling_of_entry ON dialling (entry_id, valid_on);
CREATE INDEX dialling_annulled ON dialling (annuls_id) WHERE annuls_id IS NOT NULL;
CREATE UNIQUE INDEX chapter_of_owner ON chapter (coalesce(owner_id, ''), code, language);
CREATE INDEX print_run_of_department ON print_run (department_id, valid_on);
CREATE INDEX prints_of_sheet ON printed_sheet (sheet_revision_id);
CREATE TRIGGER audit_is_frozen BEFORE UPDATE OF seq, recorded_at, action, origin, actor_id, row_count, rows_hash, home_hash, previous_hash, hash ON audit BEGIN
    SELECT RAISE(ABORT, 'a fact is never altered');
END;
CREATE TRIGGER audit_stays BEFORE DELETE ON audit BEGIN
    SELECT RAISE(ABORT, 'a fact is never removed');
END;
CREATE TRIGGER change_stays BEFORE DELETE ON change BEGIN
    SELECT RAISE(ABORT, 'a fact is never removed');
END;
CREATE TRIGGER release_live_is_frozen BEFORE UPDATE ON release_live BEGIN
    SELECT RAISE(ABORT, 'a fact is never altered');
END;
CREATE TRIGGER verification_stays BEFORE DELETE ON verification BEGIN
    SELECT RAISE(ABORT, 'a fact is never removed');
END;
CREATE TRIGGER dialling_stays BEFORE DELETE ON dialling BEGIN
    SELECT RAISE(ABORT, 'a fact is never removed');
END;
CREATE TRIGGER sheet_code_is_frozen BEFORE UPDATE ON sheet_code BEGIN
    SELECT RAISE(ABORT, 'a fact is never altered');
END;
CREATE TRIGGER sheet_code_stays BEFORE DELETE ON sheet_code BEGIN
    SELECT RAISE(ABORT, 'a fact is never removed');
END;
CREATE TRIGGER sheet_revision_stays BEFORE DELETE ON sheet_revision BEGIN
    SELECT RAISE(ABORT, 'a fact is never removed');
END;
CREATE TRIGGER print_run_stays BEFORE DELETE ON print_run BEGIN
    SELECT RAISE(ABORT, 'a fact is never removed');
END;
CREATE TRIGGER printed_sheet_is_frozen BEFORE UPDATE ON printed_sheet BEGIN
    SELECT RAISE(ABORT, 'a fact is never altered');
END;
CREATE TRIGGER printed_sheet_stays BEFORE DELETE ON printed_sheet BEGIN
    SELECT RAISE(ABORT, 'a fact is never removed');
END;
CREATE TRIGGER import_run_is_frozen BEFORE UPDATE ON import_run BEGIN
    SELECT RAISE(ABORT, 'a fact is never altered');
END;
CREATE TRIGGER import_run_stays BEFORE DELETE ON import_run BEGIN
    SELECT RAISE(ABORT, 'a fact is never removed');
END;
CREATE TRIGGER release_live_stays BEFORE DELETE ON release_live
WHEN NOT EXISTS (SELECT 1 FROM undoing) BEGIN
    SELECT RAISE(ABORT, 'a fact is never removed');
END;
CREATE INDEX procedure_of_owner ON "procedure" (owner_id, function_id, closed_on, software_id);
CREATE INDEX appointment_of_software ON appointment (software_id) WHERE software_id IS NOT NULL;
CREATE INDEX software_replaced_by ON software (replaced_by_id) WHERE replaced_by_id IS NOT NULL;
CREATE INDEX release_live_in_establishment ON release_live (establishment_id);
CREATE INDEX procedure_of_software ON "procedure" (software_id);
CREATE VIEW searched_node AS
SELECT n.id AS row_id, n.closed_on IS NOT NULL AS closed, folded(n.name) AS title,
    folded(n.code || ' ' || coalesce(n.paper_code, '') || ' ' || CASE 'establishment'
        WHEN a.kind THEN a.name WHEN b.kind THEN b.name WHEN c.kind THEN c.name
        WHEN d.kind THEN d.name ELSE '' END || ' ' || spelled(n.name)) AS rest
FROM node AS n
LEFT JOIN node AS a ON a.id = n.parent_id
LEFT JOIN node AS b ON b.id = a.parent_id
LEFT JOIN node AS c ON c.id = b.parent_id
LEFT JOIN node AS d ON d.id = c.parent_id;
CREATE VIEW searched_software AS
SELECT s.id AS row_id, s.closed_on IS NOT NULL AS closed, folded(s.name) AS title,
    folded(coalesce((SELECT name FROM vendor WHERE id = s.vendor_id), '') || ' '
        || coalesce((SELECT group_concat(name || ' ' || spelling, ' ') FROM
            (SELECT name, spelling FROM software_alias WHERE software_id = s.id ORDER BY name)),
            '')
        || ' ' || spelled(s.name)) AS rest
FROM software AS s;
CREATE VIEW searched_person AS
SELECT p.id AS row_id, p.left_on IS NOT NULL AS closed,
    folded(p.first_name || ' ' || p.last_name) AS title,
    folded(p.role || ' ' || coalesce((SELECT name FROM node WHERE id = p.department_id), '')
        || ' ' || spelled(p.last_name || p.first_name || p.last_name)) AS rest
FROM person AS p;
CREATE VIEW searched_procedure AS
SELECT p.id AS row_id, 0 AS closed,
    folded((SELECT title FROM revision WHERE procedure_id = p.id
        ORDER BY state = 'draft' DESC, number DESC LIMIT 1)) AS title,
    folded(f.name_fr || ' ' || f.name_en || ' ' || n.name || ' '
        || coalesce((SELECT name FROM software WHERE id = p.software_id), '')) AS rest
FROM "procedure" AS p
JOIN function AS f ON f.id = p.function_id
JOIN node AS n ON n.id = p.owner_id
WHERE p.closed_on IS NULL AND EXISTS (SELECT 1 FROM revision WHERE procedure_id = p.id);
CREATE VIEW searched_function AS
SELECT f.id AS row_id, 0 AS closed, folded(f.name_fr) AS title,
    folded(f.name_en || ' ' || f.code) AS rest
FROM function AS f;
CREATE VIEW searched_directory_entry AS
SELECT e.id AS row_id, 0 AS closed, folded(e.label) AS title,
    folded(e.heading || ' ' || e.number || ' ' || spelled(e.number) || ' ' || n.name) AS rest
FROM directory_entry AS e
JOIN node AS n ON n.id = e.owner_id
WHERE e.closed_on IS NULL;
CREATE TRIGGER searched_node_added AFTER INSERT ON node BEGIN
    INSERT INTO search_entry
    SELECT (SELECT max(coalesce(max(id), 0), 1 << 40) + 1 FROM search_entry WHERE id < 2 << 40),
        'node', * FROM searched_node WHERE row_id = NEW.id;
END;
CREATE TRIGGER searched_node_changed
AFTER UPDATE OF name, code, paper_code, kind, parent_id, closed_on ON node BEGIN
    UPDATE search_entry SET (closed, title, rest) = (v.closed, v.title, v.rest)
    FROM searched_node AS v WHERE v.row_id = NEW.id AND search_entry.row_id = NEW.id;
END;
CREATE TRIGGER searched_node_renamed AFTER UPDATE OF name ON node BEGIN
    UPDATE search_entry SET rest = v.rest FROM searched_person AS v
    WHERE v.row_id IN (SELECT id FROM person WHERE department_id = NEW.id)
      AND search_entry.row_id = v.row_id;
    UPDATE search_entry SET rest = v.rest FROM searched_procedure AS v
    WHERE v.row_id IN (SELECT id FROM "procedure" WHERE owner_id = NEW.id AND closed_on IS NULL)
      AND search_entry.row_id = v.row_id;
    UPDATE search_entry SET rest = v.rest FROM searched_directory_entry AS v
    WHERE v.row_id IN (SELECT id FROM directory_entry WHERE owner_id = NEW.id)
      AND search_entry.row_id = v.row_id;
END;
CREATE TRIGGER searched_node_shifted AFTER UPDATE OF name, kind, parent_id ON node
WHEN OLD.parent_id IS NOT NEW.parent_id OR 'establishment' IN (OLD.kind, NEW.kind) BEGIN
    UPDATE search_entry SET rest = v.rest FROM searched_node AS v
    WHERE v.row_id IN (SELECT node_id FROM ancestor WHERE ancestor_id = NEW.id)
      AND search_entry.row_id = v.row_id;
END;
CREATE TRIGGER searched_node_removed AFTER DELETE ON node BEGIN
    DELETE FROM search_entry WHERE row_id = OLD.id;
END;
CREATE TRIGGER searched_software_added AFTER INSERT ON software BEGIN
    INSERT INTO search_entry
    SELECT (SELECT max(coalesce(max(id), 0), 2 << 40) + 1 FROM search_entry WHERE id < 3 << 40),
        'software', * FROM searched_software WHERE row_id = NEW.id;
END;
CREATE TRIGGER searched_software_changed
AFTER UPDATE OF name, vendor_id, closed_on ON software BEGIN
    UPDATE search_entry SET (closed, title, rest) = (v.closed, v.title, v.rest)
    FROM searched_software AS v WHERE v.row_id = NEW.id AND search_entry.row_id = NEW.id;
END;
CREATE TRIGGER searched_software_renamed AFTER UPDATE OF name ON software BEGIN
    UPDATE search_entry SET rest = v.rest FROM searched_procedure AS v
    WHERE v.row_id IN (SELECT id FROM "procedure" WHERE software_id = NEW.id)
      AND search_entry.row_id = v.row_id;
END;
CREATE TRIGGER searched_software_removed AFTER DELETE ON software BEGIN
    DELETE FROM search_entry WHERE row_id = OLD.id;
END;
CREATE TRIGGER searched_alias_added AFTER INSERT ON software_alias BEGIN
    UPDATE search_entry SET rest = v.rest FROM searched_software AS v
    WHERE v.row_id = NEW.software_id AND search_entry.row_id = NEW.software_id;
END;
CREATE TRIGGER searched_alias_changed
AFTER UPDATE OF name, spelling, software_id ON software_alias BEGIN
    UPDATE search_entry SET rest = v.rest FROM searched_software AS v
    WHERE v.row_id IN (OLD.software_id, NEW.software_id) AND search_entry.row_id = v.row_id;
END;
CREATE TRIGGER searched_alias_removed AFTER DELETE ON software_alias BEGIN
    UPDATE search_entry SET rest = v.rest FROM searched_software AS v
    WHERE v.row_id = OLD.software_id AND search_entry.row_id = OLD.software_id;
END;
CREATE TRIGGER searched_vendor_renamed AFTER UPDATE OF name ON vendor BEGIN
    UPDATE search_entry SET rest = v.rest FROM searched_software AS v
    WHERE v.row_id IN (SELECT id FROM software WHERE vendor_id = NEW.id)
      AND search_entry.row_id = v.row_id;
END;
CREATE TRIGGER searched_person_added AFTER INSERT ON person BEGIN
    INSERT INTO search_entry
    SELECT (SELECT max(coalesce(max(id), 0), 3 << 40) + 1 FROM search_entry WHERE id < 4 << 40),
        'person', * FROM searched_person WHERE row_id = NEW.id;
END;
CREATE TRIGGER searched_person_changed
AFTER UPDATE OF last_name, first_name, role, department_id, left_on ON person BEGIN
    UPDATE search_entry SET (closed, title, rest) = (v.closed, v.title, v.rest)
    FROM searched_person AS v WHERE v.row_id = NEW.id AND search_entry.row_id = NEW.id;
END;
CREATE TRIGGER searched_person_removed AFTER DELETE ON person BEGIN
    DELETE FROM search_entry WHERE row_id = OLD.id;
END;
CREATE TRIGGER searched_revision_added AFTER INSERT ON revision BEGIN
    INSERT INTO search_entry
    SELECT (SELECT max(coalesce(max(id), 0), 4 << 40) + 1 FROM search_entry WHERE id < 5 << 40),
        'procedure', * FROM searched_procedure WHERE row_id = NEW.procedure_id
    ON CONFLICT (row_id) DO UPDATE SET title = excluded.title, rest = excluded.rest;
END;
CREATE TRIGGER searched_revision_changed
AFTER UPDATE OF title, state, number, procedure_id ON revision BEGIN
    UPDATE search_entry SET (title, rest) = (v.title, v.rest) FROM searched_procedure AS v
    WHERE v.row_id IN (OLD.procedure_id, NEW.procedure_id) AND search_entry.row_id = v.row_id;
END;
CREATE TRIGGER searched_revision_removed AFTER DELETE ON revision BEGIN
    DELETE FROM search_entry WHERE row_id = OLD.procedure_id
      AND NOT EXISTS (SELECT 1 FROM revision WHERE procedure_id = OLD.procedure_id);
    UPDATE search_entry SET (title, rest) = (v.title, v.rest) FROM searched_procedure AS v
    WHERE v.row_id = OLD.procedure_id AND search_entry.row_id = OLD.procedure_id;
END;
CREATE TRIGGER searched_procedure_changed
AFTER UPDATE OF owner_id, function_id, software_id, closed_on ON "procedure" BEGIN
    DELETE FROM search_entry WHERE row_id = NEW.id AND NEW.closed_on IS NOT NULL;
    INSERT INTO search_entry
    SELECT (SELECT max(coalesce(max(id), 0), 4 << 40) + 1 FROM search_entry WHERE id < 5 << 40),
        'procedure', * FROM searched_procedure WHERE row_id = NEW.id
    ON CONFLICT (row_id) DO UPDATE SET title = excluded.title, rest = excluded.rest;
END;
CREATE TRIGGER searched_procedure_removed AFTER DELETE ON "procedure" BEGIN
    DELETE FROM search_entry WHERE row_id = OLD.id;
END;
CREATE TRIGGER searched_function_added AFTER INSERT ON function BEGIN
    INSERT INTO search_entry
    SELECT (SELECT max(coalesce(max(id), 0), 5 << 40) + 1 FROM search_entry WHERE id < 6 << 40),
        'function', * FROM searched_function WHERE row_id = NEW.id;
END;
CREATE TRIGGER searched_function_changed AFTER UPDATE OF name_fr, name_en, code ON function BEGIN
    UPDATE search_entry SET (title, rest) = (v.title, v.rest) FROM searched_function AS v
    WHERE v.row_id = NEW.id AND search_entry.row_id = NEW.id;
    UPDATE search_entry SET rest = v.rest FROM searched_procedure AS v
    WHERE v.row_id IN (SELECT id FROM "procedure" WHERE function_id = NEW.id)
      AND search_entry.row_id = v.row_id;
END;
CREATE TRIGGER searched_function_removed AFTER DELETE ON function BEGIN
    DELETE FROM search_entry WHERE row_id = OLD.id;
END;
CREATE TRIGGER searched_directory_entry_added AFTER INSERT ON directory_entry BEGIN
    INSERT INTO search_entry
    SELECT (SELECT max(coalesce(max(id), 0), 6 << 40) + 1 FROM search_entry WHERE id < 7 << 40),
        'directory_entry', * FROM searched_directory_entry WHERE row_id = NEW.id;
END;
CREATE TRIGGER searched_directory_entry_changed
AFTER UPDATE OF owner_id, heading, label, number, closed_on ON directory_entry BEGIN
    DELETE FROM search_entry WHERE row_id = NEW.id AND NEW.closed_on IS NOT NULL;
    INSERT INTO search_entry
    SELECT (SELECT max(coalesce(max(id), 0), 6 << 40) + 1 FROM search_entry WHERE id < 7 << 40),
        'directory_entry', * FROM searched_directory_entry WHERE row_id = NEW.id
    ON CONFLICT (row_id) DO UPDATE SET title = excluded.title, rest = excluded.rest;
END;
CREATE TRIGGER searched_directory_entry_removed AFTER DELETE ON directory_entry BEGIN
    DELETE FROM search_entry WHERE row_id = OLD.id;
END;
CREATE INDEX sending_of_run ON sending (print_run_id);
CREATE INDEX confirmation_of_run ON confirmation (print_run_id);
CREATE INDEX insertion_of_copy ON insertion (copy_id);
CREATE INDEX shelf_check_of_copy ON shelf_check (copy_id, valid_on);
CREATE INDEX lot_of_department ON lot (department_id, form_code, first_serial);
CREATE INDEX printer_of_department ON printer (department_id);
CREATE TRIGGER sending_stays BEFORE DELETE ON sending BEGIN
    SELECT RAISE(ABORT, 'a fact is never removed');
END;
CREATE TRIGGER confirmation_stays BEFORE DELETE ON confirmation BEGIN
    SELECT RAISE(ABORT, 'a fact is never removed');
END;
CREATE TRIGGER insertion_stays BEFORE DELETE ON insertion BEGIN
    SELECT RAISE(ABORT, 'a fact is never removed');
END;
CREATE TRIGGER shelf_check_stays BEFORE DELETE ON shelf_check BEGIN
    SELECT RAISE(ABORT, 'a fact is never removed');
END;
CREATE TRIGGER checked_sheet_is_frozen BEFORE UPDATE ON checked_sheet BEGIN
    SELECT RAISE(ABORT, 'a fact is never altered');
END;
CREATE TRIGGER checked_sheet_stays BEFORE DELETE ON checked_sheet BEGIN
    SELECT RAISE(ABORT, 'a fact is never removed');
END;
CREATE TRIGGER lot_stays BEFORE DELETE ON lot BEGIN
    SELECT RAISE(ABORT, 'a fact is never removed');
END;
CREATE INDEX revision_in_short
    ON revision (procedure_id, id, state, number, approved_on, in_force_on, review_due_on);
CREATE INDEX revision_naming_means ON revision (id) WHERE instr(text, '"means":[') > 0;
CREATE INDEX procedure_in_short
    ON "procedure" (id, owner_id, function_id, software_id, closed_on, review_months);
CREATE INDEX verification_in_short ON verification
    (department_id, revision_id, valid_on, recorded_at, id, release_id, result, annuls_id);
CREATE INDEX withdrawal_of_revision ON withdrawal (revision_id);
CREATE INDEX upper_decision_of_procedure ON upper_decision (procedure_id);
CREATE UNIQUE INDEX failure_domain_by_code ON failure_domain (code) WHERE code <> '';
CREATE INDEX domain_leant_on ON domain_dependency (leans_on_id);
CREATE UNIQUE INDEX open_means ON means (node_id, folded) WHERE closed_on IS NULL;
CREATE INDEX means_of_software ON means (software_id) WHERE software_id IS NOT NULL;
CREATE INDEX means_leaning_on ON means_dependency (domain_id);
CREATE INDEX acknowledgement_of_revision ON acknowledgement (revision_id, department_id);
CREATE INDEX acknowledgement_in_department ON acknowledgement (department_id);
CREATE INDEX acknowledgement_of_person ON acknowledgement (person_id) WHERE person_id IS NOT NULL;
CREATE INDEX maintenance_of_software ON maintenance (software_id, planned_on);
CREATE INDEX maintenance_of_node ON maintenance (node_id);
CREATE INDEX drill_of_department ON drill (department_id, planned_on);
CREATE INDEX drill_of_software ON drill (software_id) WHERE software_id IS NOT NULL;
CREATE INDEX drill_of_maintenance ON drill (maintenance_id) WHERE maintenance_id IS NOT NULL;
CREATE INDEX run_of_drill ON drill_run (drill_id, valid_on);
CREATE INDEX lesson_of_run ON lesson (drill_run_id);
CREATE INDEX action_of_department ON "action" (department_id, done_on);
CREATE INDEX action_of_verification ON "action" (verification_id)
    WHERE verification_id IS NOT NULL;
CREATE INDEX action_of_finding ON "action" (finding_id) WHERE finding_id IS NOT NULL;
CREATE TRIGGER withdrawal_stays BEFORE DELETE ON withdrawal BEGIN
    SELECT RAISE(ABORT, 'a fact is never removed');
END;
CREATE TRIGGER upper_decision_stays BEFORE DELETE ON upper_decision BEGIN
    SELECT RAISE(ABORT, 'a fact is never removed');
END;
CREATE TRIGGER acknowledgement_stays BEFORE DELETE ON acknowledgement BEGIN
    SELECT RAISE(ABORT, 'a fact is never removed');
END;
CREATE TRIGGER drill_run_stays BEFORE DELETE ON drill_run BEGIN
    SELECT RAISE(ABORT, 'a fact is never removed');
END;
CREATE TRIGGER drill_task_stays BEFORE DELETE ON drill_task BEGIN
    SELECT RAISE(ABORT, 'a fact is never removed');
END;
CREATE TRIGGER finding_stays BEFORE DELETE ON finding BEGIN
    SELECT RAISE(ABORT, 'a fact is never removed');
END;
CREATE TRIGGER lesson_stays BEFORE DELETE ON lesson BEGIN
    SELECT RAISE(ABORT, 'a fact is never removed');
END;
CREATE VIEW searched_means AS
SELECT m.id AS row_id, m.closed_on IS NOT NULL AS closed, folded(m.name) AS title,
    folded(m.place || ' ' || m.note || ' ' || spelled(m.name)) AS rest
FROM means AS m;
CREATE VIEW searched_drill AS
SELECT d.id AS row_id, d.closed_on IS NOT NULL AS closed, folded(f.name_fr) AS title,
    folded(f.name_en || ' exercice drill ' || d.complication || ' ' || d.led_by) AS rest
FROM drill AS d
JOIN function AS f ON f.id = d.function_id;
CREATE VIEW searched_action AS
SELECT a.id AS row_id, a.done_on IS NOT NULL OR a.closed_on IS NOT NULL AS closed,
    folded(a.what) AS title, folded(a.owner || ' action ' || a.outcome) AS rest
FROM "action" AS a;
CREATE TRIGGER searched_means_added AFTER INSERT ON means BEGIN
    INSERT INTO search_entry
    SELECT (SELECT max(coalesce(max(id), 0), 7 << 40) + 1 FROM search_entry WHERE id < 8 << 40),
        'means', * FROM searched_means WHERE row_id = NEW.id;
END;
CREATE TRIGGER searched_means_changed AFTER UPDATE OF name, place, note, closed_on ON means BEGIN
    UPDATE search_entry SET (closed, title, rest) = (v.closed, v.title, v.rest)
    FROM searched_means AS v WHERE v.row_id = NEW.id AND search_entry.row_id = NEW.id;
END;
CREATE TRIGGER searched_means_removed AFTER DELETE ON means BEGIN
    DELETE FROM search_entry WHERE row_id = OLD.id;
END;
CREATE TRIGGER searched_drill_added AFTER INSERT ON drill BEGIN
    INSERT INTO search_entry
    SELECT (SELECT max(coalesce(max(id), 0), 8 << 40) + 1 FROM search_entry WHERE id < 9 << 40),
        'drill', * FROM searched_drill WHERE row_id = NEW.id;
END;
CREATE TRIGGER searched_drill_changed
AFTER UPDATE OF function_id, complication, led_by, closed_on ON drill BEGIN
    UPDATE search_entry SET (closed, title, rest) = (v.closed, v.title, v.rest)
    FROM searched_drill AS v WHERE v.row_id = NEW.id AND search_entry.row_id = NEW.id;
END;
CREATE TRIGGER searched_drill_renamed AFTER UPDATE OF name_fr, name_en ON function BEGIN
    UPDATE search_entry SET (title, rest) = (v.title, v.rest) FROM searched_drill AS v
    WHERE v.row_id IN (SELECT id FROM drill WHERE function_id = NEW.id)
      AND search_entry.row_id = v.row_id;
END;
CREATE TRIGGER searched_drill_removed AFTER DELETE ON drill BEGIN
    DELETE FROM search_entry WHERE row_id = OLD.id;
END;
CREATE TRIGGER searched_action_added AFTER INSERT ON "action" BEGIN
    INSERT INTO search_entry
    SELECT (SELECT max(coalesce(max(id), 0), 9 << 40) + 1 FROM search_entry WHERE id < 10 << 40),
        'action', * FROM searched_action WHERE row_id = NEW.id;
END;
CREATE TRIGGER searched_action_changed
AFTER UPDATE OF what, owner, outcome, done_on, closed_on ON "action" BEGIN
    UPDATE search_entry SET (closed, title, rest) = (v.closed, v.title, v.rest)
    FROM searched_action AS v WHERE v.row_id = NEW.id AND search_entry.row_id = NEW.id;
END;
CREATE TRIGGER searched_action_removed AFTER DELETE ON "action" BEGIN
    DELETE FROM search_entry WHERE row_id = OLD.id;
END;
CREATE INDEX proposal_of_department ON proposal (department_id, answer);
CREATE INDEX proposal_of_person ON proposal (person_id);
CREATE INDEX proposal_accepted ON proposal (appointment_id) WHERE appointment_id IS NOT NULL;
CREATE INDEX objective_of_appointment ON objective (appointment_id, due_on);
CREATE INDEX absence_of_person ON absence (person_id, until);
CREATE INDEX training_of_software ON training (software_id, valid_on);
CREATE INDEX training_in_department ON training (department_id) WHERE department_id IS NOT NULL;
CREATE INDEX training_annulled ON training (annuls_id) WHERE annuls_id IS NOT NULL;
CREATE INDEX attendance_of_training ON attendance (training_id);
CREATE INDEX attendance_of_person ON attendance (person_id) WHERE person_id IS NOT NULL;
CREATE INDEX skill_on_software ON skill (software_id);
CREATE INDEX arrival_item_of_department ON arrival_item (department_id, position);
CREATE INDEX arrival_tick_of_person ON arrival_tick (person_id);
CREATE INDEX arrival_tick_of_item ON arrival_tick (item_id);
CREATE INDEX help_in_department ON help_entry (department_id, valid_on);
CREATE INDEX help_with_software ON help_entry (software_id, valid_on);
CREATE INDEX help_annulled ON help_entry (annuls_id) WHERE annuls_id IS NOT NULL;
CREATE INDEX tip_of_software ON tip (software_id, folded);
CREATE INDEX tip_of_node ON tip (node_id) WHERE node_id IS NOT NULL;
CREATE INDEX ticket_of_department ON ticket (department_id, settled_on);
CREATE INDEX ticket_about_software ON ticket (software_id) WHERE software_id IS NOT NULL;
CREATE INDEX ticket_of_help ON ticket (help_entry_id) WHERE help_entry_id IS NOT NULL;
CREATE INDEX handover_of_department ON handover (department_id);
CREATE INDEX handover_of_person ON handover (leaving_id);
CREATE INDEX handover_to_person ON handover (successor_id) WHERE successor_id IS NOT NULL;
CREATE TRIGGER change_is_frozen BEFORE UPDATE ON change
WHEN NOT EXISTS (SELECT 1 FROM erasing) BEGIN
    SELECT RAISE(ABORT, 'a fact is never altered');
END;
CREATE TRIGGER approved_revision_is_frozen BEFORE UPDATE ON revision
WHEN OLD.state = 'approved' AND NOT EXISTS (SELECT 1 FROM erasing) BEGIN
    SELECT RAISE(ABORT, 'an approved revision is never altered');
END;
CREATE TRIGGER verification_is_frozen BEFORE UPDATE ON verification
WHEN NOT EXISTS (SELECT 1 FROM erasing) BEGIN
    SELECT RAISE(ABORT, 'a fact is never altered');
END;
CREATE TRIGGER dialling_is_frozen BEFORE UPDATE ON dialling
WHEN NOT EXISTS (SELECT 1 FROM erasing) BEGIN
    SELECT RAISE(ABORT, 'a fact is never altered');
END;
CREATE TRIGGER sheet_revision_is_frozen BEFORE UPDATE ON sheet_revision
WHEN NOT EXISTS (SELECT 1 FROM erasing) BEGIN
    SELECT RAISE(ABORT, 'a fact is never altered');
END;
CREATE TRIGGER print_run_is_frozen BEFORE UPDATE ON print_run
WHEN NOT EXISTS (SELECT 1 FROM erasing) BEGIN
    SELECT RAISE(ABORT, 'a fact is never altered');
END;
CREATE TRIGGER sending_is_frozen BEFORE UPDATE ON sending
WHEN NOT EXISTS (SELECT 1 FROM erasing) BEGIN
    SELECT RAISE(ABORT, 'a fact is never altered');
END;
CREATE TRIGGER confirmation_is_frozen BEFORE UPDATE ON confirmation
WHEN NOT EXISTS (SELECT 1 FROM erasing) BEGIN
    SELECT RAISE(ABORT, 'a fact is never altered');
END;
CREATE TRIGGER insertion_is_frozen BEFORE UPDATE ON insertion
WHEN NOT EXISTS (SELECT 1 FROM erasing) BEGIN
    SELECT RAISE(ABORT, 'a fact is never altered');
END;
CREATE TRIGGER shelf_check_is_frozen BEFORE UPDATE ON shelf_check
WHEN NOT EXISTS (SELECT 1 FROM erasing) BEGIN
    SELECT RAISE(ABORT, 'a fact is never altered');
END;
CREATE TRIGGER lot_is_frozen BEFORE UPDATE ON lot
WHEN NOT EXISTS (SELECT 1 FROM erasing) BEGIN
    SELECT RAISE(ABORT, 'a fact is never altered');
END;
CREATE TRIGGER withdrawal_is_frozen BEFORE UPDATE ON withdrawal
WHEN NOT EXISTS (SELECT 1 FROM erasing) BEGIN
    SELECT RAISE(ABORT, 'a fact is never altered');
END;
CREATE TRIGGER upper_decision_is_frozen BEFORE UPDATE ON upper_decision
WHEN NOT EXISTS (SELECT 1 FROM erasing) BEGIN
    SELECT RAISE(ABORT, 'a fact is never altered');
END;
CREATE TRIGGER acknowledgement_is_frozen BEFORE UPDATE ON acknowledgement
WHEN NOT EXISTS (SELECT 1 FROM erasing) BEGIN
    SELECT RAISE(ABORT, 'a fact is never altered');
END;
CREATE TRIGGER drill_run_is_frozen BEFORE UPDATE ON drill_run
WHEN NOT EXISTS (SELECT 1 FROM erasing) BEGIN
    SELECT RAISE(ABORT, 'a fact is never altered');
END;
CREATE TRIGGER drill_task_is_frozen BEFORE UPDATE ON drill_task
WHEN NOT EXISTS (SELECT 1 FROM erasing) BEGIN
    SELECT RAISE(ABORT, 'a fact is never altered');
END;
CREATE TRIGGER finding_is_frozen BEFORE UPDATE ON finding
WHEN NOT EXISTS (SELECT 1 FROM erasing) BEGIN
    SELECT RAISE(ABORT, 'a fact is never altered');
END;
CREATE TRIGGER lesson_is_frozen BEFORE UPDATE ON lesson
WHEN NOT EXISTS (SELECT 1 FROM erasing) BEGIN
    SELECT RAISE(ABORT, 'a fact is never altered');
END;
CREATE TRIGGER training_is_frozen BEFORE UPDATE ON training
WHEN NOT EXISTS (SELECT 1 FROM erasing) BEGIN
    SELECT RAISE(ABORT, 'a fact is never altered');
END;
CREATE TRIGGER training_stays BEFORE DELETE ON training BEGIN
    SELECT RAISE(ABORT, 'a fact is never removed');
END;
CREATE TRIGGER attendance_is_frozen BEFORE UPDATE ON attendance
WHEN NOT EXISTS (SELECT 1 FROM erasing) BEGIN
    SELECT RAISE(ABORT, 'a fact is never altered');
END;
CREATE TRIGGER attendance_stays BEFORE DELETE ON attendance BEGIN
    SELECT RAISE(ABORT, 'a fact is never removed');
END;
CREATE TRIGGER arrival_tick_is_frozen BEFORE UPDATE ON arrival_tick
WHEN NOT EXISTS (SELECT 1 FROM erasing) BEGIN
    SELECT RAISE(ABORT, 'a fact is never altered');
END;
CREATE TRIGGER arrival_tick_stays BEFORE DELETE ON arrival_tick BEGIN
    SELECT RAISE(ABORT, 'a fact is never removed');
END;
CREATE TRIGGER help_entry_is_frozen BEFORE UPDATE ON help_entry
WHEN NOT EXISTS (SELECT 1 FROM erasing) BEGIN
    SELECT RAISE(ABORT, 'a fact is never altered');
END;
CREATE TRIGGER help_entry_stays BEFORE DELETE ON help_entry BEGIN
    SELECT RAISE(ABORT, 'a fact is never removed');
END;
CREATE INDEX search_by_title ON search_entry (kind, title);
CREATE VIEW searched_tip AS
SELECT t.id AS row_id, t.closed_on IS NOT NULL AS closed, folded(t.title) AS title,
    folded(s.name || ' astuce tip ' || t.text) AS rest
FROM tip AS t
JOIN software AS s ON s.id = t.software_id;
CREATE TRIGGER search_entry_added AFTER INSERT ON search_entry BEGIN
    INSERT INTO search_start (rowid, title, rest) VALUES (NEW.id, NEW.title, NEW.rest);
    INSERT INTO search_inside (rowid, title, rest) VALUES (NEW.id, NEW.title, NEW.rest);
    INSERT INTO search_title (rowid, title) VALUES (NEW.id, NEW.title);
END;
CREATE TRIGGER search_entry_changed AFTER UPDATE OF title, rest ON search_entry
WHEN (OLD.title, OLD.rest) IS NOT (NEW.title, NEW.rest) BEGIN
    INSERT INTO search_start (search_start, rowid, title, rest)
    VALUES ('delete', OLD.id, OLD.title, OLD.rest);
    INSERT INTO search_inside (search_inside, rowid, title, rest)
    VALUES ('delete', OLD.id, OLD.title, OLD.rest);
    INSERT INTO search_title (search_title, rowid, title) VALUES ('delete', OLD.id, OLD.title);
    INSERT INTO search_start (rowid, title, rest) VALUES (NEW.id, NEW.title, NEW.rest);
    INSERT INTO search_inside (rowid, title, rest) VALUES (NEW.id, NEW.title, NEW.rest);
    INSERT INTO search_title (rowid, title) VALUES (NEW.id, NEW.title);
END;
CREATE TRIGGER search_entry_removed AFTER DELETE ON search_entry BEGIN
    INSERT INTO search_start (search_start, rowid, title, rest)
    VALUES ('delete', OLD.id, OLD.title, OLD.rest);
    INSERT INTO search_inside (search_inside, rowid, title, rest)
    VALUES ('delete', OLD.id, OLD.title, OLD.rest);
    INSERT INTO search_title (search_title, rowid, title) VALUES ('delete', OLD.id, OLD.title);
END;
CREATE TRIGGER searched_tip_added AFTER INSERT ON tip BEGIN
    INSERT INTO search_entry
    SELECT (SELECT max(coalesce(max(id), 0), 10 << 40) + 1 FROM search_entry WHERE id < 11 << 40),
        'tip', * FROM searched_tip WHERE row_id = NEW.id;
END;
CREATE TRIGGER searched_tip_changed AFTER UPDATE OF title, text, software_id, closed_on ON tip BEGIN
    UPDATE search_entry SET (closed, title, rest) = (v.closed, v.title, v.rest)
    FROM searched_tip AS v WHERE v.row_id = NEW.id AND search_entry.row_id = NEW.id;
END;
CREATE TRIGGER searched_tip_software_renamed AFTER UPDATE OF name ON software BEGIN
    UPDATE search_entry SET rest = v.rest FROM searched_tip AS v
    WHERE v.row_id IN (SELECT id FROM tip WHERE software_id = NEW.id)
      AND search_entry.row_id = v.row_id;
END;
CREATE TRIGGER searched_tip_removed AFTER DELETE ON tip BEGIN
    DELETE FROM search_entry WHERE row_id = OLD.id;
END;
CREATE VIRTUAL TABLE search_start USING fts5 (
    title, rest, content = 'search_entry', content_rowid = 'id',
    tokenize = 'unicode61 remove_diacritics 2', prefix = '1 2'
);
CREATE VIRTUAL TABLE search_inside USING fts5 (
    title, rest, content = 'search_entry', content_rowid = 'id', tokenize = 'trigram'
);
CREATE VIRTUAL TABLE search_title USING fts5 (
    title, content = 'search_entry', content_rowid = 'id', tokenize = 'trigram'
);
INSERT INTO search_start (search_start) VALUES ('rebuild');
INSERT INTO search_inside (search_inside) VALUES ('rebuild');
INSERT INTO search_title (search_title) VALUES ('rebuild');
COMMIT;
