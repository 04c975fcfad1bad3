//! Phone-system profiles of the owner's own: listed, checked, made. The file is the same as the embedded ones.

use std::path::PathBuf;
use std::process::ExitCode;

use clap::Args;

use super::{data, talk, words};
use crate::domain::catalog;
use crate::domain::message::Problem;
use crate::domain::own::{self, Numbers};
use crate::domain::service::{PortRange, Profile, ProfileId};
use crate::store::{Store, profiles};
use crate::text::Text;

/// `profile`.
#[derive(Debug, Args)]
pub struct ProfileArgs {
    /// A file to check.
    #[arg(value_name = "FILE", conflicts_with = "new")]
    pub profile_file: Option<PathBuf>,
    /// Keep the file that was checked.
    #[arg(long, requires = "profile_file")]
    pub keep: bool,
    /// Make one with this name.
    #[arg(long, value_name = "NAME", requires = "from")]
    pub new: Option<String>,
    /// The profile that it is like.
    #[arg(long, value_name = "ID", requires = "new")]
    pub from: Option<String>,
    /// Number of the door for calls.
    #[arg(long, value_name = "N", requires = "new", value_parser = clap::value_parser!(u16).range(1..))]
    pub bell: Option<u16>,
    /// First and last number of the doors for voices.
    #[arg(long, value_name = "A-B", requires = "new")]
    pub voices: Option<String>,
}

pub(super) fn run(args: &ProfileArgs, text: &Text) -> Result<ExitCode, Problem> {
    if let Some(file) = &args.profile_file {
        let profile = profiles::read_file(file)?;
        talk(&words(text, "terminal-profile-sound", [("name", profile.name.clone())]));
        return if args.keep { keep(&profile, text) } else { Ok(ExitCode::SUCCESS) };
    }
    if let (Some(name), Some(from)) = (&args.new, &args.from) {
        let base = catalog::embedded(&ProfileId(from.clone()));
        let base = base.ok_or_else(|| {
            let known = catalog::profiles().iter().map(|p| p.id.0.as_str()).collect::<Vec<_>>().join(", ");
            Problem::new("unknown-system").with("word", from).with("known", known)
        })?;
        let voices = args.voices.as_deref().map(range).transpose()?;
        return keep(&own::made_from(base, &Numbers { name: name.clone(), bell: args.bell, voices }), text);
    }
    for profile in catalog::all_profiles() {
        let like = profile.based_on.as_ref().map(|b| format!(" ({b})")).unwrap_or_default();
        data(&format!("{:<18} {}{like}", profile.id.0, profile.name));
    }
    Ok(ExitCode::SUCCESS)
}

fn keep(profile: &Profile, text: &Text) -> Result<ExitCode, Problem> {
    let (store, _) = Store::open(None).map_err(|e| Problem::new("folder-unusable").with("why", e))?;
    let path = store.keep_profile(profile)?;
    talk(&words(text, "terminal-profile-kept", [("id", profile.id.to_string())]));
    data(&path.display().to_string());
    Ok(ExitCode::SUCCESS)
}

/// First and last number with a dash between them.
fn range(word: &str) -> Result<PortRange, Problem> {
    own::range(word).ok_or_else(|| Problem::new("not-a-range").with("word", word))
}
