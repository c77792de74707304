"""Offers: what bidders sign about a work or any work, until an owner takes it."""
