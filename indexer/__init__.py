"""Chain in, rows out: follow the contracts' events; the tables equal the canonical chain."""
