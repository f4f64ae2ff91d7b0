//! What was offered to people in custody, and what was lost to custody, by reason: from custody's own record alone, which is
//! bookings, movements and their reasons. Who took part in what, and why somebody did not want to, is health's to know.

pub mod pages;
mod store;
#[cfg(test)]
mod tests;
