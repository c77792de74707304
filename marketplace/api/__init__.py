"""What integrators read: every resource of the marketplace, declared once, each page one query."""
