"""Show people what the stages know, as pages."""
