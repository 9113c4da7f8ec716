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
INSERT INTO "acknowledgement" VALUES('b9fceb1d-b715-44f4-8cb6-b464f408222a','00000023-0000-4000-8000-000000000000','00000004-0000-4000-8000-000000000000',NULL,'Maryse Aubry','read','M. Aubry','2026-11-12','2026-11-22T09:00:00+00:00',NULL,'',X'E357FDB5E911CDCAFEC1BC0360FDF6DE4D9FBC3B628BC1C7E69501E57B2D5576');
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
INSERT INTO "action" VALUES('083b1313-1d9a-4c56-8174-ec8e3a12f15c','00000004-0000-4000-8000-000000000000','Déplacer le classeur','M. Aubry','2026-12-01',NULL,'',NULL,'2a1a46da-20c0-4d7b-9e6f-3b48019f5c50',NULL,'hand',X'D272E34F710B55DBBDD379F4A3156070C88AFC2E107E5B4426A3F5C43F99016D');
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
INSERT INTO "audit" VALUES(1,'2026-11-22T09:00:00+00:00','fill','hand',NULL,'',60,X'4AFFB9BDEC7F100BEC87140C823A29D1029A305B19D1189E0F1A98156BC6562F',X'B257403C224B2E7A467F6D2D406D45F4478A77BAD51A13E6BB0258A05482A441',X'0000000000000000000000000000000000000000000000000000000000000000',X'88F9204BE2B34BA38453AAD358402F2FA69A87C5BEAA6AE442EC5FD803B60058');
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
INSERT INTO "chapter" VALUES('06d42ad8-6c53-4a96-95ab-0f608e3e88c9',NULL,'REF','fr',1,'{}','2026-01-01','hand',X'304B9ABEE219A8C582400FFBB35B3E1716BD581D6B6D910723BA5585B1D5FA20');
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
INSERT INTO "checked_sheet" VALUES('e730b273-bb9e-4fb1-9bad-20e1be8ee72d','b6266f76-f1d9-41e7-a3eb-c7e7e4b234dd',0,'PRE-01','00000034-0000-4000-8000-000000000000','U3DC','present','00000034-0000-4000-8000-000000000000',X'FC90FC0BD73F7F68FFDC17C84D3371C4C7C51F104603CD82430B1D9D00D221D4');
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
INSERT INTO "confirmation" VALUES('d66cf9c5-60b9-40cc-a043-bc59c4104103','00000033-0000-4000-8000-000000000000','M. Aubry','2026-11-03','2026-11-22T09:00:00+00:00',NULL,'',X'8E7C9602DF8E63CC86FAC9989E951A9EACF12F797C01CEE20C73EF5FBF4C68FA');
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
INSERT INTO "department_function" VALUES('3842f1b0-0ece-4717-bfeb-ba7598b9d48a','00000004-0000-4000-8000-000000000000','00000010-0000-4000-8000-000000000000',NULL,'hand',X'B5D78579A7C16E12A4A268B6E7A475944D8704FD6A09EACE277DA0E640D091D2');
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
, purpose TEXT NOT NULL DEFAULT '') STRICT;
INSERT INTO "deployment" VALUES('00000036-0000-4000-8000-000000000000','00000013-0000-4000-8000-000000000000','00000004-0000-4000-8000-000000000000','00000010-0000-4000-8000-000000000000',NULL,NULL,40,NULL,NULL,'hand',X'B202A671E8A15CFE42C896F737A72001A27F8669B98227F479895F26C80FE1B5','');
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
INSERT INTO "dialling" VALUES('70efbc5a-99bb-4583-b70a-c3aa9b7a5f9a','00000030-0000-4000-8000-000000000000','9',1,'','2026-11-01','2026-11-22T09:00:00+00:00',NULL,'',X'66B84545DBBF407C94BACB6A8866F337FA72F3DA021944EF8B89665114C68439','');
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
) STRICT;
INSERT INTO "directory_entry" VALUES('00000030-0000-4000-8000-000000000000','00000002-0000-4000-8000-000000000000','Standard','Standard','9','',NULL,0,'','',0,NULL,'standard','hand',X'501045DEEE7F3FE2A0DC48EA1E817019A0E51FF1CF44AD8071FC2C01343304BB');
CREATE TABLE domain_dependency (
    id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
    domain_id TEXT NOT NULL REFERENCES failure_domain (id),
    leans_on_id TEXT NOT NULL REFERENCES failure_domain (id),
    row_hash BLOB NOT NULL CHECK (length(row_hash) = 32),
    UNIQUE (domain_id, leans_on_id)
) STRICT;
INSERT INTO "domain_dependency" VALUES('51102b2d-4e62-4b41-9320-11afd9b3cf10','b80db5d0-8635-4827-954d-37328e45e200','46916cd0-9021-430c-8f50-33bfa70d128c',X'EAD72967E64F620C865E496FBA28D15ACDE4421C5CBB73AC4904C98AD02821B4');
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
INSERT INTO "drill" VALUES('3d84d5cd-ba92-43ae-8979-01f33b9fc80c','00000004-0000-4000-8000-000000000000','00000010-0000-4000-8000-000000000000','00000013-0000-4000-8000-000000000000','night','','2026-12-03','','1702b683-e047-4ff8-8c79-08401714ce29',NULL,'','hand',X'78D42ACD65AD3EBD9257C065F77ACFA36CFF241169C53067D5C1F1C351D205F7');
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
    lessons TEXT NOT NULL DEFAULT '',
    valid_on TEXT NOT NULL,
    recorded_at TEXT NOT NULL,
    annuls_id TEXT REFERENCES drill_run (id),
    reason TEXT NOT NULL DEFAULT '',
    row_hash BLOB NOT NULL CHECK (length(row_hash) = 32)
) STRICT;
INSERT INTO "drill_run" VALUES('3930e402-0906-4f8a-a0ac-a857b55b6279','00000035-0000-4000-8000-000000000000','3d84d5cd-ba92-43ae-8979-01f33b9fc80c',NULL,'M. Aubry','',NULL,'',1140,'','','2026-11-12','2026-11-22T09:00:00+00:00',NULL,'',X'E2C694A70036B57176CE03F9EBCAE06703ECCE9C0978DD8513D2DA543B5F175D');
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
INSERT INTO "drill_task" VALUES('1be32545-d5d5-4e75-808b-d216fa4dc555','3930e402-0906-4f8a-a0ac-a857b55b6279',0,'find_binder','done',40,'',X'2DEFBA504E9BF8E260FC38B3E20707292769DA2EDCC664929D83543708971B44');
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
INSERT INTO "failure_domain" VALUES('46916cd0-9021-430c-8f50-33bfa70d128c','network','Réseau','',NULL,0,NULL,'hand',X'A2D1B268BA8D5453485B261D0EA7298B88661BE7D154B0751674D539C1CC0EAF');
INSERT INTO "failure_domain" VALUES('b80db5d0-8635-4827-954d-37328e45e200','','','','00000013-0000-4000-8000-000000000000',0,NULL,'hand',X'2A2CFDE608857837507EA49D4CE339E7EBE6608443991D581E3DC10E8681FA44');
CREATE TABLE finding (
    id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
    drill_run_id TEXT NOT NULL REFERENCES drill_run (id),
    position INTEGER NOT NULL,
    what TEXT NOT NULL,
    row_hash BLOB NOT NULL CHECK (length(row_hash) = 32),
    UNIQUE (drill_run_id, position)
) STRICT;
INSERT INTO "finding" VALUES('2a1a46da-20c0-4d7b-9e6f-3b48019f5c50','3930e402-0906-4f8a-a0ac-a857b55b6279',0,'Le classeur était sous clé',X'24CC44F1773082AF6395D7935A21620A4F97C9D36AA3240AFE374BAB118A229C');
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
INSERT INTO "import_run" VALUES('b11a9a0a-77b6-45d0-af3b-031f562267de','00000035-0000-4000-8000-000000000000','liste.csv','0000000000000000000000000000000000000000000000000000000000000000','software',1,1,0,0,0,0,'2026-11-22T09:00:00+00:00',X'0C7C84CC6974F500F165AE603D5D9EF23069FDA508EB798937E4E0585DB20EC3');
CREATE TABLE import_shape (
    id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
    titles TEXT NOT NULL UNIQUE CHECK (length(titles) = 64),
    kind TEXT NOT NULL,
    fields TEXT NOT NULL,
    origin TEXT NOT NULL,
    row_hash BLOB NOT NULL CHECK (length(row_hash) = 32)
) STRICT;
INSERT INTO "import_shape" VALUES('da0fc466-5ebe-4afb-a543-96ec1919d1c4','0000000000000000000000000000000000000000000000000000000000000000','software','{}','hand',X'01CDA4D6FFFD374A6F45AFFBE51A61428937E998C0DFFE8E22AEF422DF630B8E');
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
INSERT INTO "insertion" VALUES('ea174d49-9570-49e0-9f5a-27d346fa5a6b','00000033-0000-4000-8000-000000000000','00000032-0000-4000-8000-000000000000','M. Aubry','2026-11-03','2026-11-22T09:00:00+00:00',NULL,'',X'C19F456596B6E00F8A9818B6452E26227904CF656928431C369452F159C68EDC');
CREATE TABLE kind_function (
    id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
    kind_id TEXT NOT NULL REFERENCES software_kind (id),
    function_id TEXT NOT NULL REFERENCES function (id),
    row_hash BLOB NOT NULL CHECK (length(row_hash) = 32),
    UNIQUE (kind_id, function_id)
) STRICT;
INSERT INTO "kind_function" VALUES('9e8bffdb-b407-4760-be9b-7810daddc896','00000011-0000-4000-8000-000000000000','00000010-0000-4000-8000-000000000000',X'53134CEF910E2F4B6E56D1AE8E72902E1CC68EBF40AF2DC81ECAE900FB002538');
CREATE TABLE local_value (
    id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
    department_id TEXT NOT NULL REFERENCES node (id),
    name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 80),
    value TEXT NOT NULL,
    origin TEXT NOT NULL,
    row_hash BLOB NOT NULL CHECK (length(row_hash) = 32),
    UNIQUE (department_id, name)
) STRICT;
INSERT INTO "local_value" VALUES('f38e87f3-7d8c-4d6f-8f78-623f590d64b9','00000004-0000-4000-8000-000000000000','imprimante','HP-12','hand',X'0E6F6D644D0D0E5B9365FCD3F92108CA1DDAA0D14F63D7F49CAE9C5CD6530488');
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
INSERT INTO "lot" VALUES('4e80c8f4-ed26-4d0c-ab16-9c01838ad970','00000035-0000-4000-8000-000000000000','00000004-0000-4000-8000-000000000000','F05','Prescription','1','fr',1,50,'M. Aubry','2026-11-10','2026-11-22T09:00:00+00:00',NULL,'',X'BA8650F232AAD701FC5DBEB5E70C0E91043549587EF40A8096F8C5EAF976ACA3');
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
INSERT INTO "maintenance" VALUES('1702b683-e047-4ff8-8c79-08401714ce29','00000002-0000-4000-8000-000000000000','00000013-0000-4000-8000-000000000000','2026-12-03','',90,'',NULL,'hand',X'5CF2A31D1EBCD1CF8BE35150A9C6B61D6E8D41BDA3A9731D42B9AE88E384249F');
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
INSERT INTO "means" VALUES('b4ef8531-6e2c-46fd-b41c-2278862bc854','00000004-0000-4000-8000-000000000000','printer','Imprimante USB','','',NULL,NULL,'imprimante usb','hand',X'CE1E56C269D4D0245BF07FFF0669126F81725BF16D0BF32250053325AF0D4BE8');
CREATE TABLE means_dependency (
    id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
    means_id TEXT NOT NULL REFERENCES means (id),
    domain_id TEXT NOT NULL REFERENCES failure_domain (id),
    row_hash BLOB NOT NULL CHECK (length(row_hash) = 32),
    UNIQUE (means_id, domain_id)
) STRICT;
INSERT INTO "means_dependency" VALUES('ca1faf6d-6b14-461d-a97e-e0d9a34ab6f3','b4ef8531-6e2c-46fd-b41c-2278862bc854','46916cd0-9021-430c-8f50-33bfa70d128c',X'E27C59545C8281ADDA3A8D29349FA7118C5EA4CB228E7FF04C5A08A27F41DF90');
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
) STRICT;
INSERT INTO "person" VALUES('00000020-0000-4000-8000-000000000000','Aubry','Maryse','','00000004-0000-4000-8000-000000000000','4127','',NULL,'aubry maryse','hand',X'45404D455AF59922FFB5434DA3E04454CAB968A75B2709E3E558D5F8FC9D202C');
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
INSERT INTO "printed_sheet" VALUES('7a1479fc-ce61-48d7-adaf-0aee4073856d','00000033-0000-4000-8000-000000000000','00000034-0000-4000-8000-000000000000',0,2,X'5360D3C9B462B42B8CDCADB41A0EC4BEACC3714640968025D0F3EBF4DD4DB9B1');
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
INSERT INTO "printer" VALUES('deb7e1fa-baf7-41e8-8a22-706d759260f9','00000004-0000-4000-8000-000000000000','HP-12','Poste de soins','',1,NULL,NULL,'',NULL,'hand',X'45C12A15C8F5910C523E8F039E109F3812BD6F7896D526DACC7EAD1D0A712E8D');
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
INSERT INTO "release_live" VALUES('6f65c8da-7fbf-404a-a95e-d848a343e660','00000014-0000-4000-8000-000000000000','00000002-0000-4000-8000-000000000000','2026-05-01','2026-11-22T09:00:00+00:00',NULL,'',X'7360026B5680FF3637184BBB7CB3691DCA60124B32BC5C5A6CE7706AE954EE7A');
INSERT INTO "release_live" VALUES('746a0bce-a7ea-4ec0-826d-902dad933d21','00000015-0000-4000-8000-000000000000','00000002-0000-4000-8000-000000000000','2026-05-20','2026-11-22T09:00:00+00:00',NULL,'',X'22BEF7F52647BF9852B010F9EF794F55BF1016B086D49E90CA86120A2BCD6D5F');
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
INSERT INTO "sending" VALUES('70688b10-adc8-4efb-857e-ffe446a754bc','00000033-0000-4000-8000-000000000000','HP-12','HP-12-4','M. Aubry','2026-11-03','2026-11-22T09:00:00+00:00',NULL,'',X'5636A25CC6FB49113E54993091BD8185B317DFC95D7E8B803FB393F6597A2F0C');
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
INSERT INTO "sheet_code" VALUES('9f37c6a7-8654-4213-ac93-99be89b8dcbd','00000004-0000-4000-8000-000000000000','PRE-01','procedure:x','2026-11-22T09:00:00+00:00',X'931E054BE48F3B25DC8BA4EC985CF8170643C1F927A81E34145947BFCB67A3C4');
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
INSERT INTO "shelf_check" VALUES('b6266f76-f1d9-41e7-a3eb-c7e7e4b234dd','00000035-0000-4000-8000-000000000000','00000032-0000-4000-8000-000000000000','M. Aubry','2026-11-10','2026-11-22T09:00:00+00:00',NULL,'',X'7BFE8D2D5251FCEE097C358F1253EE30D957E3FB01DCF51431B6149C58410031');
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
INSERT INTO "software_alias" VALUES('c4e2ad75-a5d6-4ee1-802f-d58b9063fed4','00000013-0000-4000-8000-000000000000','DOSSIER +','dossier+',X'6C8FF45E466E8130D3B1FD7E3AFDE676391494BD868474DD13E0EA06925275C5');
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
INSERT INTO "upper_decision" VALUES('03c5fff3-cdc0-4c84-8ef3-4867af71041a','00000022-0000-4000-8000-000000000000','00000023-0000-4000-8000-000000000000','kept','M. Aubry','2026-11-12','2026-11-22T09:00:00+00:00',NULL,'',X'6F87407B7AB4ABD88E194260122E50778DBDCB55647D6D285DAF2B585167BF09');
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
INSERT INTO "vendor_alias" VALUES('7fe57bca-830c-4e26-94b3-3799dc63712f','00000012-0000-4000-8000-000000000000','EDITEUR A','editeura',X'2B822E6F332C0BEFC10218A3DDC574F5C7698237F281ED96C5A99611F1D7226D');
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
INSERT INTO "verification" VALUES('43588c86-50f5-4a9d-b746-bb7af3d20adc','00000023-0000-4000-8000-000000000000','00000014-0000-4000-8000-000000000000','00000004-0000-4000-8000-000000000000','worked','','2026-05-03','2026-11-22T09:00:00+00:00',NULL,'',X'160350B2600FBC7B719B4D54E6C4668F683A6D5242CB965506E9C64D75F1C3AB','','','');
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
INSERT INTO "withdrawal" VALUES('2d68148f-6a23-4d8f-9fb5-5fc1ccea4a40','00000023-0000-4000-8000-000000000000','M. Aubry','2026-11-12','2026-11-22T09:00:00+00:00',NULL,'Remplacée',X'E93890A035473664605E120E27DE97B1F62BC0FAF6586C0FF76B0E16358AFE4E');
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
