PRAGMA foreign_keys = ON;

CREATE TABLE IF NOT EXISTS sequences (
    id     INTEGER PRIMARY KEY AUTOINCREMENT,
    name   TEXT NOT NULL,
    status TEXT NOT NULL DEFAULT 'New' CHECK (status IN ('New', 'Active', 'Paused', 'Archived'))
) STRICT;

CREATE TABLE IF NOT EXISTS steps (
    id          INTEGER PRIMARY KEY AUTOINCREMENT,
    sequence_id INTEGER NOT NULL REFERENCES sequences,
    type        TEXT NOT NULL,
    subject     TEXT,
    delay_days  INTEGER NOT NULL
) STRICT;

CREATE INDEX IF NOT EXISTS steps_of_sequence ON steps (sequence_id);

CREATE TABLE IF NOT EXISTS contacts (
    id    INTEGER PRIMARY KEY AUTOINCREMENT,
    email TEXT NOT NULL COLLATE NOCASE UNIQUE
) STRICT;

CREATE TABLE IF NOT EXISTS sequence_contacts (
    sequence_id INTEGER NOT NULL REFERENCES sequences,
    contact_id  INTEGER NOT NULL REFERENCES contacts,
    PRIMARY KEY (sequence_id, contact_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE IF NOT EXISTS sequence_folders (
    id   INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL COLLATE NOCASE UNIQUE
) STRICT;
