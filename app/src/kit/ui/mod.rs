//! The pieces that pages are built from: plain functions from words to HTML, so that labels, errors, table headers and charts
//! are wired up for keyboard and screen reader in one place. Nothing here knows a feature, and nothing needs scripting.

mod button;
mod chart;
mod chart_hours;
mod draft;
mod field;
mod form;
mod note_box;
mod parts;
mod print;
mod table;
mod timeline;
mod timeline_hours;
mod timeline_line;

pub use button::{
    Button, button, button_danger, button_named, button_named_quiet, button_quiet, link_button, link_button_quiet,
};
pub use chart::{LadderPoint, MeasurePoint, MeasureScale, ladder_chart, measure_chart};
pub use chart_hours::{HoursParts, HoursWeek, hours_bar, hours_chart, hours_key};
pub use draft::draft_guard;
pub use field::{Field, field_id};
pub use form::{ask_form, error_summary, get_form, hidden, post_form, post_form_inline, post_form_multipart};
pub use parts::{Tone, card, empty, export_links, facts, notice, notice_with, section, strip, tabs, tag};
pub use print::{print_head, sheet};
pub use table::{Header, pager, pager_of, table, table_under_heading};
pub use timeline::{Axis, Mark, MarkKind, Timeline, timeline_key, timeline_patterns};
pub use timeline_hours::{DayHours, TimelineWeek};
pub use timeline_line::{Evidence, RatedPoint, Showed};

/// The codes of a `text_enum!` list with their words, as options of a [`Field`].
macro_rules! options_of {
    ($list:ty, $lang:expr) => {
        <$list>::ALL
            .iter()
            .map(|code| (code.as_str().to_owned(), code.label($lang).into_owned()))
            .collect::<Vec<(String, String)>>()
    };
}
pub(crate) use options_of;

#[cfg(test)]
mod contrast;
#[cfg(test)]
mod tests;
