PRAGMA application_id = 1380207409;
PRAGMA user_version = 5;
BEGIN TRANSACTION;
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
INSERT INTO "acknowledgement" VALUES('9f909269-21b2-4d21-81d8-bb5ef45c02bb','00000023-0000-4000-8000-000000000000','00000004-0000-4000-8000-000000000000',NULL,'Maryse Aubry','read','M. Aubry','2026-11-12','2026-11-22T09:00:00+00:00',NULL,'',X'06DA6284E5DE1F26DB8EC80D29CA1AE58BE369D4E2984D6D09BCB9F2B6CA48F1');
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
INSERT INTO "action" VALUES('f857b9d2-7218-419a-90d6-995904075f3c','00000004-0000-4000-8000-000000000000','Déplacer le classeur','M. Aubry','2026-12-01',NULL,'',NULL,'bb877524-5a26-4262-9bb1-24e72f243a43',NULL,'hand',X'F6C0C0506870711C5107B0A09837E51D42F404FE1066F7CFED21432DC7010D9C');
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
) STRICT;
INSERT INTO "appointment" VALUES('00000021-0000-4000-8000-000000000000','00000020-0000-4000-8000-000000000000','00000004-0000-4000-8000-000000000000','software','main',NULL,'2025-01-01',NULL,'hand',X'B5E2F69E119F9AC22DADA7359421C42C5B1BD45317720880F16C9E9A27B9187E');
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
INSERT INTO "audit" VALUES(1,'2026-11-22T09:00:00+00:00','fill','hand',NULL,'',61,X'0ABFF4A6B453C8ECE664F05B78452E8E422C36F260FA548DB816B925BC76A03A',X'2C878B3B4B023E987139A6252D59A7BF9F9E3073E49465C6FD9905E4D0BFAA71',X'0000000000000000000000000000000000000000000000000000000000000000',X'F682AFD023891C823EE49E8A979E6BBC236286DDC784A60C7169A47AFDF2284A');
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
INSERT INTO "chapter" VALUES('5cd1e02c-8142-4a25-8d8d-199e62b225de',NULL,'REF','fr',1,'{}','2026-01-01','hand',X'723023B91AF2DDB91BCFF5AA59B95317E5142C2C594F495B6516232699E2DB15');
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
INSERT INTO "checked_sheet" VALUES('f2031fef-eeca-44fe-9c13-cc0c550a3740','d847bc2e-987a-4de2-883b-15354039dbf9',0,'PRE-01','00000034-0000-4000-8000-000000000000','U3DC','present','00000034-0000-4000-8000-000000000000',X'36B23293CB76E57BAFE526A3306085C3E20DA074A4246F820CB97230A11B6D8A');
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
INSERT INTO "confirmation" VALUES('b3f1865b-8208-44ff-b90d-59e488f05e99','00000033-0000-4000-8000-000000000000','M. Aubry','2026-11-03','2026-11-22T09:00:00+00:00',NULL,'',X'0D9FB6288E87753C0C0F14EB09EED882831A95D83F2B3DA2926E03D16BB107D6');
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
INSERT INTO "department_function" VALUES('8a2e276a-b05f-4497-9995-4083e08eed5e','00000004-0000-4000-8000-000000000000','00000010-0000-4000-8000-000000000000',NULL,'hand',X'D19C98BF1F9759BE29CC0AD2E450B012FC534E67C7840A013769F0A1A51FA1AB');
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
INSERT INTO "dialling" VALUES('0bd77a98-9fb3-4604-9834-1bbccc99b5cd','00000030-0000-4000-8000-000000000000','9',1,'','2026-11-01','2026-11-22T09:00:00+00:00',NULL,'',X'CC8BADFBAE0684F11053D2E6855B8A4E0924B8B3699BE53EAE90365F7D82B1E4','');
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
INSERT INTO "domain_dependency" VALUES('ff4271c4-adce-4a07-ae00-ef0ff5482354','a2896d0b-a4c2-4132-a876-62e76e1403fb','08a0d3f4-ae87-42c1-a5a0-6bfe6780e823',X'2829B95FDBC93B94632DE04A35D29F5743ED3997FD4CF5C8B7A4475A14B87DEF');
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
INSERT INTO "drill" VALUES('27c15279-2593-4fe5-b81d-11d4dabbc4b4','00000004-0000-4000-8000-000000000000','00000010-0000-4000-8000-000000000000','00000013-0000-4000-8000-000000000000','night','','2026-12-03','','45248998-69d6-47dc-87ae-253301fcab8d',NULL,'','hand',X'DD72F0BA13082F561E3DD87E22E626C5AD3C269EAD6233A3BDAD0A0333500126');
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
INSERT INTO "drill_run" VALUES('9c07eda4-c3fb-4b17-9e8c-d10f1db30c2a','00000035-0000-4000-8000-000000000000','27c15279-2593-4fe5-b81d-11d4dabbc4b4',NULL,'M. Aubry','',NULL,'',1140,'','2026-11-12','2026-11-22T09:00:00+00:00',NULL,'',X'29BA5D6092B99D7487A828EE405FD5E13F9F2C0C715865A40911B7F5868823B4');
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
INSERT INTO "drill_task" VALUES('b340f06d-feb2-420d-9bd1-83a89d24aecc','9c07eda4-c3fb-4b17-9e8c-d10f1db30c2a',0,'find_binder','done',40,'',X'B07750F6AB577B48898878A56423937209DDA958CE41951C5E57E29E8EB7428E');
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
INSERT INTO "failure_domain" VALUES('08a0d3f4-ae87-42c1-a5a0-6bfe6780e823','network','Réseau','',NULL,0,NULL,'hand',X'304280E48240C9EFA2AAEA9F87458E335100A0332629FDD0A76A8B6A5F3CF8EB');
INSERT INTO "failure_domain" VALUES('a2896d0b-a4c2-4132-a876-62e76e1403fb','','','','00000013-0000-4000-8000-000000000000',0,NULL,'hand',X'D562A8C4648EAA1C4622015E30ACD12F0BF80C7B6346221700628B01F29489FD');
CREATE TABLE finding (
    id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
    drill_run_id TEXT NOT NULL REFERENCES drill_run (id),
    position INTEGER NOT NULL,
    what TEXT NOT NULL,
    row_hash BLOB NOT NULL CHECK (length(row_hash) = 32),
    UNIQUE (drill_run_id, position)
) STRICT;
INSERT INTO "finding" VALUES('bb877524-5a26-4262-9bb1-24e72f243a43','9c07eda4-c3fb-4b17-9e8c-d10f1db30c2a',0,'Le classeur était sous clé',X'62310E3487A4C58E1358540F75F509BAFFBB1603B18F2A35863EC5AE090FC202');
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
INSERT INTO "import_run" VALUES('b884a3a3-84f5-443e-a4fc-e37117b053fa','00000035-0000-4000-8000-000000000000','liste.csv','0000000000000000000000000000000000000000000000000000000000000000','software',1,1,0,0,0,0,'2026-11-22T09:00:00+00:00',X'75FDB57EB38794A4D3AEEB7082C4B2A7DDFE06FBCCA202390A24752670604CEE');
CREATE TABLE import_shape (
    id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
    titles TEXT NOT NULL UNIQUE CHECK (length(titles) = 64),
    kind TEXT NOT NULL,
    fields TEXT NOT NULL,
    origin TEXT NOT NULL,
    row_hash BLOB NOT NULL CHECK (length(row_hash) = 32)
) STRICT;
INSERT INTO "import_shape" VALUES('def9edcc-c1cb-4ab9-adb2-f341359dcfb5','0000000000000000000000000000000000000000000000000000000000000000','software','{}','hand',X'E52FA96EF1C6DE1F1B59EE7DB8A0B55FB3B8B6A1E514AE30428AFDEB589289D7');
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
INSERT INTO "insertion" VALUES('bbd8e225-6834-48df-95aa-e513fb808808','00000033-0000-4000-8000-000000000000','00000032-0000-4000-8000-000000000000','M. Aubry','2026-11-03','2026-11-22T09:00:00+00:00',NULL,'',X'45EA4054AA89DB2F8C7DF8A712FAA1A087318CE55F1C29F5FD1D5460B25E61B0');
CREATE TABLE kind_function (
    id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
    kind_id TEXT NOT NULL REFERENCES software_kind (id),
    function_id TEXT NOT NULL REFERENCES function (id),
    row_hash BLOB NOT NULL CHECK (length(row_hash) = 32),
    UNIQUE (kind_id, function_id)
) STRICT;
INSERT INTO "kind_function" VALUES('29b91a7b-488c-4e13-b8e7-4983e4132a3d','00000011-0000-4000-8000-000000000000','00000010-0000-4000-8000-000000000000',X'B42704DB459302098855428A76FF5F1E3CB77980EF32771E18CC769E3776C650');
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
INSERT INTO "lesson" VALUES('1b02d6c3-8906-4c98-b7fc-6c4b461ca82a','9c07eda4-c3fb-4b17-9e8c-d10f1db30c2a','Deux exemplaires valent mieux','M. Aubry','2026-11-12','2026-11-22T09:00:00+00:00',NULL,'',X'7F2E45AA31734525B1BB8C290853ECE8F095EB6F0DF5EB0EAF25B6A584FD4CA0');
CREATE TABLE local_value (
    id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
    department_id TEXT NOT NULL REFERENCES node (id),
    name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 80),
    value TEXT NOT NULL,
    origin TEXT NOT NULL,
    row_hash BLOB NOT NULL CHECK (length(row_hash) = 32),
    UNIQUE (department_id, name)
) STRICT;
INSERT INTO "local_value" VALUES('8a18e0c5-9f70-40ac-81df-14f6a2cd2c84','00000004-0000-4000-8000-000000000000','imprimante','HP-12','hand',X'AA32D65FCC68F7CE82E6D7208903E6D3687F50C890055DAA914F9EAF0BD1BB9B');
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
INSERT INTO "lot" VALUES('2b16983b-8722-43f4-af06-8cdc79ff737a','00000035-0000-4000-8000-000000000000','00000004-0000-4000-8000-000000000000','F05','Prescription','1','fr',1,50,'M. Aubry','2026-11-10','2026-11-22T09:00:00+00:00',NULL,'',X'40D4774EAECB382D74AE7D8ABE555F25BDB6CCFFD3DC1CA768E6316879CF0A10');
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
INSERT INTO "maintenance" VALUES('45248998-69d6-47dc-87ae-253301fcab8d','00000002-0000-4000-8000-000000000000','00000013-0000-4000-8000-000000000000','2026-12-03','',90,'',NULL,'hand',X'3DFD0874F25C978259200E276CCAF79378DF4D08F18F4BC4FF4D2AE2A7FEC4C4');
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
INSERT INTO "means" VALUES('d39760f1-3b63-401b-b0d2-a10871ed30c0','00000004-0000-4000-8000-000000000000','printer','Imprimante USB','','',NULL,NULL,'imprimante usb','hand',X'0279ADBBFC3DC1D15932F751857CB8D24C0CA442819BEC7CE962DD8E9100A967');
CREATE TABLE means_dependency (
    id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
    means_id TEXT NOT NULL REFERENCES means (id),
    domain_id TEXT NOT NULL REFERENCES failure_domain (id),
    row_hash BLOB NOT NULL CHECK (length(row_hash) = 32),
    UNIQUE (means_id, domain_id)
) STRICT;
INSERT INTO "means_dependency" VALUES('012e35a8-6bbf-4486-aba5-6d0df695ca52','d39760f1-3b63-401b-b0d2-a10871ed30c0','08a0d3f4-ae87-42c1-a5a0-6bfe6780e823',X'8C1849CB266C034763EC304F21CEDF97B36D6E715DD1A3244872DAF0A8F9A1B2');
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
, recorded_at TEXT NOT NULL DEFAULT '') STRICT;
INSERT INTO "person" VALUES('00000020-0000-4000-8000-000000000000','Aubry','Maryse','','00000004-0000-4000-8000-000000000000','4127','',NULL,'aubry maryse','hand',X'FF80C813F617DA7805DF527D78149C3664E428B2F28D288F7478CA92B6830C3E','2026-11-22T09:00:00+00:00');
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
INSERT INTO "printed_sheet" VALUES('83066ed2-004c-4efe-a84d-68db8dd2bfe6','00000033-0000-4000-8000-000000000000','00000034-0000-4000-8000-000000000000',0,2,X'678DE6AD3689C53E10548CA2B1E202F14494128B5777235A1EF826B7481117B1');
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
INSERT INTO "printer" VALUES('296d293c-74a9-4137-8db9-e42d9047115a','00000004-0000-4000-8000-000000000000','HP-12','Poste de soins','',1,NULL,NULL,'',NULL,'hand',X'27AA796FD0CF84BE33D86DD38730271F26419E26B99DEF06D7C3433693ED0236');
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
INSERT INTO "release_live" VALUES('24d58b54-510e-4cca-9090-5c4af20e88fb','00000014-0000-4000-8000-000000000000','00000002-0000-4000-8000-000000000000','2026-05-01','2026-11-22T09:00:00+00:00',NULL,'',X'D304CDD9A9521AAEB9CDCC7DFCD7C8227C659FE8996F09BB0AE2CF76DC18CF21');
INSERT INTO "release_live" VALUES('80843299-875e-44e1-ade6-13da5a4d640f','00000015-0000-4000-8000-000000000000','00000002-0000-4000-8000-000000000000','2026-05-20','2026-11-22T09:00:00+00:00',NULL,'',X'2C136894283F82FEBCC612F1F5276DF38F5DC0EC0609F6EF0ED88B7A4FB9F28F');
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
        ('node', 'software', 'person', 'procedure', 'function', 'directory_entry')),
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
INSERT INTO "sending" VALUES('59fa94a4-a1dc-45e7-967f-a86d851459ec','00000033-0000-4000-8000-000000000000','HP-12','HP-12-4','M. Aubry','2026-11-03','2026-11-22T09:00:00+00:00',NULL,'',X'33B6CC0B909E5462DB21582ED91CE363235E56802F23F0B95CF81B31D34E3FA6');
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
INSERT INTO "sheet_code" VALUES('57ca2b71-bea9-487f-a3ad-8bff2b0158e5','00000004-0000-4000-8000-000000000000','PRE-01','procedure:x','2026-11-22T09:00:00+00:00',X'E8EA424BCA5BEF22BDB70295D0FAC859DF041FBFADA7D4AEEDB2498897F7948B');
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
    row_hash BLOB NOT NULL CHECK (length(row_hash) = 32),
    UNIQUE (department_id, code, revision),
    UNIQUE (department_id, code, body_hash),
    UNIQUE (department_id, check_code),
    FOREIGN KEY (department_id, code) REFERENCES sheet_code (department_id, code)
) STRICT;
INSERT INTO "sheet_revision" VALUES('00000034-0000-4000-8000-000000000000','00000004-0000-4000-8000-000000000000','PRE-01',1,'U3DC','0000000000000000000000000000000000000000000000000000000000000000','{}','Prescrire','2026-11-22T09:00:00+00:00',X'A93F6F6E4A116E59E925CFD3F732DB26363E48564A12AD2362D94CB07D0509E9');
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
INSERT INTO "shelf_check" VALUES('d847bc2e-987a-4de2-883b-15354039dbf9','00000035-0000-4000-8000-000000000000','00000032-0000-4000-8000-000000000000','M. Aubry','2026-11-10','2026-11-22T09:00:00+00:00',NULL,'',X'071957F54036CE9822363773F313BA24AA1A7452A2053FFD0BD3210393F272A8');
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
) STRICT;
INSERT INTO "software" VALUES('00000013-0000-4000-8000-000000000000','Dossier+','dossier+','00000012-0000-4000-8000-000000000000','00000011-0000-4000-8000-000000000000',NULL,'','','',NULL,NULL,NULL,'in_use',NULL,NULL,'dossier+','hand',X'381E547C10016856809DB1E2548DF05769E73F07D98D81A8E8988876B55A7C44');
CREATE TABLE software_alias (
    id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
    software_id TEXT NOT NULL REFERENCES software (id),
    name TEXT NOT NULL UNIQUE CHECK (length(name) BETWEEN 1 AND 300),
    spelling TEXT NOT NULL,
    row_hash BLOB NOT NULL CHECK (length(row_hash) = 32)
) STRICT;
INSERT INTO "software_alias" VALUES('1dd18316-f066-447f-80f8-428aed556b41','00000013-0000-4000-8000-000000000000','DOSSIER +','dossier+',X'2274B7855AA25003717AD947496D706BA5730B1492345C826196C8ACC900186A');
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
INSERT INTO "upper_decision" VALUES('1f539833-8ef1-48f6-9751-80015feb5f55','00000022-0000-4000-8000-000000000000','00000023-0000-4000-8000-000000000000','kept','M. Aubry','2026-11-12','2026-11-22T09:00:00+00:00',NULL,'',X'A5C57F07F2385A8BF6FE5FC217C799A01A2251EA28A77AC9347D27A1EBC2A5D6');
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
INSERT INTO "vendor_alias" VALUES('1613a91c-bc74-4452-b69c-4921b98bef72','00000012-0000-4000-8000-000000000000','EDITEUR A','editeura',X'E45F490082242A4F43D5B6F5B368F6FF9C56383B2D86BF9410B296AD76F39779');
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
INSERT INTO "verification" VALUES('35d4814e-7d4c-4851-bd6a-58611956e205','00000023-0000-4000-8000-000000000000','00000014-0000-4000-8000-000000000000','00000004-0000-4000-8000-000000000000','worked','','2026-05-03','2026-11-22T09:00:00+00:00',NULL,'',X'8384BB307ECCE30E6FBA5E8FF132A5D0C79B041163F34977AC5B5A1E0C08F8BE','','','');
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
INSERT INTO "withdrawal" VALUES('9617f514-481d-4a98-9667-e39306fb4d28','00000023-0000-4000-8000-000000000000','M. Aubry','2027-03-01','2026-11-22T09:00:00+00:00',NULL,'Remplacée',X'7BBF40149B988BF32B488CBDB44B1A6ED0CBBC8ADD8B220E099AB75BA7AD2B20');
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
CREATE TRIGGER approved_revision_is_frozen BEFORE UPDATE ON revision
WHEN OLD.state = 'approved' BEGIN
    SELECT RAISE(ABORT, 'an approved revision is never altered');
