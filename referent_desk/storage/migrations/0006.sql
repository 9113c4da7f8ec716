-- The referent: proposed, appointed, present, skilled, helping, succeeded. Frozen once released.
-- Dates are ISO 8601 texts; of nobody is it kept why they are away.

-- Empty: the same hours every week. Else the Monday of the first of the weeks that `working_hours`
-- names one after the other, separated by " | ".
ALTER TABLE person ADD COLUMN week_one TEXT NOT NULL DEFAULT '';
-- The day on which the name is to be erased, and the day on which it was.
ALTER TABLE person ADD COLUMN erase_on TEXT;
ALTER TABLE person ADD COLUMN erased_on TEXT;

ALTER TABLE appointment ADD COLUMN appointed_by TEXT NOT NULL DEFAULT '';
-- 1: came forward, 0: was designated, empty: not known.
ALTER TABLE appointment ADD COLUMN volunteer INTEGER CHECK (volunteer IN (0, 1));
ALTER TABLE appointment ADD COLUMN minutes_a_week INTEGER CHECK (minutes_a_week BETWEEN 0 AND 6000);
ALTER TABLE appointment ADD COLUMN ended_because TEXT NOT NULL DEFAULT '';

-- Facts of the contract; the three questions of Clausier Santé O-3.11: a manual mode, data extracted
-- regularly, printable in the original layout. Empty: not known.
ALTER TABLE software ADD COLUMN contract_reference TEXT NOT NULL DEFAULT '';
ALTER TABLE software ADD COLUMN contract_ends_on TEXT;
ALTER TABLE software ADD COLUMN manual_mode INTEGER CHECK (manual_mode IN (0, 1));
ALTER TABLE software ADD COLUMN data_extracted INTEGER CHECK (data_extracted IN (0, 1));
ALTER TABLE software ADD COLUMN original_layout INTEGER CHECK (original_layout IN (0, 1));

-- 1: a name on the printed sheet was erased since; `body_hash` stays that of what was printed.
ALTER TABLE sheet_revision ADD COLUMN erased INTEGER CHECK (erased IN (0, 1));

-- Somebody is asked to be referent. Accepted, it leads to an appointment.
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
CREATE INDEX proposal_of_department ON proposal (department_id, answer);
CREATE INDEX proposal_of_person ON proposal (person_id);
CREATE INDEX proposal_accepted ON proposal (appointment_id) WHERE appointment_id IS NOT NULL;

-- What a referent is asked to have reached by a day.
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
CREATE INDEX objective_of_appointment ON objective (appointment_id, due_on);

-- The text of a letter or certificate as it was edited; the newest of a kind and year holds.
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

-- The last day is included.
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
CREATE INDEX absence_of_person ON absence (person_id, until);

-- A training was held. `release_id`: on which version; `valid_until`: the last day that it counts.
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
CREATE INDEX training_of_software ON training (software_id, valid_on);
CREATE INDEX training_in_department ON training (department_id) WHERE department_id IS NOT NULL;
CREATE INDEX training_annulled ON training (annuls_id) WHERE annuls_id IS NOT NULL;

-- Who took part, and what they are able to do since; empty: nothing was said of it.
CREATE TABLE attendance (
    id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
    training_id TEXT NOT NULL REFERENCES training (id),
    person_id TEXT REFERENCES person (id),
    name TEXT NOT NULL,
    level TEXT NOT NULL CHECK (level IN ('', 'uses', 'helps', 'trains')),
    row_hash BLOB NOT NULL CHECK (length(row_hash) = 32)
) STRICT;
CREATE INDEX attendance_of_training ON attendance (training_id);
CREATE INDEX attendance_of_person ON attendance (person_id) WHERE person_id IS NOT NULL;

-- What somebody is able to do with a software, as they or their referent say, since the day.
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
CREATE INDEX skill_on_software ON skill (software_id);

-- A line of the list for those who arrive in a department.
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
CREATE INDEX arrival_item_of_department ON arrival_item (department_id, position);

-- It was done with somebody who arrived.
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
CREATE INDEX arrival_tick_of_person ON arrival_tick (person_id);
CREATE INDEX arrival_tick_of_item ON arrival_tick (item_id);

-- Help that was given. `asked`: what was asked; `helped`: what helped; `outcome`: solved, or still
-- open, or whose it is now.
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
CREATE INDEX help_in_department ON help_entry (department_id, valid_on);
CREATE INDEX help_with_software ON help_entry (software_id, valid_on);
CREATE INDEX help_annulled ON help_entry (annuls_id) WHERE annuls_id IS NOT NULL;

-- What is good to know of a software; `node_id` empty: everywhere.
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
CREATE INDEX tip_of_software ON tip (software_id, folded);
CREATE INDEX tip_of_node ON tip (node_id) WHERE node_id IS NOT NULL;

-- A trouble handed over to IT or the vendor. `begun`: since when, as it was said; `reference`: the
-- number that it bears with them.
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
CREATE INDEX ticket_of_department ON ticket (department_id, settled_on);
CREATE INDEX ticket_about_software ON ticket (software_id) WHERE software_id IS NOT NULL;
CREATE INDEX ticket_of_help ON ticket (help_entry_id) WHERE help_entry_id IS NOT NULL;

-- What users say to those who buy, about a software; the figures are reckoned anew each time.
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

-- A referent hands over. `password_place`: where they are kept, never what they are.
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
CREATE INDEX handover_of_department ON handover (department_id);
CREATE INDEX handover_of_person ON handover (leaving_id);
CREATE INDEX handover_to_person ON handover (successor_id) WHERE successor_id IS NOT NULL;

