//! Comma-separated values as RFC 4180 has them, in UTF-8 with its mark at the beginning: without it the most used spreadsheet
//! takes `ë` and `š` for other letters.

use super::Value;

pub(super) fn begin(headers: &[String]) -> Vec<u8> {
    let mut out = "\u{feff}".as_bytes().to_vec();
    line(&mut out, headers.iter().map(|header| guarded(header)));
    out
}

pub(super) fn row(out: &mut Vec<u8>, row: &[Value]) {
    line(
        out,
        row.iter().map(|value| match value {
            Value::Text(text) => guarded(text),
            Value::Number(number) => number.to_string(),
        }),
    );
}

fn line(out: &mut Vec<u8>, cells: impl Iterator<Item = String>) {
    for (n, cell) in cells.enumerate() {
        if n > 0 {
            out.push(b',');
        }
        out.extend(quoted(&cell).as_bytes());
    }
    out.extend(b"\r\n");
}

/// A text that a spreadsheet would take for a formula begins with an apostrophe, which makes it a text again.
fn guarded(text: &str) -> String {
    if text.starts_with(['=', '+', '-', '@', '\t', '\r', '\n']) { format!("'{text}") } else { text.to_owned() }
}

fn quoted(cell: &str) -> String {
    if cell.contains(['"', ',', ';', '\r', '\n', '\t']) {
        format!("\"{}\"", cell.replace('"', "\"\""))
    } else {
        cell.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_quoted_and_never_formulas() {
        for (cell, expected) in [
            (Value::from("Kitchen"), "Kitchen"),
            (Value::from("Health unit, A"), "\"Health unit, A\""),
            (Value::from("say \"so\""), "\"say \"\"so\"\"\""),
            (Value::from("two\nlines"), "\"two\nlines\""),
            (Value::from("=1+1"), "'=1+1"),
            (Value::from("+383 44"), "'+383 44"),
            (Value::from("-2"), "'-2"),
            (Value::from("@SUM(A1)"), "'@SUM(A1)"),
            (Value::from("\t=1"), "\"'\t=1\""),
            (Value::from("\r=1"), "\"'\r=1\""),
            (Value::from("=cmd|' /C calc'!A0,x"), "\"'=cmd|' /C calc'!A0,x\""),
            (Value::from("ë š đ"), "ë š đ"),
            (Value::Number(-2), "-2"),
        ] {
            let mut out = Vec::new();
            row(&mut out, &[cell, Value::Number(1)]);
            assert_eq!(String::from_utf8(out).unwrap(), format!("{expected},1\r\n"));
        }
    }

    #[test]
    fn a_reader_of_the_format_finds_what_was_written() {
        let mut out = begin(&["Name, A".to_owned(), "B".to_owned()]);
        row(&mut out, &[Value::from("x \"y\"\r\nz"), Value::from(";")]);
        let text = String::from_utf8(out).unwrap();
        let mut reader = ::csv::Reader::from_reader(text.trim_start_matches('\u{feff}').as_bytes());
        assert_eq!(reader.headers().unwrap(), vec!["Name, A", "B"]);
        assert_eq!(reader.records().next().unwrap().unwrap(), vec!["x \"y\"\r\nz", ";"]);
    }
}
