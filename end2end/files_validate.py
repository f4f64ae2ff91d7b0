"""Reads files as others do: workbooks with openpyxl, CSV with Python's own reader, calendars with icalendar.

    python files_validate.py FOLDER

Of NAME.csv and NAME.xlsx in the folder each must hold the same rows, no cell a formula; each NAME.ics must be a calendar with events
that have what a client needs.
"""

import csv
import pathlib
import sys

import icalendar
import openpyxl

FORMULA = ("=", "+", "-", "@", "\t", "\r")


def text(cell):
    return "" if cell is None else str(cell)


def check_list(table, book):
    with table.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file))
    assert rows and all(len(row) == len(rows[0]) for row in rows), "rows of different lengths"
    assert all(name.strip() for name in rows[0]) and len(set(rows[0])) == len(rows[0]), f"heads of columns: {rows[0]}"
    sheet = openpyxl.load_workbook(book, read_only=False).active
    held = [[text(cell.value) for cell in row] for row in sheet.iter_rows()]
    assert all(cell.data_type in "sn" for row in sheet.iter_rows() for cell in row), "a cell is a formula"
    for row in rows[1:]:
        for cell in row:
            harmless = cell.lstrip("-").isdigit()
            assert harmless or not cell.startswith(FORMULA), f"a cell would be a formula: {cell}"
    plain = [[cell[1:] if cell.startswith("'") and cell[1:].startswith(FORMULA) else cell for cell in row] for row in rows]
    # A line end within a cell is one sign in a workbook.
    plain = [[cell.replace("\r\n", "\n").replace("\r", "\n") for cell in row] for row in plain]
    assert [[cell.replace("\r\n", "\n") for cell in row] for row in held] == plain, "CSV and workbook differ"
    return len(rows) - 1


def check_calendar(path):
    calendar = icalendar.Calendar.from_ical(path.read_bytes())
    assert not calendar.errors and calendar["VERSION"] == "2.0" and calendar["PRODID"]
    events = calendar.walk("VEVENT")
    for event in events:
        assert not event.errors, event.errors
        for name in ("UID", "DTSTAMP", "DTSTART", "DTEND", "SUMMARY"):
            assert event.get(name) is not None, f"an event has no {name}"
        assert event.decoded("DTSTART") < event.decoded("DTEND")
    assert len({str(event["UID"]) for event in events}) == len(events), "two events have one UID"
    return len(events)


def main(folder):
    folder, bad = pathlib.Path(folder), 0
    work = [(path.name, check_list, (path, path.with_suffix(".xlsx"))) for path in sorted(folder.glob("*.csv"))]
    work += [(path.name, check_calendar, (path,)) for path in sorted(folder.glob("*.ics"))]
    for name, check, arguments in work:
        try:
            print(f"{name}: {check(*arguments)}")
        except (AssertionError, ValueError, KeyError) as fault:
            bad += 1
            print(f"{name}: {fault}", file=sys.stderr)
    print(f"{len(work)} files, {bad} refused")
    return 1 if bad or not work else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
