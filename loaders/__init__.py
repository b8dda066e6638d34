"""From files to records, and from records to the graph."""
