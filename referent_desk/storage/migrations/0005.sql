-- A degraded mode that is alive: submitted, approved, tried, practised, due again. Frozen once
-- released. Facts carry the day that they are true of and the moment they were written down.

-- Months from an approval to the next review; empty: a year.
ALTER TABLE "procedure" ADD COLUMN review_months INTEGER CHECK (review_months BETWEEN 1 AND 60);

-- Since when somebody, or a line of the directory, is known; empty: since before this was kept.
ALTER TABLE person ADD COLUMN recorded_at TEXT NOT NULL DEFAULT '';
ALTER TABLE directory_entry ADD COLUMN recorded_at TEXT NOT NULL DEFAULT '';

-- A draft that was submitted: when, by whom, and the SHA-256 of the text that was. Another text
-- since then is a draft again. Of an approval: the approver's role, its reference among the
-- hospital's documents, and why author and approver are one person, where they are.
ALTER TABLE revision ADD COLUMN submitted_on TEXT;
ALTER TABLE revision ADD COLUMN submitted_by TEXT NOT NULL DEFAULT '';
ALTER TABLE revision ADD COLUMN submitted_mark TEXT NOT NULL DEFAULT '';
ALTER TABLE revision ADD COLUMN approver_role TEXT NOT NULL DEFAULT '';
ALTER TABLE revision ADD COLUMN approval_reference TEXT NOT NULL DEFAULT '';
ALTER TABLE revision ADD COLUMN exception TEXT NOT NULL DEFAULT '';

-- What the lists of all departments read of revisions, whose texts are long.
CREATE INDEX revision_in_short
    ON revision (procedure_id, id, state, number, approved_on, in_force_on, review_due_on);
CREATE INDEX revision_naming_means ON revision (id) WHERE instr(text, '"means":[') > 0;

-- What the same lists read of procedures and of trials, in the order in which they need it.
CREATE INDEX procedure_in_short
    ON "procedure" (id, owner_id, function_id, software_id, closed_on, review_months);
DROP INDEX verification_in_department;
CREATE INDEX verification_in_short ON verification
    (department_id, revision_id, valid_on, recorded_at, id, release_id, result, annuls_id);

-- 1: what the department uses the software for is held by no function, and makes no sheet.
ALTER TABLE deployment ADD COLUMN outside INTEGER CHECK (outside IN (0, 1));

-- What was seen when a procedure was tried, what must change, and the answers to the five questions
-- of the check: JSON, `yes`, `no` or `unknown` by code of the question.
ALTER TABLE verification ADD COLUMN seen TEXT NOT NULL DEFAULT '';
ALTER TABLE verification ADD COLUMN to_change TEXT NOT NULL DEFAULT '';
ALTER TABLE verification ADD COLUMN answers TEXT NOT NULL DEFAULT '';

-- What the call showed: right, no_answer or wrong.
ALTER TABLE dialling ADD COLUMN outcome TEXT NOT NULL DEFAULT '';

-- From `valid_on` on, neither this approved revision nor an earlier one of its procedure is in force.
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
CREATE INDEX withdrawal_of_revision ON withdrawal (revision_id);

-- A department has a version of its own (`procedure_id`); somebody looked at the approved revision
-- of the node above, and kept their own text or took the other into their draft.
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
CREATE INDEX upper_decision_of_procedure ON upper_decision (procedure_id);

-- What takes means down. A shipped one has a code; one of the home's own has none; one that stands
-- for a software bears its id and no name.
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
CREATE UNIQUE INDEX failure_domain_by_code ON failure_domain (code) WHERE code <> '';

-- When `leans_on_id` fails, `domain_id` fails with it. Circles are allowed and said.
CREATE TABLE domain_dependency (
    id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
    domain_id TEXT NOT NULL REFERENCES failure_domain (id),
    leans_on_id TEXT NOT NULL REFERENCES failure_domain (id),
    row_hash BLOB NOT NULL CHECK (length(row_hash) = 32),
    UNIQUE (domain_id, leans_on_id)
) STRICT;
CREATE INDEX domain_leant_on ON domain_dependency (leans_on_id);

-- What a step leans on, known at a node for itself and everything below it.
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
CREATE UNIQUE INDEX open_means ON means (node_id, folded) WHERE closed_on IS NULL;
CREATE INDEX means_of_software ON means (software_id) WHERE software_id IS NOT NULL;

