"""What people like, asked with their consent: choices, ratings and feelings, and what follows."""
