"""What follows from the schema of the profile: JSON Schema, starter profile, reference table."""

from __future__ import annotations

from policygen.schema.json_schema import json_schema, json_schema_text
from policygen.schema.reference import reference_table
from policygen.schema.starter import starter

__all__ = ["json_schema", "json_schema_text", "reference_table", "starter"]
