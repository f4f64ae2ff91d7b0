//! The pages of measures: what came of them over time, taking one, and which a facility has switched on.

pub mod file;
pub mod list;
pub mod settings;
pub mod take;

use super::definition::BandTone;
use crate::kit::ui::Tone;

const fn tone(band: BandTone) -> Tone {
    match band {
        BandTone::Ok => Tone::Ok,
        BandTone::Warn => Tone::Warn,
        BandTone::Bad => Tone::Bad,
        BandTone::Plain => Tone::Plain,
    }
}
