//! The command line: what can be typed, with help texts from `assets/text`.

use std::ffi::OsString;
use std::net::Ipv4Addr;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Args, CommandFactory as _, FromArgMatches, Parser, Subcommand};

use super::inside::InsideArgs;
use super::rehearse::RehearseArgs;
use super::usage::{in_words, refused};
use super::watch::{HistoryArgs, WatchArgs};
use crate::engine::record;
use crate::store::log::Level;
use crate::text::Text;

/// Everything that can be typed.
#[derive(Debug, Parser)]
#[command(name = "entrance", version)]
pub struct Typed {
    /// Language of the words.
    #[arg(long, global = true, value_name = "LANG")]
    pub lang: Option<String>,
    /// How much goes into the log file.
    #[arg(long, global = true, value_name = "LEVEL", value_enum, default_value_t)]
    pub log: LogLevel,
    /// What to do; nothing: the wizard as text.
    #[command(subcommand)]
    pub command: Option<Verb>,
}

/// How much goes into the log file.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, clap::ValueEnum)]
pub enum LogLevel {
    /// Nothing.
    Off,
    /// What was asked, what came of it, what went wrong.
    #[default]
    Usual,
    /// Each step too.
    Detailed,
}

impl LogLevel {
    /// Keeps a log from now on, of what ends the program too.
    pub fn begin(self) {
        record::begin(match self {
            Self::Off => Level::Off,
            Self::Usual => Level::Usual,
            Self::Detailed => Level::Detailed,
        });
    }
}

/// The commands.
#[derive(Debug, Subcommand)]
pub enum Verb {
    /// Looks, asks, judges; changes nothing.
    Check(CheckArgs),
    /// Opens the plan's entrances.
    Open(OpenArgs),
    /// Takes back what we made.
    Undo(UndoArgs),
    /// By-hand instructions.
    Guide(GuideArgs),
    /// Lists, checks and makes phone-system profiles of the owner's own.
    Profile(super::profile::ProfileArgs),
    /// Makes a code for a colleague.
    Invite(InviteArgs),
    /// Knocks as a code asks.
    Walk(WalkArgs),
    /// Plays a remote phone.
    Rehearse(RehearseArgs),
    /// Lists or runs practice offices.
    Practice(PracticeArgs),
    /// Judges a saved report again.
    Replay(ReplayArgs),
    /// Stands on the voice ports of the phone-system box and answers a walker's tokens.
    Witness(WitnessArgs),
    /// Says what the phone system says of itself.
    Inside(InsideArgs),
    /// Runs a standing helper.
    Helper(super::helper::HelperArgs),
    /// Looks again and again, tells what changes, renews leases.
    Watch(WatchArgs),
    /// Lists what was found before.
    History(HistoryArgs),
}

impl Verb {
    /// True where one JSON document is wanted. `watch` prints one a line, and `history` nothing that could fail.
    pub const fn wants_json(&self) -> bool {
        match self {
            Self::Check(args) => args.output.json,
            Self::Open(args) => args.output.json,
            Self::Undo(args) => args.output.json,
            Self::Walk(args) => args.json,
            Self::Rehearse(args) => args.json,
            Self::Replay(args) => args.output.json,
            Self::Inside(args) => args.output.json,
            Self::Guide(_)
            | Self::Profile(_)
            | Self::Invite(_)
            | Self::Practice(_)
            | Self::Witness(_)
            | Self::Helper(_)
            | Self::Watch(_)
            | Self::History(_) => false,
        }
    }
}

