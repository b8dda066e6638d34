"""Records on disk: the format that any extractor may write, and the log of all that came in."""

from loaders.records.jsonl import RecordError, decode, encode, explain, write_records

__all__ = ["RecordError", "decode", "encode", "explain", "write_records"]