CREATE TABLE means_dependency (
    id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
    means_id TEXT NOT NULL REFERENCES means (id),
    domain_id TEXT NOT NULL REFERENCES failure_domain (id),
    row_hash BLOB NOT NULL CHECK (length(row_hash) = 32),
    UNIQUE (means_id, domain_id)
) STRICT;
CREATE INDEX means_leaning_on ON means_dependency (domain_id);

-- Somebody of the staff has read or practised a revision. `person_id` is empty for a name that was
-- written on the sheet and is nobody known.
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
CREATE INDEX acknowledgement_of_revision ON acknowledgement (revision_id, department_id);
CREATE INDEX acknowledgement_in_department ON acknowledgement (department_id);
CREATE INDEX acknowledgement_of_person ON acknowledgement (person_id) WHERE person_id IS NOT NULL;

-- A stop of a software that was announced for a node and everything below it.
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
CREATE INDEX maintenance_of_software ON maintenance (software_id, planned_on);
CREATE INDEX maintenance_of_node ON maintenance (node_id);

-- An exercise that is planned: one function in one shift with one complication.
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
CREATE INDEX drill_of_department ON drill (department_id, planned_on);
CREATE INDEX drill_of_software ON drill (software_id) WHERE software_id IS NOT NULL;
CREATE INDEX drill_of_maintenance ON drill (maintenance_id) WHERE maintenance_id IS NOT NULL;

-- It was held. `stopped_because` is empty where it was played to its end; `seconds` is its length.
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
CREATE INDEX run_of_drill ON drill_run (drill_id, valid_on);

-- One of the five timed tasks of a drill that was held.
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

-- What a drill that was held taught, in a few sentences; the newest that stands holds.
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
CREATE INDEX lesson_of_run ON lesson (drill_run_id);

CREATE TABLE finding (
    id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
    drill_run_id TEXT NOT NULL REFERENCES drill_run (id),
    position INTEGER NOT NULL,
    what TEXT NOT NULL,
    row_hash BLOB NOT NULL CHECK (length(row_hash) = 32),
    UNIQUE (drill_run_id, position)
) STRICT;

-- What must be done because of a verification or a finding: by whom, until when, done when.
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

-- Finding: means, drills and actions too, and room for tips, which come with the next step. The kinds
-- stand in a check of the table, which is made anew and filled again from the views.
DROP TABLE search_entry;
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
CREATE INDEX search_by_title ON search_entry (kind, title);

CREATE VIEW searched_means AS
SELECT m.id AS row_id, m.closed_on IS NOT NULL AS closed, folded(m.name) AS title,
    folded(m.place || ' ' || m.note || ' ' || spelled(m.name)) AS rest
FROM means AS m;

-- Planned or held, by what was played. The words by which one looks for a drill stand with each.
CREATE VIEW searched_drill AS
SELECT d.id AS row_id, d.closed_on IS NOT NULL AS closed, folded(f.name_fr) AS title,
    folded(f.name_en || ' exercice drill ' || d.complication || ' ' || d.led_by) AS rest
FROM drill AS d
JOIN function AS f ON f.id = d.function_id;

CREATE VIEW searched_action AS
SELECT a.id AS row_id, a.done_on IS NOT NULL OR a.closed_on IS NOT NULL AS closed,
    folded(a.what) AS title, folded(a.owner || ' action ' || a.outcome) AS rest
FROM "action" AS a;

INSERT INTO search_entry
SELECT (1 << 40) + row_number() OVER (ORDER BY row_id), 'node', * FROM searched_node;
INSERT INTO search_entry
SELECT (2 << 40) + row_number() OVER (ORDER BY row_id), 'software', * FROM searched_software;
INSERT INTO search_entry
SELECT (3 << 40) + row_number() OVER (ORDER BY row_id), 'person', * FROM searched_person;
INSERT INTO search_entry
SELECT (4 << 40) + row_number() OVER (ORDER BY row_id), 'procedure', * FROM searched_procedure;
INSERT INTO search_entry
SELECT (5 << 40) + row_number() OVER (ORDER BY row_id), 'function', * FROM searched_function;
INSERT INTO search_entry
SELECT (6 << 40) + row_number() OVER (ORDER BY row_id), 'directory_entry', *
FROM searched_directory_entry;
INSERT INTO search_start (search_start) VALUES ('rebuild');
INSERT INTO search_inside (search_inside) VALUES ('rebuild');
INSERT INTO search_title (search_title) VALUES ('rebuild');
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
