-- What Subsquid's own migration would make of the model in lib/model.js.
CREATE TABLE transfer (
    id character varying PRIMARY KEY,
    block integer NOT NULL,
    work numeric NOT NULL,
    sender text NOT NULL,
    recipient text NOT NULL
);
CREATE TABLE sale (
    id character varying PRIMARY KEY,
    block integer NOT NULL,
    work numeric NOT NULL,
    seller text NOT NULL,
    buyer text NOT NULL,
    "order" text NOT NULL,
    currency text NOT NULL,
    price numeric NOT NULL,
    fee numeric NOT NULL,
    royalty numeric NOT NULL,
    artist text NOT NULL
);