/// Which office and which answers; shared by most commands.
#[derive(Clone, Debug, Default, Args)]
pub struct Selectors {
    /// Phone-system profile id.
    #[arg(long, value_name = "ID")]
    pub system: Option<String>,
    /// The phone system's address.
    #[arg(long, value_name = "ADDR")]
    pub pbx: Option<String>,
    /// Consent to look round the local network.
    #[arg(long)]
    pub find_phone_system: bool,
    /// Uses or service ids.
    #[arg(long, value_name = "LIST", value_delimiter = ',')]
    pub using: Vec<String>,
    /// Calls at the busiest moment.
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..))]
    pub calls: Option<u16>,
    /// Networks that may use the entrances.
    #[arg(long, value_name = "CIDR,…", value_delimiter = ',')]
    pub trusted: Vec<String>,
    /// Open over IPv6 too.
    #[arg(long, value_name = "yes|no", num_args = 0..=1, require_equals = true, default_missing_value = "yes")]
    pub ipv6: Option<YesNo>,
    /// What is wrong.
    #[arg(long, value_name = "ID")]
    pub symptom: Option<String>,
    /// Server name or address typed into the phones outside.
    #[arg(long, value_name = "NAME")]
    pub phones_use: Option<String>,
    /// The office's street address.
    #[arg(long, value_name = "ADDR|NAME")]
    pub public_address: Option<String>,
    /// STUN server to ask for the street address.
    #[arg(long, value_name = "SERVER")]
    pub stun: Option<String>,
    /// The phone company's server.
    #[arg(long, value_name = "NAME")]
    pub provider: Option<String>,
    /// A practice office instead of the real one.
    #[arg(long, value_name = "SCENARIO")]
    pub practice: Option<String>,
    /// Only this router.
    #[arg(long, value_name = "ADDR")]
    pub router: Option<Ipv4Addr>,
    /// Only this adapter.
    #[arg(long, value_name = "NAME")]
    pub interface: Option<String>,
    /// A test call today had sound both ways.
    #[arg(long)]
    pub heard_both_ways: bool,
    /// What the phone system says of itself.
    #[arg(long, value_name = "FILE|-|here")]
    pub inside: Option<String>,
    /// A standing helper to knock from.
    #[arg(long, value_name = "LINK")]
    pub helper: Option<String>,
    /// Letters of the doorman test leave from port 5060.
    #[arg(long, requires = "helper")]
    pub doorman_from_5060: bool,
}

/// A yes or a no that is remembered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub enum YesNo {
    /// Yes.
    Yes,
    /// No.
    No,
}

/// How a report is given out.
#[derive(Clone, Debug, Default, Args)]
pub struct Output {
    /// Also write the full report to this file.
    #[arg(long, value_name = "FILE")]
    pub save: Option<PathBuf>,
    /// Mask private details.
    #[arg(long)]
    pub masked: bool,
    /// One JSON document on stdout.
    #[arg(long)]
    pub json: bool,
}

/// `check`.
#[derive(Debug, Default, Args)]
pub struct CheckArgs {
    /// Which office.
    #[command(flatten)]
    pub office: Selectors,
    /// Walkers' result codes, one or several.
    #[arg(long, value_name = "CODE")]
    pub walk_result: Vec<String>,
    /// Ask every voice port where a witness answers.
    #[arg(long)]
    pub every_port: bool,
    /// Safety tests to make.
    #[arg(long, value_name = "LIST", value_delimiter = ',')]
    pub test: Vec<String>,
    /// A real extension, for the test `name-leak`.
    #[arg(long, value_name = "N", requires = "test")]
    pub extension: Option<String>,
    /// Make the safety tests from another street, through this adapter.
    #[arg(long, value_name = "NAME", requires = "test")]
    pub test_from: Option<String>,
    /// Yes to the safety tests.
    #[arg(long, requires = "test")]
    pub yes: bool,
    /// How the report is given out.
    #[command(flatten)]
    pub output: Output,
}

/// `open`.
#[derive(Debug, Args)]
pub struct OpenArgs {
    /// Which office.
    #[command(flatten)]
    pub office: Selectors,
    /// Yes to what is shown.
    #[arg(long)]
    pub yes: bool,
    /// Only show.
    #[arg(long)]
    pub dry_run: bool,
    /// Take out and put in again what we made and nobody gets through.
    #[arg(long)]
    pub repair: bool,
    /// How the report is given out.
    #[command(flatten)]
    pub output: Output,
}

