//! Marks as they lie in the browser: a line for each, under the name of whoever made them.

use wasm_bindgen::JsValue;
use web_sys::Storage;

const KEY: &str = "ergon-marks";

/// One mark. `answer` is what the server said of it, when it did not take it.
#[derive(Clone)]
pub struct Kept {
    pub id: String,
    pub row: String,
    pub mark: String,
    pub reason: String,
    pub made_at: String,
    pub answer: Option<String>,
}

impl Kept {
    /// Slot and person, without the version.
    pub fn of(&self) -> &str {
        self.row.rsplit_once('.').map_or(self.row.as_str(), |(row, _)| row)
    }

    fn line(&self) -> String {
        let answer = self.answer.as_deref().unwrap_or("-").replace(['\t', '\n'], " ");
        [&self.id, &self.row, &self.mark, &self.reason, &self.made_at, &answer].map(String::as_str).join("\t")
    }

    fn read(line: &str) -> Option<Self> {
        let mut parts = line.split('\t').map(str::to_owned);
        let mut next = || parts.next();
        let (id, row, mark, reason, made_at) = (next()?, next()?, next()?, next()?, next()?);
        let answer = next().filter(|answer| answer != "-");
        Some(Self { id, row, mark, reason, made_at, answer })
    }
}

fn storage() -> Option<Storage> {
    web_sys::window()?.local_storage().ok().flatten()
}

/// Marks of another user are nobody's: the phone has changed hands.
pub fn restore(user: &str) -> Vec<Kept> {
    let Some(storage) = storage() else { return Vec::new() };
    let text = storage.get_item(KEY).ok().flatten().unwrap_or_default();
    let mut lines = text.lines();
    if lines.next() == Some(user) {
        return lines.filter_map(Kept::read).collect();
    }
    let _ = storage.remove_item(KEY);
    Vec::new()
}

pub fn store(user: &str, kept: &[Kept]) {
    let Some(storage) = storage() else { return };
    if kept.is_empty() {
        let _ = storage.remove_item(KEY);
        return;
    }
    let mut text = user.to_owned();
    for mark in kept {
        text.push('\n');
        text.push_str(&mark.line());
    }
    let _ = storage.set_item(KEY, &text);
}

/// A name for a mark that no other phone gives: 128 random bits.
pub fn identifier() -> String {
    let part = || format!("{:08x}", (js_sys::Math::random() * 4_294_967_296.0) as u32);
    (0..4).map(|_| part()).collect()
}

/// The clock time of an instant, where the phone is.
pub fn clock(iso: &str) -> String {
    let at = js_sys::Date::new(&JsValue::from_str(iso));
    format!("{:02}:{:02}", at.get_hours(), at.get_minutes())
}
