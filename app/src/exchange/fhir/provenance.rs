//! Provenance: who signed a note, with the signature of the installation over it.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

use super::types::{Coding, Concept, Identifier, Meta, Reference, fhir, instant, own_id};
use super::{About, BASE};
use crate::care::notes::model::{Sensitivity, SignedNote};

fhir! {
    Agent { r#type: Option<Concept>, who: Reference }
    Signature { r#type: Vec<Coding>, when: String, who: Reference, sig_format: &'static str, data: String }
    Provenance { id: String, meta: Meta, target: Vec<Reference>, recorded: String, agent: Vec<Agent>, signature: Vec<Signature> }
}

fn agent(code: &str, who: Reference) -> Agent {
    let kind = Coding::new("http://terminology.hl7.org/CodeSystem/provenance-participant-type", code);
    Agent { r#type: Some(Concept::of(kind)), who }
}

/// `signature` is Ed25519 over the hash of the note as the chain has it; `ergon export chart` gives what it covers.
#[must_use]
pub fn provenance(about: About, note: &SignedNote, signature: &[u8]) -> Provenance {
    let author = Reference::staff(note.author.id, &note.author.name);
    let key = Identifier { system: format!("{BASE}/sid/key"), value: note.key_id.clone(), ..Identifier::default() };
    let installation = Reference { identifier: Some(key), ..Reference::installation() };
    Provenance {
        id: own_id("provenance", note.id.0, about),
        meta: if note.sensitivity == Sensitivity::Restricted { Meta::very_restricted() } else { Meta::restricted() },
        target: vec![Reference::to("Composition", note.id)],
        recorded: instant(note.signed_at),
        agent: vec![agent("author", author), agent("assembler", installation.clone())],
        signature: vec![Signature {
            r#type: vec![
                Coding::new("urn:iso-astm:E1762-95:2013", "1.2.840.10065.1.12.1.1").named("Author's Signature"),
            ],
            when: instant(note.signed_at),
            who: installation,
            sig_format: "application/octet-stream",
            data: STANDARD.encode(signature),
        }],
    }
}
