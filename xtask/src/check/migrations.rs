//! Both engines have the same migrations, by number and name. What is in them is compared by a test in the
//! store, which can ask the databases themselves.

use std::collections::BTreeSet;

use super::Findings;
use crate::failure::Outcome;
use crate::paths;

const ENGINES: [&str; 2] = ["sqlite", "postgres"];

pub fn same_names(findings: &mut Findings) -> Outcome {
    let [sqlite, postgres] = ENGINES.map(|engine| {
        let folder = paths::root().join("migrations").join(engine);
        let files = paths::files_below(&folder, "sql").into_iter();
        files.filter_map(|path| Some(path.file_name()?.to_string_lossy().into_owned())).collect::<BTreeSet<_>>()
    });
    if sqlite.is_empty() && postgres.is_empty() {
        findings.fault("there are no migrations");
    }
    for name in sqlite.difference(&postgres) {
        findings.fault(format!("migrations/postgres/{name} is missing"));
    }
    for name in postgres.difference(&sqlite) {
        findings.fault(format!("migrations/sqlite/{name} is missing"));
    }
    Ok(())
}