END;
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
CREATE TRIGGER change_is_frozen BEFORE UPDATE ON change BEGIN
    SELECT RAISE(ABORT, 'a fact is never altered');
END;
CREATE TRIGGER change_stays BEFORE DELETE ON change BEGIN
    SELECT RAISE(ABORT, 'a fact is never removed');
END;
CREATE TRIGGER release_live_is_frozen BEFORE UPDATE ON release_live BEGIN
    SELECT RAISE(ABORT, 'a fact is never altered');
END;
CREATE TRIGGER verification_is_frozen BEFORE UPDATE ON verification BEGIN
    SELECT RAISE(ABORT, 'a fact is never altered');
END;
CREATE TRIGGER verification_stays BEFORE DELETE ON verification BEGIN
    SELECT RAISE(ABORT, 'a fact is never removed');
END;
CREATE TRIGGER dialling_is_frozen BEFORE UPDATE ON dialling BEGIN
    SELECT RAISE(ABORT, 'a fact is never altered');
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
CREATE TRIGGER sheet_revision_is_frozen BEFORE UPDATE ON sheet_revision BEGIN
    SELECT RAISE(ABORT, 'a fact is never altered');
END;
CREATE TRIGGER sheet_revision_stays BEFORE DELETE ON sheet_revision BEGIN
    SELECT RAISE(ABORT, 'a fact is never removed');
