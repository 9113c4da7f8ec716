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
INSERT INTO "acknowledgement" VALUES('2e898515-4ff6-4aad-87b7-17c1fe4a9ec0','00000023-0000-4000-8000-000000000000','00000004-0000-4000-8000-000000000000',NULL,'Maryse Aubry','read','M. Aubry','2026-11-12','2026-11-22T09:00:00+00:00',NULL,'',X'4F1A4E97A94E20835F10A3DAC5B448BC4E9CC44C673864A3EB34505D75A31889');
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
INSERT INTO "action" VALUES('1a5b16b3-04cd-4758-befd-6a5e6ca8f976','00000004-0000-4000-8000-000000000000','Déplacer le classeur','M. Aubry','2026-12-01',NULL,'',NULL,'fc734376-4d97-4a48-a15a-f6ccc5490495',NULL,'hand',X'63845FAB77CD1172FCE4FFC36B207EC889AB8F3B634088E24A47CCF5902C25F6');
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
INSERT INTO "audit" VALUES(1,'2026-11-22T09:00:00+00:00','fill','hand',NULL,'',61,X'4E520327A3C67B4DF119160A34F46BD4A97512F0DC0DC3D6FF3465BE692BA9F6',X'5E1286A81D0A53F2A09F6AB71B16352B97E729B6E2DA23FD72E9788AD979CDE0',X'0000000000000000000000000000000000000000000000000000000000000000',X'EB70300DBD5288F90F0657C129409A278BBC59F3F9AC2B9FD2910E8881670333');
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
INSERT INTO "chapter" VALUES('8a1db2dd-7dfa-4fe7-b47b-19ec9c5ce492',NULL,'REF','fr',1,'{}','2026-01-01','hand',X'F1D87BC33AB2286A3A67E0177BCEB3CDACC6FFCD3422283C320141434E833332');
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
INSERT INTO "checked_sheet" VALUES('69a209a8-50be-4b63-b971-16ca8b466e4c','11789aed-1b22-4be2-adfa-886dd9fdc278',0,'PRE-01','00000034-0000-4000-8000-000000000000','U3DC','present','00000034-0000-4000-8000-000000000000',X'5E8B7BAE72EAEB7E6654EE7072390FEC53CBF26087E65B429979B82EB4DC0ABF');
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
INSERT INTO "confirmation" VALUES('71501ee4-e5d2-4d53-a56b-b6991678d9f1','00000033-0000-4000-8000-000000000000','M. Aubry','2026-11-03','2026-11-22T09:00:00+00:00',NULL,'',X'1DD0138F17F2670F59A15BEAC16B27FE8A76180CD7F9AA6832AEE6C91B1B1864');
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
INSERT INTO "department_function" VALUES('81e70f24-59f7-4f6a-b3d0-8b949d0d2498','00000004-0000-4000-8000-000000000000','00000010-0000-4000-8000-000000000000',NULL,'hand',X'84AF358CFDA094CA8086AF803268BBABFC47F9771466E183EF25751F26D44468');
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
INSERT INTO "dialling" VALUES('600e5509-4d72-416c-bc29-774f625a4b47','00000030-0000-4000-8000-000000000000','9',1,'','2026-11-01','2026-11-22T09:00:00+00:00',NULL,'',X'045489141C92FB1883BB88CAB0A36CB8BF1D0D34A2C3D70AB8336653638C559A','');
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
INSERT INTO "domain_dependency" VALUES('e9d07da0-8b1d-4a36-a5e1-db7e3a0baff0','0c38c5cb-f5c6-4f44-b465-b99319293675','42f69d8c-406c-4af5-a911-cf5638f8c92d',X'983998BB71559DF7C1400EE6C71DAAB1D03C03F2F734FF9160489283774C3440');
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
INSERT INTO "drill" VALUES('fff54da6-f868-4ce4-b68b-52d6e5bfceca','00000004-0000-4000-8000-000000000000','00000010-0000-4000-8000-000000000000','00000013-0000-4000-8000-000000000000','night','','2026-12-03','','80663192-b269-4906-966a-b77ae56fce18',NULL,'','hand',X'0B07E1C1F8EF5FF60BA1ABE91F3C2C433E6E06D51C01F0A0CFC4E2C72B47466C');
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
INSERT INTO "drill_run" VALUES('655134fe-0e3d-4811-a028-c54eb7a58b59','00000035-0000-4000-8000-000000000000','fff54da6-f868-4ce4-b68b-52d6e5bfceca',NULL,'M. Aubry','',NULL,'',1140,'','2026-11-12','2026-11-22T09:00:00+00:00',NULL,'',X'6DE4704BC3514206CE70D434C8A13500B0398F0092B85B7B49894099DBA40FFF');
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
INSERT INTO "drill_task" VALUES('a9a3b2be-d110-44f4-bf89-1e0b0decf8d5','655134fe-0e3d-4811-a028-c54eb7a58b59',0,'find_binder','done',40,'',X'33659E6114FC4600328F14B4B7954C1F69652606DB9F886C5499E6D1C766CC1A');
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
INSERT INTO "failure_domain" VALUES('42f69d8c-406c-4af5-a911-cf5638f8c92d','network','Réseau','',NULL,0,NULL,'hand',X'0E53DA9144A79657873EB20D1B6B34F372099437EAA216F0707C10EA4707762E');
INSERT INTO "failure_domain" VALUES('0c38c5cb-f5c6-4f44-b465-b99319293675','','','','00000013-0000-4000-8000-000000000000',0,NULL,'hand',X'D56836A6F29A121211924CB98DAC4BF75FA29EB235AA05FF924A25944DFC7F3A');
CREATE TABLE finding (
    id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
    drill_run_id TEXT NOT NULL REFERENCES drill_run (id),
    position INTEGER NOT NULL,
    what TEXT NOT NULL,
    row_hash BLOB NOT NULL CHECK (length(row_hash) = 32),
    UNIQUE (drill_run_id, position)
) STRICT;
INSERT INTO "finding" VALUES('fc734376-4d97-4a48-a15a-f6ccc5490495','655134fe-0e3d-4811-a028-c54eb7a58b59',0,'Le classeur était sous clé',X'DFA263A81C7090D3FA7E6D6B72BC7CF38430894836503C643563AB8C180CCCCB');
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
INSERT INTO "import_run" VALUES('53aa49e3-df1f-4023-97f4-79971c9adc81','00000035-0000-4000-8000-000000000000','liste.csv','0000000000000000000000000000000000000000000000000000000000000000','software',1,1,0,0,0,0,'2026-11-22T09:00:00+00:00',X'D47594E1FECB88888ADADE3E0F291A168668091963F459C8F6507270DF3B8976');
CREATE TABLE import_shape (
    id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
    titles TEXT NOT NULL UNIQUE CHECK (length(titles) = 64),
    kind TEXT NOT NULL,
    fields TEXT NOT NULL,
    origin TEXT NOT NULL,
    row_hash BLOB NOT NULL CHECK (length(row_hash) = 32)
) STRICT;
INSERT INTO "import_shape" VALUES('cc0e80aa-43af-4271-9ea6-9f2cd78dd1a0','0000000000000000000000000000000000000000000000000000000000000000','software','{}','hand',X'893BD6553A6A6AD7A9F1ADB78F67FF10E2E51B4DE055566E3D3B0372B363F63B');
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
INSERT INTO "insertion" VALUES('f759684b-cd70-4504-adc1-5ee537b79266','00000033-0000-4000-8000-000000000000','00000032-0000-4000-8000-000000000000','M. Aubry','2026-11-03','2026-11-22T09:00:00+00:00',NULL,'',X'8BAC1365F30D9D7152EC14163BBFE6FFA4E792C049276229F5EBD34173664BCF');
CREATE TABLE kind_function (
    id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
    kind_id TEXT NOT NULL REFERENCES software_kind (id),
    function_id TEXT NOT NULL REFERENCES function (id),
    row_hash BLOB NOT NULL CHECK (length(row_hash) = 32),
    UNIQUE (kind_id, function_id)
) STRICT;
INSERT INTO "kind_function" VALUES('349a6960-1d3c-4b63-9f75-48ed038af8c3','00000011-0000-4000-8000-000000000000','00000010-0000-4000-8000-000000000000',X'F0E2199CFDB1EF3F614E8CAB4D244E36DAC18F296A22104180C0CC053112EB32');
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
INSERT INTO "lesson" VALUES('51b94616-b97b-47c6-8877-fd753706b9a6','655134fe-0e3d-4811-a028-c54eb7a58b59','Deux exemplaires valent mieux','M. Aubry','2026-11-12','2026-11-22T09:00:00+00:00',NULL,'',X'5ABD96E454AB317663C35F7D5C3BDB76C6784C4D1E3F483D9F8B67D4583F9E84');
CREATE TABLE local_value (
    id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
    department_id TEXT NOT NULL REFERENCES node (id),
    name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 80),
    value TEXT NOT NULL,
    origin TEXT NOT NULL,
    row_hash BLOB NOT NULL CHECK (length(row_hash) = 32),
    UNIQUE (department_id, name)
) STRICT;
INSERT INTO "local_value" VALUES('1f92b468-dc5d-4c8f-9532-81679b644ee5','00000004-0000-4000-8000-000000000000','imprimante','HP-12','hand',X'D51064C1D2BE3BD5867E45DD97547B6C663095CE25C747F6B2823AD9BA9B25CD');
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
INSERT INTO "lot" VALUES('436e138f-d558-481d-876d-dfe73be14b7d','00000035-0000-4000-8000-000000000000','00000004-0000-4000-8000-000000000000','F05','Prescription','1','fr',1,50,'M. Aubry','2026-11-10','2026-11-22T09:00:00+00:00',NULL,'',X'BE2161D36624AA6743E1838A4B8A2264EEA90FD2E066BCA4596ECFD783A52FA9');
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
INSERT INTO "maintenance" VALUES('80663192-b269-4906-966a-b77ae56fce18','00000002-0000-4000-8000-000000000000','00000013-0000-4000-8000-000000000000','2026-12-03','',90,'',NULL,'hand',X'A99E336AFC7ED7D17D11D335F927A14DF65094852CFC25752F07EC4DF33BFA74');
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
INSERT INTO "means" VALUES('b36567d5-c7f0-4a42-b30f-742f751503dc','00000004-0000-4000-8000-000000000000','printer','Imprimante USB','','',NULL,NULL,'imprimante usb','hand',X'139976C2EB573C6242FB594DBE0F71A7BA634D88E2367FDB0B49955F87425DDB');
CREATE TABLE means_dependency (
    id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
    means_id TEXT NOT NULL REFERENCES means (id),
    domain_id TEXT NOT NULL REFERENCES failure_domain (id),
    row_hash BLOB NOT NULL CHECK (length(row_hash) = 32),
    UNIQUE (means_id, domain_id)
) STRICT;
INSERT INTO "means_dependency" VALUES('a4637590-cd85-452d-91b7-f11f566d7f69','b36567d5-c7f0-4a42-b30f-742f751503dc','42f69d8c-406c-4af5-a911-cf5638f8c92d',X'52C47F92928572B60905BCD9DEDC3A77B1E1CE737FF8EFFD677E670A394C6E2F');
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
INSERT INTO "printed_sheet" VALUES('aa8ee6d9-eb93-442d-976a-594204f925b6','00000033-0000-4000-8000-000000000000','00000034-0000-4000-8000-000000000000',0,2,X'36AECEDF19CC30096A58FDEE85FBC5B624562B1CBE33CECAC8E31E8DFD5D1433');
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
INSERT INTO "printer" VALUES('407dafd2-1125-4a4d-b88a-06712939803a','00000004-0000-4000-8000-000000000000','HP-12','Poste de soins','',1,NULL,NULL,'',NULL,'hand',X'39CDD1E7C42842FF2E87024DE52BA3856C8404744B5C186059260FD1A29476A4');
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
INSERT INTO "release_live" VALUES('f013f114-f47d-4058-96a3-24998ec68c74','00000014-0000-4000-8000-000000000000','00000002-0000-4000-8000-000000000000','2026-05-01','2026-11-22T09:00:00+00:00',NULL,'',X'9084DD846CF6A5FD82459CE5D9E6D59A51CBCA560D39C82E451529B685AF14DF');
INSERT INTO "release_live" VALUES('c7225a14-5876-4f26-9143-cb71a553decd','00000015-0000-4000-8000-000000000000','00000002-0000-4000-8000-000000000000','2026-05-20','2026-11-22T09:00:00+00:00',NULL,'',X'685B61C6EA86CE0832441AB3F73BBBD16AE8FEFFF144FEF8C00DF103CE0864A7');
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
INSERT INTO "search_entry" VALUES(7696581394433,'means','b36567d5-c7f0-4a42-b30f-742f751503dc',0,'imprimante usb','imprimanteusb');
INSERT INTO "search_entry" VALUES(8796093022209,'drill','fff54da6-f868-4ce4-b68b-52d6e5bfceca',0,'prescription','prescription exercice drill');
INSERT INTO "search_entry" VALUES(9895604649985,'action','1a5b16b3-04cd-4758-befd-6a5e6ca8f976',0,'deplacer le classeur','m. aubry action');
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
INSERT INTO "sending" VALUES('d7aa2133-d281-49ef-828b-945a3b075773','00000033-0000-4000-8000-000000000000','HP-12','HP-12-4','M. Aubry','2026-11-03','2026-11-22T09:00:00+00:00',NULL,'',X'CA6B3AE2B1AB17099169786655C3746424FDAE49B384C57BD3A3D2AD0F0EA07D');
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
INSERT INTO "sheet_code" VALUES('29cd34f7-0f52-4585-a87a-1b703d288018','00000004-0000-4000-8000-000000000000','PRE-01','procedure:x','2026-11-22T09:00:00+00:00',X'61D8DFB83D57C5962A1E6DF174035519A6E386B5AC50E7ACCAE95942AA62B2F9');
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
INSERT INTO "shelf_check" VALUES('11789aed-1b22-4be2-adfa-886dd9fdc278','00000035-0000-4000-8000-000000000000','00000032-0000-4000-8000-000000000000','M. Aubry','2026-11-10','2026-11-22T09:00:00+00:00',NULL,'',X'43DFA4814561A9554AFFB5DB639C5D9C96F58955A21200B66F079D77E971F291');
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
INSERT INTO "software_alias" VALUES('7567a3f3-ff80-41f8-aa70-2b7c32dc06f7','00000013-0000-4000-8000-000000000000','DOSSIER +','dossier+',X'F6175BE79CAA1482EF7C24B1D254F9DEACB22C46EE409EF42C6E5B448C14462A');
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
INSERT INTO "upper_decision" VALUES('bdcc1569-6cd4-4b50-89e5-980b763afcb0','00000022-0000-4000-8000-000000000000','00000023-0000-4000-8000-000000000000','kept','M. Aubry','2026-11-12','2026-11-22T09:00:00+00:00',NULL,'',X'5EC3F563A9C4228E934828FE012B15FC1EA979587957377D28486BB5D928C17F');
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
INSERT INTO "vendor_alias" VALUES('b28b2bf1-be18-4165-859f-148a74d75de4','00000012-0000-4000-8000-000000000000','EDITEUR A','editeura',X'BAC2BA590CFE6EBCDC0024434E3CC30BC526F37E15B7860786308BDB8ABF5B69');
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
INSERT INTO "verification" VALUES('b8906c33-175e-4deb-a495-3c73657797aa','00000023-0000-4000-8000-000000000000','00000014-0000-4000-8000-000000000000','00000004-0000-4000-8000-000000000000','worked','','2026-05-03','2026-11-22T09:00:00+00:00',NULL,'',X'BD141D2B2D9E66F9F42488E15D86AE8592E2E941276F9682394F8E15BF0E266C','','','');
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
INSERT INTO "withdrawal" VALUES('342fc0ee-af11-4497-a4e3-e8b4d0205509','00000023-0000-4000-8000-000000000000','M. Aubry','2027-03-01','2026-11-22T09:00:00+00:00',NULL,'Remplacée',X'8542537BFEF244E33A50B5A358C6DADDD2D74614D8B3AF38401FC7A82581785B');
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
