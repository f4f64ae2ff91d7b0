//! The life of a note: written, signed, returned, co-signed, added to, declared an error; and what others see of it.

use app::kit::db::Engine;
use reqwest::StatusCode;

use super::{Unit, begin, draft, form, note, notes_of, send, signed, value_of, words};
use crate::harness::{PASSWORD, on_both_engines, uuid};

on_both_engines! {
    async fn a_note_is_written_signed_and_added_to(engine) {
        let unit = Unit::open(engine).await;
        let user = unit.app.user("practitioner").await;
        begin(&user, 500).await;
        assert_eq!(unit.count("care_note_draft").await, "1");
        let empty = send(&user, &draft(500), &form(&user, 500, &[("narrative", " "), ("do", "sign")]).await).await;
        assert_eq!(empty.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(words(&empty).contains("Write something before you sign."));
        let text = "Rang the workshop.\nČedomir begins on Monday.";
        send(&user, &draft(500), &form(&user, 500, &[("narrative", text), ("do", "sign")]).await).await;

        let to = format!("{}/sign", draft(500));
        let shown = user.get(&to).await;
        assert!(words(&shown).contains("Čedomir begins on Monday."));
        let version = value_of(&shown.body, "version");
        let wrong = user.post(&to, &[("version", &version), ("password", "guess")]).await;
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(words(&wrong).contains("Rang the workshop.") && unit.count("care_note").await == "0");
        let form = [("version", version.as_str()), ("password", PASSWORD)];
        let (first, second) = tokio::join!(user.post(&to, &form), user.post(&to, &form));
        for answer in [first, second, user.post(&to, &form).await] {
            assert_eq!(answer.location(), note(500), "{}", words(&answer));
        }
        assert_eq!((unit.count("care_note").await, unit.count("care_note_draft").await), ("1".into(), "0".into()));

        // A colleague adds to it; the addendum stands with the note, on the list and on its own page.
        let other = unit.app.user("other").await;
        let begun = other.post(&format!("{}/addendum", note(500)), &[]).await;
        let addendum = begun.location().to_owned();
        assert_eq!(other.post(&format!("{}/addendum", note(500)), &[]).await.location(), addendum, "pressed twice, one draft");
        let version = value_of(&other.get(&addendum).await.body, "version");
        let fields = [("version", version.as_str()), ("narrative", "The workshop confirmed."), ("do", "sign")];
        assert_eq!(other.post(&addendum, &fields).await.location(), format!("{addendum}/sign"));
        let version = value_of(&other.get(&format!("{addendum}/sign")).await.body, "version");
        let added = other.post(&format!("{addendum}/sign"), &[("version", &version), ("password", PASSWORD)]).await;
        assert_eq!(added.location(), note(500), "{}", words(&added));
        for page in [notes_of(), note(500)] {
            let shown = words(&user.get(&page).await);
            for text in ["Rang the workshop.", "Addendum", "The workshop confirmed.", "Signed by Name of other"] {
                assert!(shown.contains(text), "{page}: {text}: {shown}");
            }
        }
        assert_eq!(unit.faults().await, Vec::<String>::new());
    }

    async fn a_supervised_note_is_returned_written_anew_and_cosigned(engine) {
        let unit = Unit::open(engine).await;
        unit.supervise().await;
        let (trainee, supervisor) = (unit.app.user("trainee").await, unit.app.user("practitioner").await);
        begin(&trainee, 500).await;
        assert!(words(&supervisor.get("/notes/worklist").await).contains("Drafts of those you supervise"));
        assert!(words(&supervisor.get(&draft(500)).await).contains("You may read it"));
        assert_eq!(unit.app.user("other").await.get(&draft(500)).await.status, StatusCode::FORBIDDEN);
        assert_eq!(supervisor.post(&draft(500), &[("version", "1"), ("narrative", "Mine.")]).await.status, StatusCode::FORBIDDEN);

        signed(&trainee, 500, "He seemed fine.", &[]).await;
        let cosign = format!("{}/cosign", note(500));
        let return_it = [("act", "return"), ("comment", "What did you see?"), ("password", PASSWORD)];
        assert!(words(&trainee.get(&note(500)).await).contains("Awaiting co-signature"));
        assert_eq!(trainee.post(&cosign, &return_it).await.status, StatusCode::UNPROCESSABLE_ENTITY, "not one's own");
        assert_eq!(unit.app.user("other").await.post(&cosign, &return_it).await.status, StatusCode::UNPROCESSABLE_ENTITY);
        let silent = supervisor.post(&cosign, &[("act", "return"), ("comment", ""), ("password", PASSWORD)]).await;
        assert_eq!(silent.status, StatusCode::UNPROCESSABLE_ENTITY, "a return says why");
        for _ in 0..2 {
            assert_eq!(supervisor.post(&cosign, &return_it).await.location(), note(500));
        }
        assert_eq!(unit.count("care_note where kind = 'return'").await, "1");

        let list = words(&trainee.get("/notes/worklist").await);
        assert!(list.contains("Returned to you"), "{list}");
        let next = trainee.post(&format!("{}/next", note(500)), &[]).await.location().to_owned();
        assert_eq!(trainee.post(&format!("{}/next", note(500)), &[]).await.location(), next, "pressed twice, one draft");
        let page = trainee.get(&next).await;
        assert!(words(&page).contains("What did you see?") && words(&page).contains("He seemed fine."));
        let field = |name: &str| value_of(&page.body, name);
        let (version, date, time) = (field("version"), field("date"), field("time"));
        let fields = [
            ("version", version.as_str()), ("date", &date), ("time", &time), ("sensitivity", "normal"),
            ("narrative", "He smiled twice."), ("do", "sign"),
        ];
        let saved = trainee.post(&next, &fields).await;
        assert_eq!(saved.location(), format!("{next}/sign"), "{}", words(&saved));
        let version = value_of(&trainee.get(&format!("{next}/sign")).await.body, "version");
        let signed = trainee.post(&format!("{next}/sign"), &[("version", &version), ("password", PASSWORD)]).await;
        let second = signed.location().to_owned();
        let cosigned = supervisor.post(&format!("{second}/cosign"), &[("act", "cosign"), ("password", PASSWORD)]).await;
        assert_eq!(cosigned.location(), second, "{}", words(&cosigned));

        let list = supervisor.get(&notes_of()).await;
        let shown = words(&list);
        for text in ["Replaced by the next version", "He seemed fine.", "He smiled twice.", "Co-signature", "Signed by Name of practitioner"] {
            assert!(shown.contains(text), "{text}: {shown}");
        }
        assert!(list.body.contains("<details><summary>Show the text"), "what was returned is folded");
        assert_eq!(unit.faults().await, Vec::<String>::new());
    }

    async fn an_error_takes_two_people(engine) {
        let unit = Unit::open(engine).await;
        let author = unit.app.user("practitioner").await;
        signed(&author, 500, "Wrong patient.", &[]).await;
        let (ask, confirm) = (format!("{}/error", note(500)), format!("{}/error/confirm", note(500)));
        let reason = [("act", "error"), ("reason", "This was somebody else."), ("password", PASSWORD)];
        let other = unit.app.user("other").await;
        assert_eq!(other.post(&ask, &reason).await.status, StatusCode::UNPROCESSABLE_ENTITY, "a colleague does not ask");
        assert_eq!(author.post(&ask, &reason).await.location(), note(500));
        let own = author.post(&confirm, &[("password", PASSWORD)]).await;
        assert_eq!(own.status, StatusCode::UNPROCESSABLE_ENTITY, "nobody confirms what they asked for");
        assert!(words(&other.get("/notes/worklist").await).contains("Errors to confirm"));
        assert_eq!(other.post(&confirm, &[("password", PASSWORD)]).await.location(), note(500));
        let list = author.get(&notes_of()).await;
        assert!(words(&list).contains("Entered in error") && words(&list).contains("This was somebody else."));
        assert!(list.body.contains("signed wrongly") && list.body.contains("<details><summary>Show the text"));
        assert_eq!(author.post(&format!("{}/addendum", note(500)), &[]).await.status, StatusCode::CONFLICT);
        assert_eq!(unit.faults().await, Vec::<String>::new());
    }

    async fn who_asked_for_an_error_takes_it_back(engine) {
        let unit = Unit::open(engine).await;
        unit.supervise().await;
        let (author, supervisor) = (unit.app.user("trainee").await, unit.app.user("practitioner").await);
        signed(&author, 500, "He planted beans.", &[]).await;
        let [ask, withdraw, confirm] = ["error", "error/withdraw", "error/confirm"].map(|act| format!("{}/{act}", note(500)));
        let reason = [("act", "error"), ("reason", "This was somebody else."), ("password", PASSWORD)];
        let back = [("act", "withdraw"), ("reason", "It was he after all."), ("password", PASSWORD)];
        assert_eq!(author.post(&withdraw, &back).await.status, StatusCode::UNPROCESSABLE_ENTITY, "nothing was asked yet");
        assert_eq!(author.post(&ask, &reason).await.location(), note(500));
        assert!(words(&supervisor.get("/notes/worklist").await).contains("Errors to confirm"));
        let other = supervisor.post(&withdraw, &back).await;
        assert_eq!(other.status, StatusCode::UNPROCESSABLE_ENTITY, "it is not the supervisor's to take back");
        let wrong = author.post(&withdraw, &[("act", "withdraw"), ("reason", "It was he after all."), ("password", "guess")]).await;
        assert!(wrong.status == StatusCode::UNPROCESSABLE_ENTITY && wrong.body.contains("It was he after all."), "{}", words(&wrong));
        for _ in 0..2 {
            assert_eq!(author.post(&withdraw, &back).await.location(), note(500), "sent twice, taken back once");
        }
        assert_eq!(unit.count("care_note where kind = 'error_withdrawn'").await, "1");
        let shown = words(&author.get(&note(500)).await);
        for text in ["Awaiting co-signature", "This was somebody else.", "Error taken back", "It was he after all."] {
            assert!(shown.contains(text), "{text}: {shown}");
        }
        let list = words(&supervisor.get("/notes/worklist").await);
        assert!(list.contains("Taken back") && list.contains("To co-sign"), "{list}");
        assert_eq!(supervisor.post(&confirm, &[("password", PASSWORD)]).await.status, StatusCode::UNPROCESSABLE_ENTITY);

        // Asked for again, it waits again, and can be confirmed.
        assert_eq!(author.post(&ask, &reason).await.location(), note(500));
        assert!(words(&author.get(&note(500)).await).contains("Error asked, to be confirmed"));
        assert!(!words(&supervisor.get("/notes/worklist").await).contains("Taken back"));
        assert_eq!(supervisor.post(&confirm, &[("password", PASSWORD)]).await.location(), note(500));
        assert_eq!(author.post(&withdraw, &back).await.status, StatusCode::UNPROCESSABLE_ENTITY, "too late");
        assert_eq!(unit.faults().await, Vec::<String>::new());
    }

    async fn a_restricted_text_stays_with_the_team(engine) {
        let unit = Unit::open(engine).await;
        let author = unit.app.user("practitioner").await;
        signed(&author, 500, "Told me about his brother.", &[("sensitivity", "restricted")]).await;
        for (name, reads) in [("trainee", true), ("other", false), ("clinician", false), ("reviewer", false)] {
            for page in [notes_of(), note(500)] {
                let shown = words(&unit.app.user(name).await.get(&page).await);
                assert_eq!(shown.contains("his brother"), reads, "{name} {page}: {shown}");
                assert!(shown.contains("Restricted"), "{name} {page}: {shown}");
            }
        }
        // A reason shows a reviewer the name, and no more of the record than before.
        let reviewer = unit.app.user("reviewer").await;
        let id = uuid(900).to_string();
        let why = [("opening", id.as_str()), ("kind", "reason"), ("category", "complaint"), ("words", "Complaint about the workshop"), ("back", "/")];
        assert_eq!(reviewer.post(&notes_of().replace("/notes", "/opening"), &why).await.location(), "/");
        let shown = words(&reviewer.get(&note(500)).await);
        assert!(shown.contains("Restricted") && !shown.contains("his brother"), "{shown}");
        let other = unit.app.user("other").await;
        assert_eq!(other.post(&format!("{}/addendum", note(500)), &[]).await.status, StatusCode::FORBIDDEN);
        for name in ["clinician", "reviewer", "head"] {
            let user = unit.app.user(name).await;
            assert_eq!(user.get(&format!("{}/new", notes_of())).await.status, StatusCode::FORBIDDEN, "{name}");
            assert_eq!(user.get("/notes/worklist").await.status, StatusCode::FORBIDDEN, "{name}");
        }
    }

    async fn templates_and_phrases_are_ones_own(engine) {
        let unit = Unit::open(engine).await;
        let user = unit.app.user("practitioner").await;
        let mut kept = Vec::new();
        for (kind, title, field, text) in
            [("template", "First visit", "plan", "See weekly."), ("phrase", "Prompt", "narrative", "With one prompt.")]
        {
            let made = user.post("/notes/phrases", &[("id", &uuid(700).to_string()), ("kind", kind), ("title", title), ("format", "soap")]).await;
            kept.push(made.location().strip_prefix("/notes/phrases/").unwrap_or_else(|| panic!("{}", words(&made))).to_owned());
            let saved = user.post(made.location(), &[("version", "1"), ("title", title), (field, text)]).await;
            assert_eq!(saved.location(), "/notes/phrases", "{}", words(&saved));
        }
        let [template, phrase] = kept.try_into().unwrap();
        let other = unit.app.user("other").await;
        assert_eq!(other.get(&format!("/notes/phrases/{phrase}")).await.status, StatusCode::NOT_FOUND);
        let id = uuid(500).to_string();
        let begun = user.post(&format!("{}/new", notes_of()), &[("draft", &id), ("kind", "contact"), ("begin-as", &template)]).await;
        assert_eq!(begun.location(), draft(500));
        let insert = [("plan", "See weekly."), ("phrase", phrase.as_str()), ("into", "plan"), ("do", "insert")];
        send(&user, &draft(500), &form(&user, 500, &insert).await).await;
        assert!(user.get(&draft(500)).await.body.contains("See weekly.\nWith one prompt."));
        user.post(&format!("/notes/phrases/{phrase}/delete"), &[]).await;
        assert_eq!(unit.count("care_phrase").await, "1");
    }
}
