"""Saved questions: one `.cypher` file each, and the catalogue that checks and runs them."""
