//! The languages that people in custody speak: consents, interpreters and agreements name them by the same codes.

use crate::text_enum;

text_enum! {
    pub enum SpokenLanguage label "spoken" {
        Albanian = "sq",
        Serbian = "sr",
        English = "en",
        Bosnian = "bs",
        Turkish = "tr",
        Romani = "rom",
        Macedonian = "mk",
        German = "de",
        Italian = "it",
        Arabic = "ar",
        Sign = "sgn",
        Other = "other",
    }
}