END;
CREATE TRIGGER print_run_is_frozen BEFORE UPDATE ON print_run BEGIN
    SELECT RAISE(ABORT, 'a fact is never altered');
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
CREATE INDEX verification_in_department ON verification (department_id);
CREATE INDEX search_by_title ON search_entry (kind, title);
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
CREATE TRIGGER sending_is_frozen BEFORE UPDATE ON sending BEGIN
    SELECT RAISE(ABORT, 'a fact is never altered');
END;
CREATE TRIGGER sending_stays BEFORE DELETE ON sending BEGIN
    SELECT RAISE(ABORT, 'a fact is never removed');
END;
CREATE TRIGGER confirmation_is_frozen BEFORE UPDATE ON confirmation BEGIN
    SELECT RAISE(ABORT, 'a fact is never altered');
END;
CREATE TRIGGER confirmation_stays BEFORE DELETE ON confirmation BEGIN
    SELECT RAISE(ABORT, 'a fact is never removed');
END;
CREATE TRIGGER insertion_is_frozen BEFORE UPDATE ON insertion BEGIN
    SELECT RAISE(ABORT, 'a fact is never altered');
END;
CREATE TRIGGER insertion_stays BEFORE DELETE ON insertion BEGIN
    SELECT RAISE(ABORT, 'a fact is never removed');
