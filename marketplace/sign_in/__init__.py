"""Who is there: people prove an address by a signature and are remembered by a cookie."""
