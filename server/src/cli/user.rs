//! `ergon user`: for the first administrator, and for the day on which nobody can sign in any more.

use std::io::Read as _;
use std::process::ExitCode;

use app::access::{Role, factor, password, store};
use app::admin::import::staff::{is_username, needs_facility};
use app::i18n::Lang;
use app::kit::clock::Clock;
use app::kit::db::{Conn, open_owner};
use app::kit::ids::{FacilityId, GrantId, UserId, WingId};
use app::{sql_all, sql_exec, sql_optional};
use clap::Subcommand;

use super::{Outcome, language};
use crate::settings::Settings;

type Failure = Box<dyn std::error::Error + Send + Sync>;

#[derive(Debug, clap::Args)]
pub struct Args {
    #[command(subcommand)]
    action: Action,
}

#[derive(Debug, Subcommand)]
enum Action {
    /// Add a user with one role. The role holds at once: whoever is at the server's terminal answers for it.
    Add(Add),
    /// Set somebody's password, read from standard input. All open sessions of that user end; an account that was shut is open again.
    Password {
        username: String,
        /// Required: passwords are never taken from the command line, where others could read them.
        #[arg(long, required = true)]
        password_stdin: bool,
        /// A new one must be chosen at the next sign-in.
        #[arg(long)]
        must_change: bool,
    },
    /// The second factor of somebody who has lost the phone.
    SecondFactor {
        #[command(subcommand)]
        action: SecondFactor,
    },
    /// List users with their roles.
    List,
}

#[derive(Debug, Subcommand)]
enum SecondFactor {
    /// Take it away, with the recovery codes. All open sessions of that user end; the reason is shown at the next sign-in.
    Remove {
        username: String,
        /// What the user is told, and what is kept.
        #[arg(long, default_value = "Removed at the server's terminal.")]
        reason: String,
    },
}

#[derive(Debug, clap::Args)]
struct Add {
    /// What is typed to sign in: small letters, digits, full stop, hyphen, underscore.
    #[arg(long)]
    username: String,
    /// The name that others see, and that stands under signed notes.
    #[arg(long)]
    name: String,
    /// Stands under signed notes as well.
    #[arg(long)]
    profession: String,
    /// practitioner, clinician, reviewer, head (care); coordinator, officer, assessor (custody); administrator, auditor (system).
    #[arg(long, value_parser = role)]
    role: Role,
    /// The facility's code; without one the role reaches everywhere on its side.
    #[arg(long, value_name = "CODE")]
    facility: Option<String>,
    /// For officers: the wing's code; without one, all wings of the facility.
    #[arg(long, value_name = "CODE", requires = "facility")]
    wing: Option<String>,
    #[arg(long, default_value = "en", value_parser = language)]
    language: Lang,
    /// Read the password from standard input; without it the user cannot sign in yet.
    #[arg(long)]
    password_stdin: bool,
}

fn role(text: &str) -> Result<Role, String> {
    let names: Vec<&str> = Role::ALL.iter().map(|role| role.as_str()).collect();
    Role::from_code(text).ok_or_else(|| format!("one of {}", names.join(", ")))
}

pub async fn run(settings: &Settings, args: Args) -> Outcome {
    let database = settings.database()?;
    app::kit::db::migrate(&database).await?;
    let mut tx = open_owner(&database).await?;
    match args.action {
        Action::Add(user) => add(&mut tx, user).await?,
        Action::Password { username, must_change, .. } => set_password(&mut tx, &username, must_change).await?,
        Action::SecondFactor { action: SecondFactor::Remove { username, reason } } => {
            remove_factor(&mut tx, &username, &reason).await?;
        }
        Action::List => list(&mut tx).await?,
    }
    tx.commit().await?;
    Ok(ExitCode::SUCCESS)
}

async fn add(tx: &mut Conn, user: Add) -> Result<(), Failure> {
    let username = user.username.to_lowercase();
    if !is_username(&username) {
        return Err("the user name may hold a-z, 0-9, full stop, hyphen and underscore, from 2 to 64 characters".into());
    }
    if sql_optional!(tx, (UserId,), "select id from access_user where username = $1", &username)?.is_some() {
        return Err(format!("there is a user {username} already").into());
    }
    if user.facility.is_none() && needs_facility(user.role) {
        return Err(format!("the role {} is held in a facility: give --facility CODE", user.role).into());
    }
    if user.wing.is_some() && user.role != Role::Officer {
        return Err("only officers belong to a wing".into());
    }
    let (facility, wing) = scope(tx, user.facility.as_deref(), user.wing.as_deref()).await?;
    let hash = if user.password_stdin { Some(hashed_from_stdin().await?) } else { None };
    let (id, now): (UserId, _) = (Clock::System.new_id(), Clock::System.now());
    let side = user.role.side().as_str();
    sql_exec!(
        tx,
        "insert into access_user (id, username, display_name, profession, side, language, password_hash, must_change_password, is_demo,
           active, failed_sign_ins, locked_until, created_at, version)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 0, null, $11, 1)",
        id,
        &username,
        &user.name,
        &user.profession,
        side,
        user.language.code(),
        hash,
        false,
        false,
        true,
        now
    )?;
    sql_exec!(
        tx,
        "insert into access_grant (id, user_id, side, role, facility_id, wing_id, granted_by, approved_at, created_at, ended_at)
         values ($1, $2, $3, $4, $5, $6, null, $7, $7, null)",
        Clock::System.new_id::<GrantId>(),
        id,
        side,
        user.role,
        facility,
        wing,
        now
    )?;
    Ok(())
}

