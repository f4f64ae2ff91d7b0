//! Calendars as RFC 5545 has them, written and never read: events in UTC, without alarms and without people. Pure.

use std::fmt::Write as _;

use chrono::{DateTime, Utc};

/// The longest line, in octets without its end.
const LONGEST: usize = 75;

/// How far an event is settled.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    Tentative,
    Confirmed,
    Cancelled,
}

impl Standing {
    const fn word(self) -> &'static str {
        match self {
            Self::Tentative => "TENTATIVE",
            Self::Confirmed => "CONFIRMED",
            Self::Cancelled => "CANCELLED",
        }
    }
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Event {
    /// The same for the same session for ever.
    pub uid: String,
    /// When the event was made; a calendar that has not changed is the same to the octet.
    pub stamp: DateTime<Utc>,
    pub starts_at: DateTime<Utc>,
    pub ends_at: DateTime<Utc>,
    /// Rises with every change.
    pub sequence: i32,
    pub standing: Standing,
    pub summary: String,
    pub place: String,
}

/// The whole calendar. Those who subscribe to it are asked to come again in an hour.
#[must_use]
pub fn calendar(name: &str, events: &[Event]) -> String {
    let mut out = String::new();
    for fixed in
        ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Ergon//Schedule//EN", "CALSCALE:GREGORIAN", "METHOD:PUBLISH"]
    {
        line(&mut out, fixed);
    }
    line(&mut out, &format!("X-WR-CALNAME:{}", escaped(name)));
    line(&mut out, "REFRESH-INTERVAL;VALUE=DURATION:PT1H");
    line(&mut out, "X-PUBLISHED-TTL:PT1H");
    for event in events {
        write_event(&mut out, event);
    }
    line(&mut out, "END:VCALENDAR");
    out
}

fn write_event(out: &mut String, event: &Event) {
    line(out, "BEGIN:VEVENT");
    line(out, &format!("UID:{}", escaped(&event.uid)));
    for (name, at) in [("DTSTAMP", event.stamp), ("DTSTART", event.starts_at), ("DTEND", event.ends_at)] {
        line(out, &format!("{name}:{}", at.format("%Y%m%dT%H%M%SZ")));
    }
    line(out, &format!("SEQUENCE:{}", event.sequence.max(0)));
    line(out, &format!("STATUS:{}", event.standing.word()));
    // What is cancelled takes up nobody's time.
    let taken = if event.standing == Standing::Cancelled { "TRANSPARENT" } else { "OPAQUE" };
    line(out, &format!("TRANSP:{taken}"));
    line(out, &format!("SUMMARY:{}", escaped(&event.summary)));
    line(out, &format!("LOCATION:{}", escaped(&event.place)));
    line(out, "END:VEVENT");
}

/// One content line, folded where it is too long, never within a letter.
fn line(out: &mut String, text: &str) {
    let mut held = 0;
    for c in text.chars() {
        if held + c.len_utf8() > LONGEST {
            out.push_str("\r\n ");
            held = 1;
        }
        let _ = write!(out, "{c}");
        held += c.len_utf8();
    }
    out.push_str("\r\n");
}

/// A value of the type TEXT.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\\' | ';' | ',' => {
                out.push('\\');
                out.push(c);
            }
            '\n' => out.push_str("\\n"),
            c if c.is_control() => {}
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn event(standing: Standing, summary: &str, place: &str) -> Event {
        let at = |text: &str| text.parse().unwrap();
        Event {
            uid: "018f0000-0000-7000-8000-000000000001@ergon".to_owned(),
            stamp: at("2026-11-01T07:00:00Z"),
            starts_at: at("2026-11-24T09:00:00Z"),
            ends_at: at("2026-11-24T10:30:00Z"),
            sequence: 2,
            standing,
            summary: summary.to_owned(),
            place: place.to_owned(),
        }
    }

    /// As a client puts lines together again.
    fn unfolded(text: &str) -> Vec<String> {
        text.replace("\r\n ", "").split("\r\n").filter(|line| !line.is_empty()).map(str::to_owned).collect()
    }

    #[test]
    fn texts_are_escaped() {
        for (text, expected) in [
            ("Health unit – A", "Health unit – A"),
            ("Kitchen, old; west", "Kitchen\\, old\\; west"),
            ("a\\b", "a\\\\b"),
            ("two\r\nlines", "two\\nlines"),
        ] {
            assert_eq!(escaped(text), expected);
        }
    }

    #[test]
    fn long_lines_are_folded_within_75_octets_and_read_back_whole() {
        for place in ["Kitchen", &"ë".repeat(120), &"x".repeat(300), &"𝄞đ".repeat(40)] {
            let text = calendar("Ergon", &[event(Standing::Confirmed, "Health unit – B", place)]);
            for line in text.split("\r\n") {
                assert!(line.len() <= LONGEST, "{} octets: {line}", line.len());
            }
            assert!(unfolded(&text).contains(&format!("LOCATION:{place}")), "{text}");
        }
    }

    /// What Outlook, Google and Apple's calendar ask of a subscribed calendar, each with the line that answers it.
    #[test]
    fn the_rules_of_common_clients_hold() {
        let text = calendar(
            "Ergon – Old Prison",
            &[
                event(Standing::Tentative, "Health unit – A", "Kitchen"),
                event(Standing::Cancelled, "Health unit – B", "Studio"),
            ],
        );
        let lines = unfolded(&text);
        let has = |line: &str| lines.iter().filter(|held| *held == line).count();
        for (line, times) in [
            ("BEGIN:VCALENDAR", 1),
            ("END:VCALENDAR", 1),
            ("VERSION:2.0", 1),
            // Outlook takes a calendar without it for an invitation to one meeting.
            ("METHOD:PUBLISH", 1),
            ("X-WR-CALNAME:Ergon – Old Prison", 1),
            ("REFRESH-INTERVAL;VALUE=DURATION:PT1H", 1),
            ("BEGIN:VEVENT", 2),
            ("END:VEVENT", 2),
            ("DTSTAMP:20261101T070000Z", 2),
            ("DTSTART:20261124T090000Z", 2),
            ("DTEND:20261124T103000Z", 2),
            ("SEQUENCE:2", 2),
            ("STATUS:TENTATIVE", 1),
            ("STATUS:CANCELLED", 1),
            ("TRANSP:TRANSPARENT", 1),
        ] {
            assert_eq!(has(line), times, "{line}");
        }
        for forbidden in ["VALARM", "ATTENDEE", "ORGANIZER", "DESCRIPTION", "TZID"] {
            assert!(!text.contains(forbidden), "{forbidden}");
        }
        // Every line ends as the format says, and none is empty.
        assert!(text.ends_with("END:VCALENDAR\r\n") && !text.replace("\r\n", "").contains(['\r', '\n']));
        assert!(lines.iter().all(|line| line.contains(':')));
    }
}
