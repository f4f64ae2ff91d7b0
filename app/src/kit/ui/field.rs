//! One question of a form: its label, hint and error, and the control that takes the answer. What was typed comes from
//! [`Fields`], so a refused form shows it again; the error stands at the control and is what a screen reader says with it.

use leptos::prelude::*;

use super::form::remember_label;
use super::note_box::note_box;
use crate::i18n::Lang;
use crate::kit::form::{Fields, parse_date};

/// The id that a field's control has, made from its name. An id holds no underscore, so that what is made from it by
/// adding one (hint, error, further choices) never meets the id of another field.
#[must_use]
pub fn field_id(name: &str) -> String {
    name.chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '-' }).collect()
}

/// What every control says of itself.
pub(super) struct Wiring {
    pub id: String,
    pub name: String,
    pub required: bool,
    pub described_by: Option<String>,
    pub invalid: Option<&'static str>,
}

/// A question being put together; one of the finishing functions makes it a view.
#[derive(Debug, Clone)]
pub struct Field {
    lang: Lang,
    name: String,
    id: String,
    label: String,
    about: Option<String>,
    hint: Option<String>,
    error: Option<String>,
    values: Vec<String>,
    autocomplete: Option<String>,
    inputmode: Option<&'static str>,
    required: bool,
    short: bool,
    compact: bool,
    label_hidden: bool,
    focus: bool,
}

impl Field {
    #[must_use]
    pub fn new(fields: &Fields, lang: Lang, name: impl Into<String>, label: impl Into<String>) -> Self {
        let name = name.into();
        Self {
            lang,
            id: field_id(&name),
            label: label.into(),
            about: None,
            hint: None,
            error: fields.error_at(&name).map(|message| message.say(lang)),
            values: fields.all(&name).map(str::to_owned).collect(),
            autocomplete: None,
            inputmode: None,
            required: false,
            short: false,
            compact: false,
            label_hidden: false,
            focus: false,
            name,
        }
    }

    /// For a page with several forms that ask the same thing: ids begin with `prefix`, the name stays.
    #[must_use]
    pub fn within(mut self, prefix: &str) -> Self {
        self.id = field_id(&format!("{prefix}-{}", self.name));
        self
    }

    /// What the question is about, where several ask alike within groups that have names: the error summary, which stands outside
    /// of them, says it before the label.
    #[must_use]
    pub fn about(mut self, what: impl Into<String>) -> Self {
        self.about = Some(what.into());
        self
    }

    #[must_use]
    pub fn hint(mut self, text: impl Into<String>) -> Self {
        self.hint = Some(text.into());
        self
    }

    #[must_use]
    pub const fn required(mut self) -> Self {
        self.required = true;
        self
    }

    /// A narrow control, for codes, numbers and times.
    #[must_use]
    pub const fn short(mut self) -> Self {
        self.short = true;
        self
    }

    /// Choices side by side in one row instead of one below the other.
    #[must_use]
    pub const fn compact(mut self) -> Self {
        self.compact = true;
        self
    }

    /// Where a table's header or the words around already say it to the eye: the label is for screen readers only.
    #[must_use]
    pub const fn label_hidden(mut self) -> Self {
        self.label_hidden = true;
        self
    }

    /// Where the cursor stands when the page opens. One field of a page, where there is one thing to do on it.
    #[must_use]
    pub const fn focus(mut self, wanted: bool) -> Self {
        self.focus = wanted;
        self
    }

    /// The browser's word for what this is, such as `username` or `one-time-code`.
    #[must_use]
    pub fn autocomplete(mut self, word: impl Into<String>) -> Self {
        self.autocomplete = Some(word.into());
        self
    }

    /// Which keys a phone shows, such as `numeric`.
    #[must_use]
    pub const fn inputmode(mut self, keys: &'static str) -> Self {
        self.inputmode = Some(keys);
        self
    }

    #[must_use]
    pub fn text(self) -> AnyView {
        let value = self.value();
        self.input("text", value)
    }

    /// Never shows again what was typed. `autocomplete` is `current-password` or `new-password`.
    #[must_use]
    pub fn password(mut self, autocomplete: &'static str) -> AnyView {
        self.autocomplete = Some(autocomplete.to_owned());
        self.input("password", String::new())
    }

    #[must_use]
    pub fn search(self) -> AnyView {
        let value = self.value();
        self.input("search", value)
    }

