//! A part of the page of supervision: who signs alone today and who does not, each with the reason, and the head's own word about it.

use leptos::prelude::*;

use super::super::cosign::{self, Exempt, Exempted, Known};
use super::super::model::Exemption;
use super::super::rules::Why;
use crate::i18n::Msg;
use crate::kit::db::{CareTx, DbError};
use crate::kit::form::Fields;
use crate::kit::ids::UserId;
use crate::kit::ui::{
    Button, Field, Header, Tone, button, card, options_of, post_form, post_form_inline, table_under_heading, tag,
};
use crate::routes;
use crate::web::Ctx;

/// Everybody who signs notes, and whom the head has exempted.
#[derive(Debug)]
pub struct Signers {
    known: Vec<Known>,
    exempted: Vec<Exempted>,
}

/// What the form asks for; errors are left in the fields.
pub fn parse(ctx: &Ctx, fields: &mut Fields) -> Option<Exempt> {
    let user = fields.choice::<UserId>("exempt-user");
    let reason = fields.choice::<Exemption>("exempt-reason");
    if fields.get("exempt-until").is_empty() {
        fields.error("exempt-until", Msg::new("form-required"));
    }
    let until = fields.date("exempt-until");
    if until.is_some_and(|day| day < ctx.today()) {
        fields.error("exempt-until", Msg::new("training-exempt-past"));
    }
    if fields.is_refused() {
        return None;
    }
    Some(Exempt { id: ctx.new_id(), user: user?, reason: reason?, until: until?, by: ctx.actor.id, at: ctx.now() })
}

impl Signers {
    pub async fn load(tx: &mut CareTx) -> Result<Self, DbError> {
        Ok(Self { known: cosign::everybody(tx).await?, exempted: cosign::exemptions(tx).await? })
    }

    #[must_use]
    pub fn view(&self, ctx: &Ctx, fields: &Fields) -> AnyView {
        let lang = ctx.lang;
        let headers = vec![
            Header::new(lang.t("notes-supervised")),
            Header::new(lang.t("training-state")),
            Header::new(lang.t("training-why")),
            Header::new(lang.t("kit-actions")).away(),
        ];
        let rows = self.known.iter().map(|known| self.row(ctx, known)).collect();
        let people = self.known.iter().map(|known| (known.user_id.to_string(), known.name.clone())).collect();
        let choose = || Some(lang.t("sessions-choose").into_owned());
        let form = view! {
            {Field::new(fields, lang, "exempt-user", lang.t("notes-supervised")).required().select(people, choose())}
            {Field::new(fields, lang, "exempt-reason", lang.t("training-exemption")).required().select(options_of!(Exemption, lang), choose())}
            {Field::new(fields, lang, "exempt-until", lang.t("training-exempt-until")).required().date()}
            <div class="actions">{button(lang.t("training-exempt-save"))}</div>
        };
        let caption = lang.t("training-signers");
        let table = table_under_heading(caption.clone(), headers, rows, lang.t("training-signers-none"));
        let inner = view! { <p>{lang.t("training-signers-lead")}</p>{table} };
        view! {
            {card(caption, inner.into_any())}
            <div class="no-print">{card(lang.t("training-exempt"), post_form(routes::EXEMPT, form.into_any()))}</div>
        }
        .into_any()
    }

    fn row(&self, ctx: &Ctx, known: &Known) -> AnyView {
        let lang = ctx.lang;
        let why = known.why(ctx.today());
        let state = if why.needs_cosign() {
            tag(Tone::Calm, lang.t("training-signer-cosigned"))
        } else {
            tag(Tone::Ok, lang.t("training-signer-alone"))
        };
        let unnamed = (why.needs_cosign() && why != Why::HeadNamedSupervisor)
            .then(|| view! { <div>{tag(Tone::Warn, lang.t("training-signer-unnamed"))}</div> });
        let exempted = self.exempted.iter().find(|held| held.user_id == known.user_id);
        let reason = exempted.map(|held| view! { <div class="sub">{held.reason.label(lang)}</div> });
        let end = exempted.map(|held| {
            let button = Button::new(lang.t("training-exempt-end")).about(held.name.clone()).quiet().submit();
            post_form_inline(routes::exemption_end(held.id), button)
        });
        view! {
            <tr>
                <th scope="row">{known.name.clone()}</th>
                <td>{state}</td>
                <td>{cosign::words(lang, why)}{reason}{unnamed}</td>
                <td>{end}</td>
            </tr>
        }
        .into_any()
    }
}
