//! A workbook of one sheet, written forwards only: each part of the archive is compressed as it comes and its length follows it,
//! so that rows can leave before the last one is known. Texts stand in the sheet as texts; nothing is ever a formula.

use std::io::Write as _;

use flate2::write::DeflateEncoder;
use flate2::{Compression, Crc};

use super::Value;

const CONTENT_TYPES: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>"#;
const RELS: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"#;
const WORKBOOK: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="Ergon" sheetId="1" r:id="rId1"/></sheets></workbook>"#;
const WORKBOOK_RELS: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>"#;
/// The head of the list stays in sight.
const SHEET_BEGIN: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><sheetData>"#;
const SHEET_END: &str = "</sheetData></worksheet>";
/// The longest text that a cell of a workbook holds.
const LONGEST: usize = 32_767;

/// One file of the archive that is complete.
struct Entry {
    name: &'static str,
    crc: u32,
    packed: u32,
    plain: u32,
    begins: u32,
}

/// The file that is being written.
struct Part {
    name: &'static str,
    begins: u32,
    crc: Crc,
    encoder: DeflateEncoder<Vec<u8>>,
}

pub(super) struct Workbook {
    out: Vec<u8>,
    /// Bytes that have left before `out`.
    gone: u32,
    entries: Vec<Entry>,
    sheet: Part,
}

impl Workbook {
    pub(super) fn begin(headers: &[String]) -> Self {
        let mut out = Vec::new();
        let mut entries = Vec::new();
        for (name, text) in [
            ("[Content_Types].xml", CONTENT_TYPES),
            ("_rels/.rels", RELS),
            ("xl/workbook.xml", WORKBOOK),
            ("xl/_rels/workbook.xml.rels", WORKBOOK_RELS),
        ] {
            let mut part = Part::begin(name, &mut out, 0);
            part.write(text);
            entries.push(part.finish(&mut out));
        }
        let mut sheet = Part::begin("xl/worksheets/sheet1.xml", &mut out, 0);
        sheet.write(SHEET_BEGIN);
        let mut book = Self { out, gone: 0, entries, sheet };
        book.row(&headers.iter().map(Value::from).collect::<Vec<_>>());
        book
    }

    pub(super) fn row(&mut self, row: &[Value]) {
        let cells: String = row.iter().map(cell).collect();
        self.sheet.write(&format!("<row>{cells}</row>"));
    }

    pub(super) fn take(&mut self) -> Vec<u8> {
        self.out.append(self.sheet.encoder.get_mut());
        let out = std::mem::take(&mut self.out);
        self.gone += length(out.len());
        out
    }

    pub(super) fn finish(mut self) -> Vec<u8> {
        self.sheet.write(SHEET_END);
        let mut out = self.out;
        self.entries.push(self.sheet.finish(&mut out));
        let begins = self.gone + length(out.len());
        for entry in &self.entries {
            out.extend(0x0201_4b50_u32.to_le_bytes());
            // Made by and needing version 2.0; lengths follow the data; deflated; the first day that the format knows.
            for number in [20_u16, 20, 8, 8, 0, 0x21] {
                out.extend(number.to_le_bytes());
            }
            for number in [entry.crc, entry.packed, entry.plain] {
                out.extend(number.to_le_bytes());
            }
            out.extend(u16::try_from(entry.name.len()).unwrap_or(0).to_le_bytes());
            // No extra field, no comment, the first disk, no attributes.
            out.extend([0_u8; 12]);
            out.extend(entry.begins.to_le_bytes());
            out.extend(entry.name.as_bytes());
        }
        let ends = self.gone + length(out.len());
        let count = u16::try_from(self.entries.len()).unwrap_or(0);
        out.extend(0x0605_4b50_u32.to_le_bytes());
        out.extend([0_u8; 4]);
        out.extend(count.to_le_bytes());
        out.extend(count.to_le_bytes());
        out.extend((ends - begins).to_le_bytes());
        out.extend(begins.to_le_bytes());
        out.extend([0_u8; 2]);
        out
    }
}

impl Part {
    fn begin(name: &'static str, out: &mut Vec<u8>, gone: u32) -> Self {
        let begins = gone + length(out.len());
        out.extend(0x0403_4b50_u32.to_le_bytes());
        for number in [20_u16, 8, 8, 0, 0x21] {
            out.extend(number.to_le_bytes());
        }
        out.extend([0_u8; 12]);
        out.extend(u16::try_from(name.len()).unwrap_or(0).to_le_bytes());
        out.extend([0_u8; 2]);
        out.extend(name.as_bytes());
        Self { name, begins, crc: Crc::new(), encoder: DeflateEncoder::new(Vec::new(), Compression::fast()) }
    }

