"""What prepares a checkout and checks it, with the standard library alone."""
