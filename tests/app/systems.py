"""What the reports of `grade` must be, by the documents of each system that reads them."""
import json

import jsonschema

from grading import ROOT

with open(ROOT / "grader/class/schema/mark.schema.json", encoding="utf-8") as schema_file:
    MARK = jsonschema.Draft202012Validator(json.load(schema_file))

# By the documents of each system: the fields that it reads, and no others.
TEXT = {"type": "string"}
SCORE = {"type": "number", "minimum": 0}
GRADESCOPE = jsonschema.Draft202012Validator({
    "type": "object", "additionalProperties": False, "required": ["score", "tests"],
    "properties": {
        "score": SCORE, "execution_time": SCORE, "output": TEXT,
        "output_format": {"enum": ["text", "html", "simple_format", "md", "ansi"]},
        "test_output_format": {"enum": ["text", "html", "simple_format", "md", "ansi"]},
        "visibility": {"enum": ["hidden", "after_due_date", "after_published", "visible"]},
        "stdout_visibility": {"enum": ["hidden", "after_due_date", "after_published", "visible"]},
        "extra_data": {"type": "object"}, "leaderboard": {"type": "array"},
        "tests": {"type": "array", "minItems": 1, "items": {
            "type": "object", "additionalProperties": False,
            "required": ["score", "max_score", "status", "name", "number"],
            "properties": {
                "score": SCORE, "max_score": SCORE, "status": {"enum": ["passed", "failed"]},
                "name": TEXT, "number": {"type": "string", "pattern": r"^\d+(\.\d+)*$"},
                "output": TEXT, "tags": {"type": "array", "items": TEXT},
                "output_format": {"enum": ["text", "html", "simple_format", "md", "ansi"]},
                "visibility": {"enum": ["hidden", "after_due_date", "after_published", "visible"]},
                "extra_data": {"type": "object"}}}}}})
PRAIRIELEARN = jsonschema.Draft202012Validator({
    "type": "object", "additionalProperties": False,
    "properties": {
        "gradable": {"type": "boolean"}, "score": {"type": "number", "minimum": 0, "maximum": 1},
        "message": TEXT, "output": TEXT, "images": {"type": "array"},
        "format_errors": {"type": "array", "items": TEXT},
        "tests": {"type": "array", "minItems": 1, "items": {
            "type": "object", "additionalProperties": False,
            "required": ["name", "points", "max_points"],  # else none are shown
            "properties": {"name": TEXT, "description": TEXT, "points": SCORE,
                           "max_points": SCORE, "message": TEXT, "output": TEXT}}}},
    "if": {"properties": {"gradable": {"const": False}}, "required": ["gradable"]},
    "then": {"required": ["format_errors"], "not": {"required": ["score"]}},
    "else": {"required": ["score", "tests"]}})