/// `undo`.
#[derive(Debug, Args)]
pub struct UndoArgs {
    /// Only list.
    #[arg(long)]
    pub list: bool,
    /// All of them.
    #[arg(long)]
    pub all: bool,
    /// This one.
    #[arg(long, value_name = "N")]
    pub id: Vec<u64>,
    /// Yes to what is shown.
    #[arg(long)]
    pub yes: bool,
    /// Which office.
    #[command(flatten)]
    pub office: Selectors,
    /// How the report is given out.
    #[command(flatten)]
    pub output: Output,
}

/// `guide`.
#[derive(Debug, Args)]
pub struct GuideArgs {
    /// Which office.
    #[command(flatten)]
    pub office: Selectors,
    /// This router family instead of the one found.
    #[arg(long, value_name = "ID")]
    pub router_guide: Option<String>,
}

/// `invite`.
#[derive(Debug, Args)]
pub struct InviteArgs {
    /// Which office.
    #[command(flatten)]
    pub office: Selectors,
}

/// `walk`.
#[derive(Debug, Args)]
pub struct WalkArgs {
    /// The office's code; may be given in several words.
    #[arg(required = true, num_args = 1.., value_name = "CODE")]
    pub code: Vec<String>,
    /// Walk from this adapter.
    #[arg(long, value_name = "NAME")]
    pub interface: Option<String>,
    /// Ask every voice port where a witness answers.
    #[arg(long)]
    pub every_port: bool,
    /// The walker's own street address, where they know it.
    #[arg(long, value_name = "ADDR")]
    pub own_address: Option<std::net::IpAddr>,
    /// STUN server to ask for it.
    #[arg(long, value_name = "SERVER")]
    pub stun: Option<String>,
    /// Yes to what is shown.
    #[arg(long)]
    pub yes: bool,
    /// One JSON document on stdout.
    #[arg(long)]
    pub json: bool,
}

/// `practice`.
#[derive(Debug, Args)]
pub struct PracticeArgs {
    /// Which; none lists them.
    #[arg(value_name = "SCENARIO")]
    pub scenario: Option<String>,
}

/// `replay`.
#[derive(Debug, Args)]
pub struct ReplayArgs {
    /// A saved report.
    #[arg(value_name = "FILE")]
    pub file: PathBuf,
    /// How the report is given out.
    #[command(flatten)]
    pub output: Output,
}

/// `witness`.
#[derive(Debug, Args)]
pub struct WitnessArgs {
    /// The office's code; may be given in several words.
    #[arg(long, required = true, num_args = 1.., value_name = "CODE")]
    pub code: Vec<String>,
    /// First and last voice port; those of the code's phone system when not said.
    #[arg(long, value_name = "A-B")]
    pub ports: Option<String>,
    /// How long to stand there.
    #[arg(long, value_name = "N", default_value_t = 10, value_parser = clap::value_parser!(u32).range(1..=60))]
    pub minutes: u32,
    /// Print a script for systems too old for this program.
    #[arg(long)]
    pub script: bool,
    /// Yes to what is shown.
    #[arg(long)]
    pub yes: bool,
}

/// Reads the command line; help texts come from the text files. Says what is wrong with it.
pub fn read(args: &[OsString], text: &Text) -> Result<Typed, ExitCode> {
    read_as(Typed::command(), args, text)
}

/// The command line of the program that is the standing helper alone.
pub fn read_helper(args: &[OsString], text: &Text) -> Result<super::helper::HelperArgs, ExitCode> {
    let command = clap::Command::new("helper")
        .version(env!("CARGO_PKG_VERSION"))
        .display_name("entrance-helper")
        .bin_name("entrance-helper");
    read_as(super::helper::HelperArgs::augment_args(command), args, text)
}

/// The same for any command line of ours.
pub fn read_as<T: FromArgMatches>(command: clap::Command, args: &[OsString], text: &Text) -> Result<T, ExitCode> {
    let command = in_words(command, text);
    if let Some(code) = super::completion::given_out(args, &command, text) {
        return Err(code);
    }
    let typed = command.clone().try_get_matches_from(args).and_then(|typed| T::from_arg_matches(&typed));
    typed.map_err(|error| refused(&error, &command, args, text))
}
