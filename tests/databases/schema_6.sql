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
INSERT INTO "absence" VALUES('b9395409-b00e-4722-a3d3-cf87cc570e94','00000020-0000-4000-8000-000000000000','2027-06-30','2027-07-12',NULL,'hand',X'E518E88BEE09BF54A752534F0727E5DE63DD692E38D0A847BC5E58FA79EDC393');
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
INSERT INTO "acknowledgement" VALUES('14583ed4-38af-4475-a30b-da80c09da803','00000023-0000-4000-8000-000000000000','00000004-0000-4000-8000-000000000000',NULL,'Maryse Aubry','read','M. Aubry','2026-11-12','2026-11-22T09:00:00+00:00',NULL,'',X'02A9EA7C77EB275FD99D036AEABC4C2CF558AE49C818AC9AD904D25F10BB041E');
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
INSERT INTO "action" VALUES('44f90d9e-d8d6-4e2d-87be-cdb63a420d0d','00000004-0000-4000-8000-000000000000','Déplacer le classeur','M. Aubry','2026-12-01',NULL,'',NULL,'51f09930-0e97-4bd5-acdb-133585ba365f',NULL,'hand',X'D01742A5635DDA93A21194B4A5BBF871DCDEE9B56ED57E90741098437F08B3A9');
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
INSERT INTO "advice" VALUES('2cc482ef-d47b-461d-bf18-1f09e189c49a','00000013-0000-4000-8000-000000000000','press','','','',NULL,'hand',X'56F99C50FA30ED25B44ECA80CEF84734E774B7973745226FEB0E24D33CE91A90');
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
INSERT INTO "appointment" VALUES('9d315cfe-d07a-4191-91e4-0fb3d7b79bba','00000020-0000-4000-8000-000000000000','00000004-0000-4000-8000-000000000000','software','deputy',NULL,NULL,'2025-12-31','hand',X'BBBD7B680D4A9704CEC5B225513010DCB6E260661B0CB5A140F68890657DE922','Direction',NULL,NULL,'');
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
INSERT INTO "arrival_item" VALUES('4cd520b2-6456-4b2b-94b5-6f81b4a5a2bf','00000004-0000-4000-8000-000000000000',0,'Lire la fiche réflexe',NULL,NULL,'hand',X'52E2E3E1B826202340CD2531DB911FA26D86509F17454404F9B1D13ABC7115DA');
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
INSERT INTO "arrival_tick" VALUES('fe6756fd-515f-4ee4-92f9-e45c14f60256','4cd520b2-6456-4b2b-94b5-6f81b4a5a2bf','00000020-0000-4000-8000-000000000000','M. Aubry','2026-11-13','2026-11-22T09:00:00+00:00',NULL,'',X'E8B4406BCA0D71AFEBAB7FD379765E3F8E0B3A2404EA3DF3E854B2C62746AA1A');
CREATE TABLE attendance (
    id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
    training_id TEXT NOT NULL REFERENCES training (id),
    person_id TEXT REFERENCES person (id),
    name TEXT NOT NULL,
    level TEXT NOT NULL CHECK (level IN ('', 'uses', 'helps', 'trains')),
    row_hash BLOB NOT NULL CHECK (length(row_hash) = 32)
) STRICT;
INSERT INTO "attendance" VALUES('1befea43-19f9-4f0c-9fb8-3bb434cf4270','e3aee02f-71e2-41c9-a0ab-326458a5b60f',NULL,'Maryse Aubry','helps',X'2E4A70F22C9067134F4044B996F8B430ACDEC39F3211D15874F399B9F55CF28A');
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
INSERT INTO "audit" VALUES(1,'2026-11-22T09:00:00+00:00','fill','hand',NULL,'',77,X'46322AD85E552D9C6205DEE9DA534FDA3EF2373C137A3C12827A8ECAFC43CC1F',X'A698F0FCCB5DF50E5A8AEE75A0CBE9E7A12B73562BC97ECA714B70FB60A335C3',X'0000000000000000000000000000000000000000000000000000000000000000',X'6551B93394382F8240591D28EF592BA500F39C64E1B48116A4894D36D8735382');
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
INSERT INTO "chapter" VALUES('9d3a9ba4-02a9-4796-ab56-d9fda0bbde3c',NULL,'REF','fr',1,'{}','2026-01-01','hand',X'8DD110E7D1E9A45ACB8FEF8BB4E7B9177506F820E96FD245FD379B2F34977D77');
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
INSERT INTO "checked_sheet" VALUES('9891d61e-b57d-4c97-b1a4-cb1ae7643538','e2dd9f89-d969-4ec6-b1b3-153276a06880',0,'PRE-01','00000034-0000-4000-8000-000000000000','U3DC','present','00000034-0000-4000-8000-000000000000',X'343CAB5E688FC67A4B172FFADBC854F1AE5952BFDF55426CDF2DC9FA7116A47C');
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
INSERT INTO "confirmation" VALUES('f65535f3-7460-4caa-8c51-9ffc287a03a1','00000033-0000-4000-8000-000000000000','M. Aubry','2026-11-03','2026-11-22T09:00:00+00:00',NULL,'',X'C9EBCF8D97905E992ACB7B258D6304BACD57AAA1748AAEB4CA3B590132C94EC8');
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
INSERT INTO "department_function" VALUES('94b540e9-bad4-4fec-8cce-35e3460a1878','00000004-0000-4000-8000-000000000000','00000010-0000-4000-8000-000000000000',NULL,'hand',X'05D083A5F8C5163F11AA6890A329FD024C2472544EC56947F2469A53FA58ADCE');
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
INSERT INTO "dialling" VALUES('fbdb8ae5-c1da-4be0-98ca-94bcdf0c7ce4','00000030-0000-4000-8000-000000000000','9',1,'','2026-11-01','2026-11-22T09:00:00+00:00',NULL,'',X'5BFDD241C1FBC2CCD9C20B779187F3D494A80BB6B04BCF83EAC56596A8AEB19E','');
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
INSERT INTO "domain_dependency" VALUES('c0546bf1-15a5-428b-8014-65d4e9fc757a','59818903-b22e-4279-b30e-ce0cc88286ca','2840a16d-413f-4643-aff9-ae28db8ff785',X'144940670481EF12D16C2530BD0F64FC655AFAF1FE0A034296C2EDF7DEECDADD');
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
INSERT INTO "drill" VALUES('fa20f102-bc3a-4d17-9d05-b1e01c4a12ca','00000004-0000-4000-8000-000000000000','00000010-0000-4000-8000-000000000000','00000013-0000-4000-8000-000000000000','night','','2026-12-03','','d2c84c3f-bca4-489a-86e8-d1adb5ae86f9',NULL,'','hand',X'8BB7654A7F9ACFA681038557784737FFDDF1145E71D87BAF4E06613A44D475FA');
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
INSERT INTO "drill_run" VALUES('8cebbf52-01ae-4d44-92ae-b4a2e2c55d20','00000035-0000-4000-8000-000000000000','fa20f102-bc3a-4d17-9d05-b1e01c4a12ca',NULL,'M. Aubry','',NULL,'',1140,'','2026-11-12','2026-11-22T09:00:00+00:00',NULL,'',X'63C1DEB3D52110E5F5019F1EACB2F22F6C39FB39CE06A6499BC1194039115FB9');
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
INSERT INTO "drill_task" VALUES('7ae9d1dd-25b8-4cbe-bbb7-4b221f07c085','8cebbf52-01ae-4d44-92ae-b4a2e2c55d20',0,'find_binder','done',40,'',X'F64BE2787354D018962026350A518B2C3A83D3B99256A69E9E55071242EB71A4');
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
INSERT INTO "failure_domain" VALUES('2840a16d-413f-4643-aff9-ae28db8ff785','network','Réseau','',NULL,0,NULL,'hand',X'4FCA7A0DF8E8EF21521720CADD4FD4FBC0C1286799BDB9B2A7133008FD72B1BE');
INSERT INTO "failure_domain" VALUES('59818903-b22e-4279-b30e-ce0cc88286ca','','','','00000013-0000-4000-8000-000000000000',0,NULL,'hand',X'CD98786A1A5C5456BE133A72535F0500E6837CC683B891F50A137C01601F1A36');
CREATE TABLE finding (
    id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
    drill_run_id TEXT NOT NULL REFERENCES drill_run (id),
    position INTEGER NOT NULL,
    what TEXT NOT NULL,
    row_hash BLOB NOT NULL CHECK (length(row_hash) = 32),
    UNIQUE (drill_run_id, position)
) STRICT;
INSERT INTO "finding" VALUES('51f09930-0e97-4bd5-acdb-133585ba365f','8cebbf52-01ae-4d44-92ae-b4a2e2c55d20',0,'Le classeur était sous clé',X'A443D74AB138389EE5ABA0E25911151D1E5F975C992EEEB6418DE04F95C9B34C');
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
INSERT INTO "handover" VALUES('c25c4766-9f53-4002-bb37-9b31a65b75fb','00000004-0000-4000-8000-000000000000','00000020-0000-4000-8000-000000000000',NULL,NULL,'','',NULL,NULL,'hand',X'6880ACBEFA32A0D1B51517C542A04C4D0932B938C933127404F766352F0C80D4');
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
INSERT INTO "handover_item" VALUES('6e56a61c-d1f5-4ec6-a69f-263f29f2e3a0','c25c4766-9f53-4002-bb37-9b31a65b75fb',0,'binder','',NULL,'hand',X'FC2FEC9C2DF5B0DE9B410D114F0577007F82133E6C0E0164852A8B1BF5069767');
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
INSERT INTO "help_entry" VALUES('088197a7-cfea-4709-980b-5a4b3f839358','00000035-0000-4000-8000-000000000000','00000004-0000-4000-8000-000000000000','00000013-0000-4000-8000-000000000000','Imprimer','',NULL,'open',NULL,'M. Aubry','2026-11-13','2026-11-22T09:00:00+00:00',NULL,'',X'DC5ABCEAB099B93FD0F594245603BEE4913D136A2AD74C45A5C5B3B95EE5C545');
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
INSERT INTO "import_run" VALUES('a3028002-6098-451b-9839-7bb89b6f9ad1','00000035-0000-4000-8000-000000000000','liste.csv','0000000000000000000000000000000000000000000000000000000000000000','software',1,1,0,0,0,0,'2026-11-22T09:00:00+00:00',X'35CE0B2A5264ECE713E82DFA3F21E58F6187AB78960FD1AED514659AFBB3898C');
CREATE TABLE import_shape (
    id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
    titles TEXT NOT NULL UNIQUE CHECK (length(titles) = 64),
    kind TEXT NOT NULL,
    fields TEXT NOT NULL,
    origin TEXT NOT NULL,
    row_hash BLOB NOT NULL CHECK (length(row_hash) = 32)
) STRICT;
INSERT INTO "import_shape" VALUES('689dfc65-376a-4c98-a00f-58def7415098','0000000000000000000000000000000000000000000000000000000000000000','software','{}','hand',X'110EA4B6502806FA0BE21E4249826838B66C62E09D126DB6A98F0E1DFC6F5FF8');
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
INSERT INTO "insertion" VALUES('4cb8c525-cad0-4444-aa79-b3cb2819361f','00000033-0000-4000-8000-000000000000','00000032-0000-4000-8000-000000000000','M. Aubry','2026-11-03','2026-11-22T09:00:00+00:00',NULL,'',X'F61C6B79C9FFC6C20092E1771E5AD9B847F69CBB20CB466FE99F7099760AADBC');
CREATE TABLE kind_function (
    id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
    kind_id TEXT NOT NULL REFERENCES software_kind (id),
    function_id TEXT NOT NULL REFERENCES function (id),
    row_hash BLOB NOT NULL CHECK (length(row_hash) = 32),
    UNIQUE (kind_id, function_id)
) STRICT;
INSERT INTO "kind_function" VALUES('ad426574-8a44-4e1e-9993-5b21ff25b62e','00000011-0000-4000-8000-000000000000','00000010-0000-4000-8000-000000000000',X'39B49C8F49F67F5BD6FC159A2397F6B03E50CBCB996BC6AC7E80738241B6AE1B');
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
INSERT INTO "lesson" VALUES('81c31a18-c523-4b14-b254-e543d73aa634','8cebbf52-01ae-4d44-92ae-b4a2e2c55d20','Deux exemplaires valent mieux','M. Aubry','2026-11-12','2026-11-22T09:00:00+00:00',NULL,'',X'AEF9DE9DB91C6B477A88EA76CB7CB34C7DB3A4BE90E4DC7EE337920F8749F453');
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
INSERT INTO "letter" VALUES('1743fabe-1bae-4733-8121-cc54ccbff526','9d315cfe-d07a-4191-91e4-0fb3d7b79bba','appointment',2026,'{}','hand',X'DD094E7736578EC311F747D019EDAF7ED65A1FFB3D6E906F325F9622D7BF6228');
CREATE TABLE local_value (
    id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
    department_id TEXT NOT NULL REFERENCES node (id),
    name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 80),
    value TEXT NOT NULL,
    origin TEXT NOT NULL,
    row_hash BLOB NOT NULL CHECK (length(row_hash) = 32),
    UNIQUE (department_id, name)
) STRICT;
INSERT INTO "local_value" VALUES('cf6a9717-c4c3-4c72-929e-3c9055ac2d59','00000004-0000-4000-8000-000000000000','imprimante','HP-12','hand',X'E5848F8AC90AE3884EF2204DC813960BAB338979E77A0414D70D27774F0ACCD8');
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
INSERT INTO "lot" VALUES('198a846f-0617-494b-9f9b-e2aa14a604b8','00000035-0000-4000-8000-000000000000','00000004-0000-4000-8000-000000000000','F05','Prescription','1','fr',1,50,'M. Aubry','2026-11-10','2026-11-22T09:00:00+00:00',NULL,'',X'B605233E208611EBB6857F2DBFA0947CE2DECC10FD11BEA398C5915FAF6D6C86');
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
INSERT INTO "maintenance" VALUES('d2c84c3f-bca4-489a-86e8-d1adb5ae86f9','00000002-0000-4000-8000-000000000000','00000013-0000-4000-8000-000000000000','2026-12-03','',90,'',NULL,'hand',X'CE7237928C77755763F9B707F4347138C74BD88A9937759C42B5B5C2240B3712');
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
INSERT INTO "means" VALUES('25fd5b58-32f6-4ebc-940f-2838459b927d','00000004-0000-4000-8000-000000000000','printer','Imprimante USB','','',NULL,NULL,'imprimante usb','hand',X'CF5E358219ED2123C6AF76CADE5F119CBACA232F5C68C103427B5B4CE914F49F');
CREATE TABLE means_dependency (
    id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
    means_id TEXT NOT NULL REFERENCES means (id),
    domain_id TEXT NOT NULL REFERENCES failure_domain (id),
    row_hash BLOB NOT NULL CHECK (length(row_hash) = 32),
    UNIQUE (means_id, domain_id)
) STRICT;
INSERT INTO "means_dependency" VALUES('dc51f3a1-e859-4a1b-9c05-15405927893f','25fd5b58-32f6-4ebc-940f-2838459b927d','2840a16d-413f-4643-aff9-ae28db8ff785',X'A7B6F0D02477C515E5BC8EF7C951CF32B82A506B55456AC8A2F680F65200079E');
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
INSERT INTO "objective" VALUES('6f7d2751-1fe2-466f-919b-670b20d3d364','9d315cfe-d07a-4191-91e4-0fb3d7b79bba','Former deux agents','2027-06-30',NULL,'',NULL,'hand',X'CED214AB89C959BF5B2407CF15682F6C28ED254C86F983CC15075489AD947AC6');
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
INSERT INTO "printed_sheet" VALUES('84c0f0e4-19ae-422e-ac35-3035f739695d','00000033-0000-4000-8000-000000000000','00000034-0000-4000-8000-000000000000',0,2,X'51096F903C7DC5A80029753807AFB2B76A15C4A029382A2F8DF29F0360B2F61B');
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
INSERT INTO "printer" VALUES('1daf7fb1-d215-42fd-af78-31e95d0c5369','00000004-0000-4000-8000-000000000000','HP-12','Poste de soins','',1,NULL,NULL,'',NULL,'hand',X'509C7EF7754D376903F7758C8B05BB938A68D4DEB8D14BFE9E19A73EF1CD83C8');
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
INSERT INTO "proposal" VALUES('821ca88e-8897-443a-a90f-31e54df876c6','00000020-0000-4000-8000-000000000000','00000004-0000-4000-8000-000000000000','software','deputy',NULL,NULL,NULL,'M. Aubry',NULL,NULL,'2026-11-13','',NULL,NULL,'hand',X'B57EF41BAB5CDA882F041F5E36ED1617D436C5E591D4687B643EA814D40BED8D');
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
INSERT INTO "release_live" VALUES('2df894b3-b953-40c8-8041-b083f4f4a96e','00000014-0000-4000-8000-000000000000','00000002-0000-4000-8000-000000000000','2026-05-01','2026-11-22T09:00:00+00:00',NULL,'',X'01031821966AA4517ACE632ED6BEE524AA16E1544F49BF40637B089A5967E47A');
INSERT INTO "release_live" VALUES('b342a200-3c29-486a-b045-b127f1e6b905','00000015-0000-4000-8000-000000000000','00000002-0000-4000-8000-000000000000','2026-05-20','2026-11-22T09:00:00+00:00',NULL,'',X'65371EF7D981F10A074A734B244B8B5DDD99F43E3E62E16EB2563EED61D3AF2B');
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
INSERT INTO "search_entry" VALUES(7696581394433,'means','25fd5b58-32f6-4ebc-940f-2838459b927d',0,'imprimante usb','imprimanteusb');
INSERT INTO "search_entry" VALUES(8796093022209,'drill','fa20f102-bc3a-4d17-9d05-b1e01c4a12ca',0,'prescription','prescription exercice drill');
INSERT INTO "search_entry" VALUES(9895604649985,'action','44f90d9e-d8d6-4e2d-87be-cdb63a420d0d',0,'deplacer le classeur','m. aubry action');
INSERT INTO "search_entry" VALUES(10995116277761,'tip','31ab4386-ff10-4bb9-a821-6bd6014718b6',0,'imprimer une etiquette','dossier+ astuce tip');
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
INSERT INTO "sending" VALUES('a7e82d9b-6ef4-4ce8-a523-5495f9ede591','00000033-0000-4000-8000-000000000000','HP-12','HP-12-4','M. Aubry','2026-11-03','2026-11-22T09:00:00+00:00',NULL,'',X'101317ACA2EEDE792D070DEFF033DE7A3FA434DFF902C1B5E6EDB31A7802A38B');
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
INSERT INTO "sheet_code" VALUES('ecbc9e2c-c60c-47b7-9694-87e6b6fea0c5','00000004-0000-4000-8000-000000000000','PRE-01','procedure:x','2026-11-22T09:00:00+00:00',X'9D762CE591396663525D1DEC15F1F8368D5FB7F46B0B4760248E4D99BCD22703');
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
INSERT INTO "shelf_check" VALUES('e2dd9f89-d969-4ec6-b1b3-153276a06880','00000035-0000-4000-8000-000000000000','00000032-0000-4000-8000-000000000000','M. Aubry','2026-11-10','2026-11-22T09:00:00+00:00',NULL,'',X'493EEF66720ACEE6F880C8AE46ECE9997BBF5EAAAF980D198560465D04DD0AC1');
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
INSERT INTO "skill" VALUES('fe878c04-7e00-4bb0-867a-36bafc560a92','00000020-0000-4000-8000-000000000000','00000013-0000-4000-8000-000000000000','helps',NULL,'2026-11-13',NULL,'hand',X'CEE7770D5EE2C46407CB2F1451889C9D7719D0FC0CB7F768B1BA6519315C475F');
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
INSERT INTO "software_alias" VALUES('25f8658f-2e88-4a9e-9f1a-a78c7b7f1649','00000013-0000-4000-8000-000000000000','DOSSIER +','dossier+',X'BC9430F4B92454FC9E49814A7972A48A0C0DBF4A9D3C940A5CBCBCDBE237E9FA');
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
INSERT INTO "ticket" VALUES('87eb81ca-f614-4b89-b94b-5e40160674d0','00000004-0000-4000-8000-000000000000','00000013-0000-4000-8000-000000000000','088197a7-cfea-4709-980b-5a4b3f839358','it','L’étiquette sort blanche','','',NULL,NULL,'','',NULL,'',NULL,'',NULL,'hand',X'4589B5638E8F73C4B370B0EC4AF0DC7AF88C747B4B17ED1C451B9114BDFEA426');
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
INSERT INTO "tip" VALUES('31ab4386-ff10-4bb9-a821-6bd6014718b6','00000013-0000-4000-8000-000000000000',NULL,'Imprimer une étiquette','',NULL,'imprimer une etiquette','hand',X'CC0897F7664B85D832FAB32971EBD5AB95670DBD4A02C08B328E65411819C7F2');
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
INSERT INTO "training" VALUES('e3aee02f-71e2-41c9-a0ab-326458a5b60f','00000035-0000-4000-8000-000000000000','00000013-0000-4000-8000-000000000000',NULL,NULL,'','',NULL,NULL,NULL,'M. Aubry','2026-11-13','2026-11-22T09:00:00+00:00',NULL,'',X'8BCF7789E98D3BED61E2B783A7544D469D50ABF163B25735F17DAE1B662A13EC');
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
INSERT INTO "upper_decision" VALUES('5b17cc28-4a0c-4424-9359-0b4248b580ad','00000022-0000-4000-8000-000000000000','00000023-0000-4000-8000-000000000000','kept','M. Aubry','2026-11-12','2026-11-22T09:00:00+00:00',NULL,'',X'8E77166B559A4CAEE084377D5B47D80A48B939B6CB87862A7610EDF49A9628B2');
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
INSERT INTO "vendor_alias" VALUES('63e7d49b-a547-4607-9a89-26539415a1a5','00000012-0000-4000-8000-000000000000','EDITEUR A','editeura',X'F36EE64F2FDB49F0773B604689FA1507A8F35BCA10FE1A03C7456A623D5A6B7E');
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
INSERT INTO "verification" VALUES('461d993b-c683-4ba8-88a2-d31632daea55','00000023-0000-4000-8000-000000000000','00000014-0000-4000-8000-000000000000','00000004-0000-4000-8000-000000000000','worked','','2026-05-03','2026-11-22T09:00:00+00:00',NULL,'',X'1B36E8A60DC02A6B95EADC6F858BCCE72E4466E3CC4E22A9B5E2331F94ADA92B','','','');
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
INSERT INTO "withdrawal" VALUES('5796cbd8-cc5b-4803-8880-3c3a547ed514','00000023-0000-4000-8000-000000000000','M. Aubry','2027-03-01','2026-11-22T09:00:00+00:00',NULL,'Remplacée',X'B236459509E0036DF5AF690620B958DA50907ED362C773F7C3909FBB0C36AA0E');
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
CREATE INDEX search_by_title ON search_entry (kind, title);
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
CREATE VIEW searched_tip AS
SELECT t.id AS row_id, t.closed_on IS NOT NULL AS closed, folded(t.title) AS title,
    folded(s.name || ' astuce tip ' || t.text) AS rest
FROM tip AS t
JOIN software AS s ON s.id = t.software_id;
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