    /// A date as the browser's own control. A text that is no date would be dropped by it, so that comes back as text.
    #[must_use]
    pub fn date(mut self) -> AnyView {
        self.short = true;
        let typed = self.value();
        match parse_date(&typed) {
            Some(date) => self.input("date", date.to_string()),
            None if typed.is_empty() => self.input("date", typed),
            None => self.input("text", typed),
        }
    }

    /// A clock time as `09:30`.
    #[must_use]
    pub fn time(mut self) -> AnyView {
        self.short = true;
        let typed = self.value();
        let is_time = typed.is_empty() || chrono::NaiveTime::parse_from_str(&typed, "%H:%M").is_ok();
        self.input(if is_time { "time" } else { "text" }, typed)
    }

    /// A whole number. A text that is none comes back as text, as for a date.
    #[must_use]
    pub fn number(mut self, least: i32, most: i32) -> AnyView {
        self.short = true;
        self.inputmode = Some("numeric");
        let typed = self.value();
        if typed.is_empty() || typed.parse::<i32>().is_ok() {
            self.bounded_input(typed, least, most)
        } else {
            self.input("text", typed)
        }
    }

    /// A file to send; `accept` is the browser's list of kinds, such as `.csv`. The form must be a multipart one.
    #[must_use]
    pub fn file(self, accept: impl Into<String>) -> AnyView {
        let wiring = self.wiring();
        let accept = accept.into();
        let control = view! {
            <input type="file" id=wiring.id name=wiring.name accept=accept required=wiring.required
                aria-describedby=wiring.described_by aria-invalid=wiring.invalid/>
        };
        self.frame(control.into_any())
    }

    /// A text of several lines.
    #[must_use]
    pub fn note_box(self, rows: u16) -> AnyView {
        // As it was sent, spaces and empty lines at the beginning included.
        let typed = self.values.first().cloned().unwrap_or_default();
        let control = note_box(self.wiring(), rows, &typed);
        self.frame(control)
    }

    /// One of a list; `blank` is the word for nothing chosen.
    #[must_use]
    pub fn select(self, options: Vec<(String, String)>, blank: Option<String>) -> AnyView {
        let wiring = self.wiring();
        let chosen = self.value();
        let options = blank
            .map(|label| (String::new(), label))
            .into_iter()
            .chain(options)
            .map(|(value, label)| {
                let selected = value == chosen;
                view! { <option value=value selected=selected>{label}</option> }
            })
            .collect_view();
        let control = view! {
            <select id=wiring.id name=wiring.name required=wiring.required autofocus=self.focus aria-describedby=wiring.described_by
                aria-invalid=wiring.invalid>
                {options}
            </select>
        };
        self.frame(control.into_any())
    }

    /// One of a few, all in sight.
    #[must_use]
    pub fn radios(self, options: Vec<(String, String)>) -> AnyView {
        let chosen = self.value();
        let choices = self.choices("radio", options, |value| value == chosen);
        self.group(Some("radiogroup"), choices)
    }

    /// Any of a few, all in sight.
    #[must_use]
    pub fn checkboxes(self, options: Vec<(String, String)>) -> AnyView {
        let choices = self.choices("checkbox", options, |value| self.values.iter().any(|held| held == value));
        self.group(None, choices)
    }

    /// A single tick: the label stands beside the box, and `value` is sent when it is ticked.
    #[must_use]
    pub fn tick(self, value: impl Into<String>) -> AnyView {
        let value = value.into();
        let checked = self.values.contains(&value);
        let wiring = self.wiring();
        let id = wiring.id.clone();
        let (notes, class) = (self.notes(), self.class("field tick"));
        let (must, label) = (self.required_word(), self.label);
        view! {
            <div class=class>
                {notes}
                <div class="choice">
                    <input type="checkbox" id=wiring.id name=wiring.name value=value checked=checked required=wiring.required
                        aria-describedby=wiring.described_by aria-invalid=wiring.invalid/>
                    <label for=id>{label}{must}</label>
                </div>
            </div>
        }
        .into_any()
    }

    fn value(&self) -> String {
        self.values.first().map(|value| value.trim().to_owned()).unwrap_or_default()
    }

