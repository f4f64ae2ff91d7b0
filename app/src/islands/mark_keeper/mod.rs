//! Keeps an officer's marks until the server has them. A tap on a wing without network is not lost: it stays in the browser with the
//! time at which it was made and a name of its own, and is sent when there is network again, once and in order. What the server does
//! not take is shown until somebody has read it. Names of people are never kept, only the codes of the page's own forms.

#[cfg(feature = "hydrate")]
mod browser;
#[cfg(feature = "hydrate")]
mod kept;
#[cfg(feature = "hydrate")]
mod row;
#[cfg(feature = "hydrate")]
mod sending;

use leptos::prelude::*;

/// Sits in the page of an unlock list. `send_to` takes one mark and answers 204 with the row's new version in `x-version`, or 409
/// with what the row says now.
#[island]
pub fn MarkKeeper(
    /// Where marks are sent.
    send_to: String,
    /// Whose marks these are: those of somebody else are thrown away unread.
    user: String,
    /// Said while marks wait; their number stands in front.
    waiting: String,
    /// Said when the sign-in has lapsed.
    lapsed: String,
    /// The heading of what was not taken.
    refused: String,
    /// Said of a mark that was not taken and of which nothing more is known.
    refused_text: String,
    /// Before what the row says now.
    now: String,
    /// Before what was tried.
    tried: String,
    /// The button that takes such a line away.
    dismiss: String,
    /// The label of the way back, which the page does not offer before somebody has arrived.
    returned: String,
) -> impl IntoView {
    let place = NodeRef::<leptos::html::Div>::new();
    #[cfg(feature = "hydrate")]
    {
        let words = browser::Words { waiting, lapsed, refused, refused_text, now, tried, dismiss, returned };
        Effect::new(move |_| {
            if let Some(place) = place.get() {
                browser::keep(&place, send_to.clone(), user.clone(), words.clone());
            }
        });
    }
    #[cfg(not(feature = "hydrate"))]
    let _ = (send_to, user, waiting, lapsed, refused, refused_text, now, tried, dismiss, returned);
    view! { <div class="mark-keeper" role="status" node_ref=place></div> }
}