-- `code`: a line of the program's own list; `what`: one of the ward's own.
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

-- Not empty only inside the transaction that puts a neutral label in the place of a name.
CREATE TABLE erasing (seq INTEGER NOT NULL PRIMARY KEY) STRICT;
DROP TRIGGER change_is_frozen;
CREATE TRIGGER change_is_frozen BEFORE UPDATE ON change
WHEN NOT EXISTS (SELECT 1 FROM erasing) BEGIN
    SELECT RAISE(ABORT, 'a fact is never altered');
END;
DROP TRIGGER approved_revision_is_frozen;
CREATE TRIGGER approved_revision_is_frozen BEFORE UPDATE ON revision
WHEN OLD.state = 'approved' AND NOT EXISTS (SELECT 1 FROM erasing) BEGIN
    SELECT RAISE(ABORT, 'an approved revision is never altered');
END;
DROP TRIGGER verification_is_frozen;
CREATE TRIGGER verification_is_frozen BEFORE UPDATE ON verification
WHEN NOT EXISTS (SELECT 1 FROM erasing) BEGIN
    SELECT RAISE(ABORT, 'a fact is never altered');
END;
DROP TRIGGER dialling_is_frozen;
CREATE TRIGGER dialling_is_frozen BEFORE UPDATE ON dialling
WHEN NOT EXISTS (SELECT 1 FROM erasing) BEGIN
    SELECT RAISE(ABORT, 'a fact is never altered');
END;
DROP TRIGGER sheet_revision_is_frozen;
CREATE TRIGGER sheet_revision_is_frozen BEFORE UPDATE ON sheet_revision
WHEN NOT EXISTS (SELECT 1 FROM erasing) BEGIN
    SELECT RAISE(ABORT, 'a fact is never altered');
END;
DROP TRIGGER print_run_is_frozen;
CREATE TRIGGER print_run_is_frozen BEFORE UPDATE ON print_run
WHEN NOT EXISTS (SELECT 1 FROM erasing) BEGIN
    SELECT RAISE(ABORT, 'a fact is never altered');
END;
DROP TRIGGER sending_is_frozen;
CREATE TRIGGER sending_is_frozen BEFORE UPDATE ON sending
WHEN NOT EXISTS (SELECT 1 FROM erasing) BEGIN
    SELECT RAISE(ABORT, 'a fact is never altered');
END;
DROP TRIGGER confirmation_is_frozen;
CREATE TRIGGER confirmation_is_frozen BEFORE UPDATE ON confirmation
WHEN NOT EXISTS (SELECT 1 FROM erasing) BEGIN
    SELECT RAISE(ABORT, 'a fact is never altered');
END;
DROP TRIGGER insertion_is_frozen;
CREATE TRIGGER insertion_is_frozen BEFORE UPDATE ON insertion
WHEN NOT EXISTS (SELECT 1 FROM erasing) BEGIN
    SELECT RAISE(ABORT, 'a fact is never altered');
END;
DROP TRIGGER shelf_check_is_frozen;
CREATE TRIGGER shelf_check_is_frozen BEFORE UPDATE ON shelf_check
WHEN NOT EXISTS (SELECT 1 FROM erasing) BEGIN
    SELECT RAISE(ABORT, 'a fact is never altered');
END;
DROP TRIGGER lot_is_frozen;
CREATE TRIGGER lot_is_frozen BEFORE UPDATE ON lot
WHEN NOT EXISTS (SELECT 1 FROM erasing) BEGIN
    SELECT RAISE(ABORT, 'a fact is never altered');
END;
DROP TRIGGER withdrawal_is_frozen;
CREATE TRIGGER withdrawal_is_frozen BEFORE UPDATE ON withdrawal
WHEN NOT EXISTS (SELECT 1 FROM erasing) BEGIN
    SELECT RAISE(ABORT, 'a fact is never altered');
END;
DROP TRIGGER upper_decision_is_frozen;
CREATE TRIGGER upper_decision_is_frozen BEFORE UPDATE ON upper_decision
WHEN NOT EXISTS (SELECT 1 FROM erasing) BEGIN
    SELECT RAISE(ABORT, 'a fact is never altered');
END;
DROP TRIGGER acknowledgement_is_frozen;
CREATE TRIGGER acknowledgement_is_frozen BEFORE UPDATE ON acknowledgement
WHEN NOT EXISTS (SELECT 1 FROM erasing) BEGIN
    SELECT RAISE(ABORT, 'a fact is never altered');
END;
DROP TRIGGER drill_run_is_frozen;
CREATE TRIGGER drill_run_is_frozen BEFORE UPDATE ON drill_run
WHEN NOT EXISTS (SELECT 1 FROM erasing) BEGIN
    SELECT RAISE(ABORT, 'a fact is never altered');
END;
DROP TRIGGER drill_task_is_frozen;
CREATE TRIGGER drill_task_is_frozen BEFORE UPDATE ON drill_task
WHEN NOT EXISTS (SELECT 1 FROM erasing) BEGIN
    SELECT RAISE(ABORT, 'a fact is never altered');
END;
DROP TRIGGER finding_is_frozen;
CREATE TRIGGER finding_is_frozen BEFORE UPDATE ON finding
WHEN NOT EXISTS (SELECT 1 FROM erasing) BEGIN
    SELECT RAISE(ABORT, 'a fact is never altered');
END;
DROP TRIGGER lesson_is_frozen;
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

-- Finding: tips too.
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
