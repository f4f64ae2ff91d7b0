"""Validates FHIR R4 as others do: the classes of fhir.resources (R4B, which has the resources of R4 as they are used here) and the
JSON schema that HL7 publishes for R4.

    python fhir_validate.py SCHEMA FOLDER_OR_BUNDLE ...

SCHEMA is fhir.schema.json of R4 (http://hl7.org/fhir/json-schema/4.0). A folder holds one ndjson file for each kind of resource, a
bundle is one file. Every line is checked; with the first fault of each kind everything else is counted, and the end is not zero.
"""

import collections
import importlib
import json
import pathlib
import sys

import jsonschema

KINDS = {
    "Patient", "ServiceRequest", "CarePlan", "Goal", "Appointment", "Encounter", "Procedure", "Observation",
    "QuestionnaireResponse", "ClinicalImpression", "Composition", "Consent", "AuditEvent", "Provenance",
}


class Validators:
    def __init__(self, schema):
        self.schema = json.loads(pathlib.Path(schema).read_text(encoding="utf-8"))
        assert self.schema["id"].endswith("/json-schema/4.0"), "this is not the schema of R4"
        self.by_kind = {}

    def of(self, kind):
        if kind not in self.by_kind:
            module = importlib.import_module(f"fhir.resources.R4B.{kind.lower()}")
            part = {"$schema": self.schema["$schema"], "$ref": f"#/definitions/{kind}", "definitions": self.schema["definitions"]}
            self.by_kind[kind] = (getattr(module, kind), jsonschema.Draft6Validator(part))
        return self.by_kind[kind]

    def faults(self, resource):
        model, schema = self.of(resource["resourceType"])
        try:
            read = model.model_validate(resource)
            yield from wrong_codes(read, resource["resourceType"])
        except ValueError as fault:
            yield f"fhir.resources: {fault}"
        for fault in schema.iter_errors(resource):
            yield f"schema: {'/'.join(map(str, fault.absolute_path))}: {fault.message[:300]}"


def wrong_codes(read, where):
    """fhir.resources knows the codes that a required value set allows, and leaves it to others to look."""
    for name, field in type(read).model_fields.items():
        value = getattr(read, name, None)
        allowed = (field.json_schema_extra or {}).get("enum_values")
        at = f"{where}.{name}"
        for one in value if isinstance(value, list) else [value]:
            if allowed and isinstance(one, str) and one not in allowed:
                yield f"codes: {at}: {one} is not one of {allowed}"
            if hasattr(type(one), "model_fields"):
                yield from wrong_codes(one, at)


def references(value):
    if isinstance(value, dict):
        if isinstance(value.get("reference"), str):
            yield value["reference"]
        for held in value.values():
            yield from references(held)
    elif isinstance(value, list):
        for held in value:
            yield from references(held)


def read(path):
    """The resources of a folder or a bundle; a bundle also as a resource of its own."""
    path = pathlib.Path(path)
    if path.is_dir():
        for file in sorted(path.glob("*.ndjson")):
            with file.open(encoding="utf-8") as lines:
                for line in lines:
                    yield json.loads(line)
    else:
        bundle = json.loads(path.read_text(encoding="utf-8"))
        yield bundle
        for entry in bundle["entry"]:
            yield entry["resource"]


def main(schema, paths):
    validators = Validators(schema)
    bad = False
    for path in paths:
        counts, faults, first = collections.Counter(), collections.Counter(), {}
        known, wanted = set(), set()
        for resource in read(path):
            kind = resource["resourceType"]
            counts[kind] += 1
            known.add(f"{kind}/{resource.get('id')}")
            if kind != "Bundle":
                wanted.update(references(resource))
            for fault in validators.faults(resource):
                faults[kind] += 1
                first.setdefault(kind, fault)
        for reference in sorted(wanted - known):
            faults["references"] += 1
            first.setdefault("references", f"{reference} leads out")
        if pathlib.Path(path).is_dir() and set(counts) != KINDS:
            faults["kinds"] += 1
            first["kinds"] = f"expected {sorted(KINDS)}, found {sorted(counts)}"
        for kind, fault in first.items():
            print(f"{path}: {kind}: {faults[kind]} faults, the first: {fault}", file=sys.stderr)
        print(f"{path}: {sum(counts.values())} resources, {sum(faults.values())} faults: {dict(sorted(counts.items()))}")
        bad |= bool(faults) or not counts
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2:]))