END;
CREATE TRIGGER shelf_check_is_frozen BEFORE UPDATE ON shelf_check BEGIN
    SELECT RAISE(ABORT, 'a fact is never altered');
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
CREATE TRIGGER lot_is_frozen BEFORE UPDATE ON lot BEGIN
    SELECT RAISE(ABORT, 'a fact is never altered');
END;
CREATE TRIGGER lot_stays BEFORE DELETE ON lot BEGIN
    SELECT RAISE(ABORT, 'a fact is never removed');
END;
CREATE INDEX revision_in_short
    ON revision (procedure_id, id, state, number, approved_on, in_force_on, review_due_on);
CREATE INDEX revision_naming_means ON revision (id) WHERE instr(text, '"means":[') > 0;
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
CREATE TRIGGER withdrawal_is_frozen BEFORE UPDATE ON withdrawal BEGIN
    SELECT RAISE(ABORT, 'a fact is never altered');
END;
CREATE TRIGGER withdrawal_stays BEFORE DELETE ON withdrawal BEGIN
    SELECT RAISE(ABORT, 'a fact is never removed');
END;
CREATE TRIGGER upper_decision_is_frozen BEFORE UPDATE ON upper_decision BEGIN
    SELECT RAISE(ABORT, 'a fact is never altered');