    fn wiring(&self) -> Wiring {
        let hint = self.hint.as_ref().map(|_| format!("{}_hint", self.id));
        let error = self.error.as_ref().map(|_| format!("{}_error", self.id));
        let described_by: Vec<String> = hint.into_iter().chain(error).collect();
        Wiring {
            id: self.id.clone(),
            name: self.name.clone(),
            required: self.required,
            described_by: (!described_by.is_empty()).then(|| described_by.join(" ")),
            invalid: self.error.is_some().then_some("true"),
        }
    }

    fn input(self, kind: &'static str, value: String) -> AnyView {
        let wiring = self.wiring();
        let control = view! {
            <input type=kind id=wiring.id name=wiring.name value=value required=wiring.required autofocus=self.focus
                autocomplete=self.autocomplete.clone() inputmode=self.inputmode
                aria-describedby=wiring.described_by aria-invalid=wiring.invalid/>
        };
        self.frame(control.into_any())
    }

    fn bounded_input(self, value: String, least: i32, most: i32) -> AnyView {
        let wiring = self.wiring();
        let control = view! {
            <input type="number" id=wiring.id name=wiring.name value=value min=least max=most step="1" required=wiring.required
                inputmode=self.inputmode aria-describedby=wiring.described_by aria-invalid=wiring.invalid/>
        };
        self.frame(control.into_any())
    }

    /// Inputs with their labels; the first has the field's own id, where the error summary leads.
    fn choices(&self, kind: &'static str, options: Vec<(String, String)>, ticked: impl Fn(&str) -> bool) -> AnyView {
        let invalid = if kind == "checkbox" { self.wiring().invalid } else { None };
        let choice = |(index, (value, label)): (usize, (String, String))| {
            let id = if index == 0 { self.id.clone() } else { format!("{}_{}", self.id, index + 1) };
            let (for_id, checked, name) = (id.clone(), ticked(&value), self.name.clone());
            view! {
                <div class="choice">
                    <input type=kind id=id name=name value=value checked=checked aria-invalid=invalid/>
                    <label for=for_id>{label}</label>
                </div>
            }
        };
        options.into_iter().enumerate().map(choice).collect_view().into_any()
    }

    /// A set of choices under one question. Only a group of radio buttons may itself say that it is required or wrong.
    fn group(self, role: Option<&'static str>, choices: AnyView) -> AnyView {
        let wiring = self.wiring();
        let invalid = role.and(wiring.invalid);
        let required = role.filter(|_| self.required).map(|_| "true");
        let legend_class = self.label_hidden.then_some("away");
        let class = self.class(if self.compact { "field choice-row" } else { "field" });
        let (must, notes, legend) = (self.required_word(), self.notes(), self.label);
        view! {
            <fieldset class=class role=role aria-describedby=wiring.described_by aria-invalid=invalid aria-required=required>
                <legend class=legend_class>{legend}{must}</legend>
                {notes}
                <div class="choices">{choices}</div>
            </fieldset>
        }
        .into_any()
    }

    fn frame(self, control: AnyView) -> AnyView {
        let label_class = self.label_hidden.then_some("away");
        let class = self.class(if self.short { "field short" } else { "field" });
        let (must, notes) = (self.required_word(), self.notes());
        let (id, label) = (self.id, self.label);
        view! {
            <div class=class>
                <label for=id class=label_class>{label}{must}</label>
                {notes}
                {control}
            </div>
        }
        .into_any()
    }

    fn class(&self, base: &str) -> String {
        if self.error.is_some() { format!("{base} wrong") } else { base.to_owned() }
    }

    fn required_word(&self) -> Option<AnyView> {
        // Controls carry `required` as well, which a screen reader says by itself.
        let word = self.lang.t("kit-required");
        self.required.then(|| view! { " " <span class="must" aria-hidden="true">{word}</span> }.into_any())
    }

    /// Hint and error, where the control's description finds them; the error's words go to the error summary too.
    fn notes(&self) -> AnyView {
        if self.error.is_some() {
            let whole = self.about.as_ref().map(|what| format!("{what}: {}", self.label));
            remember_label(&self.name, &self.id, whole.as_ref().unwrap_or(&self.label));
        }
        let hint = self.hint.clone().map(|text| {
            let id = format!("{}_hint", self.id);
            view! { <p class="hint" id=id>{text}</p> }
        });
        let error = self.error.clone().map(|text| {
            let id = format!("{}_error", self.id);
            view! { <p class="error" id=id><span aria-hidden="true">"✕ "</span>{text}</p> }
        });
        view! { {hint} {error} }.into_any()
    }
}