async fn scope(
    tx: &mut Conn,
    facility: Option<&str>,
    wing: Option<&str>,
) -> Result<(Option<FacilityId>, Option<WingId>), Failure> {
    let Some(code) = facility else { return Ok((None, None)) };
    let found = sql_optional!(
        tx,
        (FacilityId,),
        "select id from custody_facility where lower(code) = $1",
        code.to_lowercase()
    )?;
    let Some((facility,)) = found else { return Err(format!("there is no facility {code}").into()) };
    let Some(code) = wing else { return Ok((Some(facility), None)) };
    let found = sql_optional!(
        tx,
        (WingId,),
        "select id from custody_wing where facility_id = $1 and lower(code) = $2",
        facility,
        code.to_lowercase()
    )?;
    let Some((wing,)) = found else { return Err(format!("there is no wing {code} in this facility").into()) };
    Ok((Some(facility), Some(wing)))
}

async fn named(tx: &mut Conn, username: &str) -> Result<UserId, Failure> {
    let found =
        sql_optional!(tx, (UserId,), "select id from access_user where username = $1", username.to_lowercase())?;
    found.map(|(id,)| id).ok_or_else(|| format!("there is no user {username}").into())
}

async fn remove_factor(tx: &mut Conn, username: &str, reason: &str) -> Result<(), Failure> {
    let id = named(tx, username).await?;
    if reason.trim().is_empty() {
        return Err("the user must be told a reason".into());
    }
    if !factor::store::remove(tx, id).await? {
        return Err(format!("{username} has no second factor").into());
    }
    let now = Clock::System.now();
    factor::store::record_removal(tx, Clock::System.new_id(), (id, None), reason.trim(), now).await?;
    store::end_other_sessions(tx, id, &[], now).await?;
    Ok(())
}

async fn set_password(tx: &mut Conn, username: &str, must_change: bool) -> Result<(), Failure> {
    let id = named(tx, username).await?;
    let hash = hashed_from_stdin().await?;
    store::set_password(tx, id, &hash, must_change).await?;
    store::wake(tx, id, Clock::System.now()).await?;
    store::end_other_sessions(tx, id, &[], Clock::System.now()).await?;
    Ok(())
}

/// The first line of standard input, hashed.
async fn hashed_from_stdin() -> Result<String, Failure> {
    let mut text = String::new();
    std::io::stdin().read_to_string(&mut text)?;
    let typed = text.lines().next().unwrap_or_default().to_owned();
    if typed.chars().count() < password::SHORTEST {
        return Err(format!("a password has at least {} characters", password::SHORTEST).into());
    }
    password::hash(typed).await.ok_or_else(|| "the password could not be hashed".into())
}

#[derive(sqlx::FromRow)]
struct Listed {
    username: String,
    display_name: String,
    active: bool,
    role: Option<String>,
    facility: Option<String>,
    wing: Option<String>,
    approved: bool,
}

#[expect(clippy::print_stdout, reason = "the list is this command's output")]
async fn list(tx: &mut Conn) -> Result<(), Failure> {
    let rows = sql_all!(
        tx,
        Listed,
        "select u.username, u.display_name, u.active, g.role, f.code as facility, w.code as wing, (g.approved_at is not null) as approved
         from access_user u left join access_grant g on g.user_id = u.id and g.ended_at is null
           left join custody_facility f on f.id = g.facility_id left join custody_wing w on w.id = g.wing_id
         order by u.username, g.created_at"
    )?;
    for row in rows {
        let mut line = format!("{}\t{}", row.username, row.display_name);
        if let Some(role) = row.role {
            line.push_str(&format!("\t{role}"));
            for part in [row.facility, row.wing].into_iter().flatten() {
                line.push_str(&format!(" {part}"));
            }
            if !row.approved {
                line.push_str(" (waits for approval)");
            }
        }
        if !row.active {
            line.push_str("\t(not active)");
        }
        println!("{line}");
    }
    Ok(())
}
