-- The store, schema version 1. One file, written by one process at a time and read by many.
--
-- The truth of an article is its title and body and the JSON in `articles.record`; the truth of an event,
-- a statement or a place is the JSON in its own `record`. Every other column is derived from those when the
-- article is written, so that it can be searched. Offsets count characters of title + blank line + body.

CREATE TABLE meta (
    name  TEXT PRIMARY KEY,
    value TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE runs (
    id       INTEGER PRIMARY KEY,
    started  TEXT NOT NULL,              -- ISO 8601, UTC
    finished TEXT,                       -- NULL: still going, or killed
    version  TEXT NOT NULL,              -- of Bede
    options  TEXT NOT NULL DEFAULT '{}', -- JSON
    read     INTEGER NOT NULL DEFAULT 0,
    coded    INTEGER NOT NULL DEFAULT 0,
    already  INTEGER NOT NULL DEFAULT 0,
    skipped  INTEGER NOT NULL DEFAULT 0,
    events   INTEGER NOT NULL DEFAULT 0
);

CREATE TABLE skipped (
    id     INTEGER PRIMARY KEY,
    run    INTEGER REFERENCES runs (id),
    source TEXT NOT NULL,                -- file, and line or row
    reason TEXT NOT NULL
);

CREATE TABLE articles (
    key       INTEGER PRIMARY KEY AUTOINCREMENT,  -- never used twice: an article coded anew gets a new one
    id        TEXT NOT NULL UNIQUE,
    title     TEXT NOT NULL,
    body      TEXT NOT NULL,
    record    TEXT NOT NULL,             -- the article's other fields, JSON
    outlet    TEXT,
    agency    TEXT,                      -- the agency that wrote the copy
    published TEXT,                      -- ISO 8601
    language  TEXT NOT NULL,
    url       TEXT,
    source    TEXT,
    version   TEXT NOT NULL,             -- of the coder
    run       INTEGER REFERENCES runs (id)
);
CREATE INDEX articles_published ON articles (published);

CREATE VIRTUAL TABLE article_text USING fts5 (
    title, body, content = 'articles', content_rowid = 'key', tokenize = 'unicode61 remove_diacritics 2'
);

CREATE TABLE events (
    key        INTEGER PRIMARY KEY AUTOINCREMENT,
    id         TEXT NOT NULL UNIQUE,
    article    INTEGER NOT NULL REFERENCES articles (key) ON DELETE CASCADE,
    position   INTEGER NOT NULL,         -- order within the article
    record     TEXT NOT NULL,            -- the event as the coder wrote it, JSON; reviews never change it
    type       TEXT NOT NULL,
    modes      TEXT NOT NULL,            -- each between spaces: ' expel bar '
    contexts   TEXT NOT NULL,            -- likewise
    quad       INTEGER NOT NULL,
    intensity  REAL NOT NULL,
    date       TEXT,                     -- as precise as the text allows
    first_day  TEXT,                     -- the first and last day that `date` can mean
    last_day   TEXT,
    factuality TEXT NOT NULL,
    historical INTEGER NOT NULL,
    agency     TEXT,
    confidence REAL NOT NULL
);
CREATE INDEX events_article ON events (article, position);
CREATE INDEX events_day ON events (first_day);
CREATE INDEX events_type ON events (type);

CREATE TABLE entities (
    event    INTEGER NOT NULL REFERENCES events (key) ON DELETE CASCADE,
    side     TEXT NOT NULL,              -- actor, recipient or source (whose word it is)
    position INTEGER NOT NULL,
    name     TEXT,
    words    TEXT,
    country  TEXT,
    sectors  TEXT NOT NULL,              -- each between spaces
    entity   TEXT,                       -- identifier, Wikidata where known
    folded   TEXT NOT NULL               -- name and words in lower case, to search in
);
CREATE INDEX entities_event ON entities (event, side);
CREATE INDEX entities_country ON entities (country);
CREATE INDEX entities_entity ON entities (entity);

CREATE TABLE mentions (
    event INTEGER NOT NULL REFERENCES events (key) ON DELETE CASCADE,
    field TEXT NOT NULL,                 -- trigger, mention, sentence, or the field that the words support
    start INTEGER NOT NULL,
    stop  INTEGER NOT NULL
);
CREATE INDEX mentions_event ON mentions (event);

CREATE TABLE statements (
    article  INTEGER NOT NULL REFERENCES articles (key) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    record   TEXT NOT NULL,
    speaker  TEXT,                       -- resolved name
    words    TEXT,
    country  TEXT,
    kind     TEXT NOT NULL,
    start    INTEGER NOT NULL,           -- of the content
    stop     INTEGER NOT NULL,
    PRIMARY KEY (article, position)
) WITHOUT ROWID;

CREATE TABLE places (
    article     INTEGER NOT NULL REFERENCES articles (key) ON DELETE CASCADE,
    event       INTEGER REFERENCES events (key) ON DELETE CASCADE,  -- NULL: a place that the article names
    position    INTEGER NOT NULL,
    record      TEXT NOT NULL,
    name        TEXT,
    words       TEXT,
    country     TEXT,
    lat         REAL,
    lon         REAL,
    geonames_id INTEGER,
    feature     TEXT,
    folded      TEXT NOT NULL
);
CREATE INDEX places_article ON places (article, position);
CREATE INDEX places_event ON places (event);
CREATE INDEX places_country ON places (country);

-- What people decided about events. The machine's record stays in `events`, and in `machine` as it was when
-- the review was made, so coding an article again loses neither.
CREATE TABLE reviews (
    id       INTEGER PRIMARY KEY,
    event    TEXT NOT NULL,              -- event id
    article  TEXT NOT NULL,              -- article id
    made     TEXT NOT NULL,
    reviewer TEXT NOT NULL,
    verdict  TEXT NOT NULL,
    machine  TEXT NOT NULL,
    human    TEXT,
    note     TEXT
);
CREATE INDEX reviews_event ON reviews (event);
