//! Quality samples: charts of a period drawn by a seed that is kept, held one by one against [`standards`] of documentation. The review
//! fills and closes a sample; what it says of the unit is for the review and the head, what it says of each practitioner for the head
//! alone.

pub mod chart;
pub mod draw;
pub mod file;
pub mod list;
pub mod model;
pub mod results;
pub mod rules;
pub mod show;
pub mod standards;
pub mod store;