END;
CREATE TRIGGER upper_decision_stays BEFORE DELETE ON upper_decision BEGIN
    SELECT RAISE(ABORT, 'a fact is never removed');
END;
CREATE TRIGGER acknowledgement_is_frozen BEFORE UPDATE ON acknowledgement BEGIN
    SELECT RAISE(ABORT, 'a fact is never altered');
END;
CREATE TRIGGER acknowledgement_stays BEFORE DELETE ON acknowledgement BEGIN
    SELECT RAISE(ABORT, 'a fact is never removed');
END;
CREATE TRIGGER drill_run_is_frozen BEFORE UPDATE ON drill_run BEGIN
    SELECT RAISE(ABORT, 'a fact is never altered');
END;
CREATE TRIGGER drill_run_stays BEFORE DELETE ON drill_run BEGIN
    SELECT RAISE(ABORT, 'a fact is never removed');
END;
CREATE TRIGGER drill_task_is_frozen BEFORE UPDATE ON drill_task BEGIN
    SELECT RAISE(ABORT, 'a fact is never altered');
END;
CREATE TRIGGER drill_task_stays BEFORE DELETE ON drill_task BEGIN
    SELECT RAISE(ABORT, 'a fact is never removed');
END;
CREATE TRIGGER finding_is_frozen BEFORE UPDATE ON finding BEGIN
    SELECT RAISE(ABORT, 'a fact is never altered');
END;
CREATE TRIGGER finding_stays BEFORE DELETE ON finding BEGIN
    SELECT RAISE(ABORT, 'a fact is never removed');
END;
CREATE TRIGGER lesson_is_frozen BEFORE UPDATE ON lesson BEGIN
    SELECT RAISE(ABORT, 'a fact is never altered');
END;
CREATE TRIGGER lesson_stays BEFORE DELETE ON lesson BEGIN
    SELECT RAISE(ABORT, 'a fact is never removed');
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