    fn write(&mut self, text: &str) {
        self.crc.update(text.as_bytes());
        // What is written to is memory, which takes everything.
        let _ = self.encoder.write_all(text.as_bytes());
    }

    fn finish(mut self, out: &mut Vec<u8>) -> Entry {
        let _ = self.encoder.try_finish();
        let (plain, packed) = (u32::try_from(self.encoder.total_in()), u32::try_from(self.encoder.total_out()));
        out.append(self.encoder.get_mut());
        let entry = Entry {
            name: self.name,
            crc: self.crc.sum(),
            packed: packed.unwrap_or(u32::MAX),
            plain: plain.unwrap_or(u32::MAX),
            begins: self.begins,
        };
        out.extend(0x0807_4b50_u32.to_le_bytes());
        for number in [entry.crc, entry.packed, entry.plain] {
            out.extend(number.to_le_bytes());
        }
        entry
    }
}

fn length(bytes: usize) -> u32 {
    u32::try_from(bytes).unwrap_or(u32::MAX)
}

fn cell(value: &Value) -> String {
    match value {
        Value::Number(number) => format!("<c><v>{number}</v></c>"),
        Value::Text(text) => format!("<c t=\"inlineStr\"><is><t xml:space=\"preserve\">{}</t></is></c>", escaped(text)),
    }
}

/// As XML takes it. `_x0041_` would be read as a letter, so that its first sign is itself written so.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars().take(LONGEST) {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '\t' | '\n' => out.push(c),
            c if c.is_control() || matches!(c, '\u{fffe}' | '\u{ffff}') => {}
            c => out.push(c),
        }
    }
    out.replace("_x", "_x005F_x")
}

#[cfg(test)]
mod tests {
    use std::io::Read as _;

    use super::*;

    #[test]
    fn texts_are_texts_and_numbers_numbers() {
        for (value, expected) in [
            (Value::Number(-3), "<c><v>-3</v></c>"),
            (Value::from("=1+1"), "<c t=\"inlineStr\"><is><t xml:space=\"preserve\">=1+1</t></is></c>"),
            (
                Value::from("<a & b>\u{1}"),
                "<c t=\"inlineStr\"><is><t xml:space=\"preserve\">&lt;a &amp; b&gt;</t></is></c>",
            ),
            (Value::from("_x0041_"), "<c t=\"inlineStr\"><is><t xml:space=\"preserve\">_x005F_x0041_</t></is></c>"),
        ] {
            assert_eq!(cell(&value), expected);
        }
    }

    #[test]
    fn an_archive_taken_in_pieces_is_whole() {
        let mut book = Workbook::begin(&["A".to_owned()]);
        let mut out = Vec::new();
        for n in 0..2_000 {
            book.row(&[Value::from(format!("row {n}")), Value::Number(n)]);
            if n % 50 == 0 {
                out.extend(book.take());
            }
        }
        out.extend(book.finish());
        // The end of the directory says where it begins; its last entry is the sheet, and says where that begins.
        let end = out.len() - 22;
        let number = |at: usize| u32::from_le_bytes(out[at..at + 4].try_into().unwrap()) as usize;
        assert_eq!(number(end), 0x0605_4b50);
        let (size, directory) = (number(end + 12), number(end + 16));
        assert_eq!(directory + size, end);
        let entry = end - 46 - "xl/worksheets/sheet1.xml".len();
        assert_eq!(number(entry), 0x0201_4b50);
        let (crc, packed, plain, begins) =
            (number(entry + 16), number(entry + 20), number(entry + 24), number(entry + 42));
        let data = begins + 30 + "xl/worksheets/sheet1.xml".len();
        let mut text = String::new();
        flate2::read::DeflateDecoder::new(&out[data..data + packed]).read_to_string(&mut text).unwrap();
        let mut sum = Crc::new();
        sum.update(text.as_bytes());
        assert_eq!((text.len(), sum.sum() as usize), (plain, crc));
        assert!(text.ends_with("row 1999</t></is></c><c><v>1999</v></c></row></sheetData></worksheet>"), "{text}");
    }
}
