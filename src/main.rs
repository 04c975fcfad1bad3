//! The window. With no display it says so and carries on as text in the terminal.
#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

use std::collections::BTreeMap;
use std::io::Write as _;
use std::net::IpAddr;
use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use clap::{CommandFactory as _, Parser, ValueEnum};

use separate_entrance::cli::args::{LogLevel, read_as};
use separate_entrance::cli::take_back::StillOpen;
use separate_entrance::cli::usage::{Fitting, wrong};
use separate_entrance::cli::{is_code, run_without_window};
use separate_entrance::domain::address::Network;
use separate_entrance::domain::invitation::link;
use separate_entrance::domain::message::Problem;
use separate_entrance::domain::office::Answers;
use separate_entrance::domain::outbound::host_in;
use separate_entrance::domain::preset::Preset;
use separate_entrance::domain::purpose::Purpose;
use separate_entrance::domain::service::ProfileId;
use separate_entrance::engine::one_window::{self, Entered};
use separate_entrance::engine::{record, vendor};
use separate_entrance::store::carried::Carried;
use separate_entrance::store::{self, profiles};
use separate_entrance::text::{self, Text};
use separate_entrance::ui::{Front, PracticeChoice, Start, run};
use separate_entrance::{domain::catalog, practice};

/// Nothing could be done.
const COULD_NOT: u8 = 3;
/// How long the question of a removal stands unanswered.
const LONGEST_QUESTION: Duration = Duration::from_mins(5);
/// Said by a second start that was understood.
const OPEN_ALREADY: &str = "open-already";

/// Answers that can be given before the first question, and how to draw.
#[expect(clippy::struct_excessive_bools, reason = "each is a switch of the command line")]
#[derive(Debug, Parser)]
#[command(name = "separate-entrance", version)]
struct Args {
    /// The code or the link of an office that wants somebody to knock.
    #[arg(value_name = "CODE", value_parser = a_code)]
    code: Option<String>,
    /// Which phone system it is, by its short name.
    #[arg(long, value_name = "ID", value_parser = system)]
    system: Option<ProfileId>,
    /// Address of the phone system in your office.
    #[arg(long, value_name = "ADDR")]
    pbx: Option<IpAddr>,
    /// Who or what is outside, separated by commas.
    #[arg(long, value_name = "LIST", value_delimiter = ',')]
    using: Vec<String>,
    /// Calls at the busiest moment.
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..))]
    calls: Option<u16>,
    /// Networks that may use the entrances, separated by commas.
    #[arg(long, value_name = "LIST", value_delimiter = ',')]
    trusted: Vec<Network>,
    /// Server name or address typed into the phones outside.
    #[arg(long, value_name = "NAME", value_parser = server)]
    phones_use: Option<String>,
    /// Begin in this practice office.
    #[arg(long, value_name = "ID", value_parser = scenario)]
    practice: Option<String>,
    /// Draw with this only. Without it both are tried.
    #[arg(long, value_enum)]
    renderer: Option<Renderer>,
    /// Only help a colleague: keeps nothing and opens nothing. So does a copy that is called help-a-colleague.
    #[arg(long)]
    colleague: bool,
    /// How much goes into the log file.
    #[arg(long, value_name = "LEVEL", value_enum, default_value_t)]
    log: LogLevel,
    /// Open the window, measure it, print one line and end.
    #[arg(long)]
    self_test: bool,
    /// Ask whether what this program opened is to be taken back, and end. For whoever removes the program.
    #[arg(long)]
    take_back: bool,
    /// Take back without asking.
    #[arg(long, requires = "take_back")]
    yes: bool,
}

/// What draws the window.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Renderer {
    /// Vulkan, Metal or DirectX.
    Wgpu,
    /// OpenGL.
    Glow,
}

impl Renderer {
    const fn eframe(self) -> eframe::Renderer {
        match self {
            Self::Wgpu => eframe::Renderer::Wgpu,
            Self::Glow => eframe::Renderer::Glow,
        }
    }
}

fn system(word: &str) -> Result<ProfileId, Fitting> {
    let id = ProfileId(word.to_owned());
    if catalog::profile(&id).is_some() { Ok(id) } else { Err(Fitting(catalog::known_ids())) }
}

fn scenario(word: &str) -> Result<String, Fitting> {
    let known = || practice::scenarios().iter().map(|s| s.id.clone()).collect::<Vec<_>>().join(", ");
    if practice::scenario(word).is_some() { Ok(word.to_owned()) } else { Err(Fitting(known())) }
}

fn server(word: &str) -> Result<String, Fitting> {
    host_in(word).ok_or_else(|| Fitting("phones.example.com, 203.0.113.5".to_owned()))
}

/// A code may be torn on its way, and then the window says what is wrong with it. What is no code at all is refused.
fn a_code(word: &str) -> Result<String, Fitting> {
    if is_code(word) { Ok(word.to_owned()) } else { Err(Fitting(link("CODE"))) }
}

fn main() -> ExitCode {
    let began = Instant::now();
    let (preset, preset_fault) = vendor::preset(&text::languages());
    let usual = preset.and_then(|p| p.language.clone()).unwrap_or_else(text::of_the_system);
    let words = Text::new(&usual);
    // The owner's own phone systems can be named on the command line. What is wrong with a file the window tells.
    profiles::load(None);
    let args: Args = match read_as(Args::command(), &std::env::args_os().collect::<Vec<_>>(), &words) {
        Ok(args) => args,
        Err(code) => return code,
    };
    let purpose = purpose(&args);
    // Lives as long as everything that writes into it.
    let _carried = carried(purpose);
    args.log.begin();
    if args.take_back {
        return take_back(args.yes, &words);
    }
    let mut start = Start { purpose, lang: text::of_the_system(), preset_fault: preset_fault.cloned(), ..start(&args) };
    // Neither a window that is measured nor a copy that keeps no answer asks for newer versions.
    let asks = !args.self_test && purpose == Purpose::Everything;
    start.preset = preset.map(|p| Preset { newer: p.newer.clone().filter(|_| asks), ..p.clone() });
    vendor::note_preset();
    if let Some(profile) = start.answers.system.as_ref().and_then(catalog::profile)
        && let Err(unknown) = profile.select(&start.answers.using)
    {
        return wrong(&unknown.into(), &words);
    }
    if has_display() && !args.self_test {
        match front_door(&args) {
            Ok(front) => start.front = Some(front),
            Err(told) => {
                tell_problem(&words, &told);
                return if told.code == OPEN_ALREADY { ExitCode::SUCCESS } else { ExitCode::from(COULD_NOT) };
            }
        }
    }
    let self_test: Option<fn(&str)> = args.self_test.then_some(print);
    let renderers: &[Renderer] = match args.renderer {
        Some(Renderer::Glow) => &[Renderer::Glow],
        Some(Renderer::Wgpu) => &[Renderer::Wgpu],
        None => &[Renderer::Glow, Renderer::Wgpu],
    };
    let mut why = String::new();
    if has_display() {
        for renderer in renderers {
            record::note("window", &[("renderer", format!("{renderer:?}"))]);
            let ended = run(&start, renderer.eframe(), began, self_test);
            if let Err(error) = &ended {
                record::note("no-window", &[("renderer", format!("{renderer:?}")), ("why", error.to_string())]);
            }
            match ended {
                Ok(()) => return ExitCode::SUCCESS,
                // The first renderer is the one that should have worked: its reason is worth telling.
                Err(error) if why.is_empty() => why = reason(&error.to_string()),
                Err(_) => {}
            }
        }
    }
    // What goes on as text is no window.
    start.front = None;
    let why = BTreeMap::from([("why".to_owned(), why)]);
    if args.self_test || !show_box(&words, words.get("no-display-box", &why).trim_end()) {
        let key = if has_display() { "no-renderer" } else { "no-display" };
        tell(words.get(key, &why).trim_end());
    }
    if args.self_test {
        return ExitCode::FAILURE;
    }
    match start.code {
        Some(code) => separate_entrance::cli::run(vec!["entrance".into(), "walk".into(), code.into()]),
        None => run_without_window(start.practice, start.answers, purpose),
    }
}

/// What this copy is there for: as its name says, or the switch. A practice office is all of it.
fn purpose(args: &Args) -> Purpose {
    // A link to the program has a name of its own, and an image that runs from elsewhere too.
    let started = [std::env::args_os().next(), std::env::var_os("APPIMAGE")].into_iter().flatten().map(PathBuf::from);
    let files = started.chain(std::env::current_exe().ok());
    let mut purposes = files.filter_map(|path| Some(Purpose::by_name(path.file_name()?.to_str()?)));
    let helps = args.colleague || purposes.any(|purpose| purpose == Purpose::HelpColleague);
    if helps && args.practice.is_none() { Purpose::HelpColleague } else { Purpose::Everything }
}

/// The folder of a copy that only helps, which needs none of its own. A folder that somebody named is taken instead.
fn carried(purpose: Purpose) -> Option<Carried> {
    if purpose == Purpose::Everything || store::is_folder_named() {
        return None;
    }
    let carried = Carried::begin().ok()?;
    store::open_in(carried.path());
    Some(carried)
}

/// The front door of the one window, or why there is to be no other one. Practice offices may stand side by side.
fn front_door(args: &Args) -> Result<Front, Problem> {
    if args.practice.is_some() {
        return Ok(Front::default());
    }
    match one_window::enter(args.code.as_deref()) {
        Entered::First(door) => Ok(Front::new(Some(door).into())),
        Entered::HandedOver => Err(Problem::new(OPEN_ALREADY)),
        Entered::Unheard(owner) => {
            let pid = owner.map_or_else(|| "?".to_owned(), |o| o.pid.to_string());
            Err(Problem::new("open-unheard").with("pid", pid))
        }
        Entered::Untold => Ok(Front::default()),
    }
}

fn tell_problem(words: &Text, problem: &Problem) {
    let key = format!("problem-{}", problem.code);
    tell(&words.get(&key, &problem.args));
    tell(&words.get(&format!("{key}.action"), &problem.args));
}

/// Offers to take back what stands open. The removal that started it goes on whatever the answer is.
fn take_back(is_agreed: bool, words: &Text) -> ExitCode {
    let Some(open) = StillOpen::read() else { return ExitCode::SUCCESS };
    if !is_agreed && !is_wanted(&open, words) {
        return ExitCode::from(COULD_NOT);
    }
    let ended = open.take_back(words);
    record::note("take-back", &[("all", ended.is_all.to_string())]);
    if is_agreed || !show_box(words, &ended.words) {
        tell(&ended.words);
    }
    if ended.is_all { ExitCode::SUCCESS } else { ExitCode::from(COULD_NOT) }
}

/// Asks in a box of the system's own, or at the terminal.
fn is_wanted(open: &StillOpen, words: &Text) -> bool {
    // Where a removal runs with nobody in front of it, it must not wait for an answer for ever.
    let answered = Arc::new(AtomicBool::new(false));
    let seen = Arc::clone(&answered);
    let leave = move || {
        std::thread::sleep(LONGEST_QUESTION);
        if !seen.load(Ordering::Relaxed) {
            std::process::exit(i32::from(COULD_NOT));
        }
    };
    std::thread::Builder::new().name("patience".to_owned()).spawn(leave).ok();
    let is_wanted = ask_in_box(words, &open.question(words)).unwrap_or_else(|| open.is_wanted(words));
    answered.store(true, Ordering::Relaxed);
    is_wanted
}

/// A box of the system's own; none where there is a terminal. Whoever double-clicked a program without a console would
/// otherwise see nothing at all.
#[cfg(any(windows, target_os = "macos"))]
fn a_box(words: &Text, said: &str) -> Option<rfd::MessageDialog> {
    use std::io::IsTerminal as _;
    let dialog = rfd::MessageDialog::new().set_title(words.plain("window-title")).set_description(said);
    (!std::io::stderr().is_terminal()).then_some(dialog)
}

/// Says it in a box; false where there is none.
#[cfg(any(windows, target_os = "macos"))]
fn show_box(words: &Text, said: &str) -> bool {
    a_box(words, said).map(|dialog| dialog.set_level(rfd::MessageLevel::Warning).show()).is_some()
}

/// Asks in a box; none where there is none.
#[cfg(any(windows, target_os = "macos"))]
fn ask_in_box(words: &Text, asked: &str) -> Option<bool> {
    let dialog = a_box(words, asked)?.set_level(rfd::MessageLevel::Warning).set_buttons(rfd::MessageButtons::YesNo);
    Some(dialog.show() == rfd::MessageDialogResult::Yes)
}

/// Elsewhere a program that was started without a terminal has no box either: the line goes to the desktop's log.
#[cfg(not(any(windows, target_os = "macos")))]
const fn show_box(_: &Text, _: &str) -> bool {
    false
}

/// Elsewhere only the terminal can ask.
#[cfg(not(any(windows, target_os = "macos")))]
const fn ask_in_box(_: &Text, _: &str) -> Option<bool> {
    None
}

/// What went wrong, without the place in somebody's source where it was noticed (`…/mod.rs:788: `) and without the
/// lists of settings that follow. The log has all of it.
fn reason(error: &str) -> String {
    let after_place = error.rsplit_once(".rs:").and_then(|(_, rest)| rest.split_once(": "));
    let reason = after_place.map_or(error, |(_, reason)| reason);
    let Some((sentence, _)) = reason.split_once('{') else { return reason.to_owned() };
    // The name of the list stands behind the last colon.
    let sentence = sentence.trim_end_matches([' ', ':']);
    let named = sentence.rsplit_once(": ").filter(|(_, name)| !name.contains(' '));
    named.map_or(sentence, |(sentence, _)| sentence).to_owned()
}

/// On Linux a display has a name; elsewhere there is always one to try.
fn has_display() -> bool {
    let named = |name: &str| std::env::var_os(name).is_some_and(|v| !v.is_empty());
    !cfg!(target_os = "linux") || named("DISPLAY") || named("WAYLAND_DISPLAY")
}

fn start(args: &Args) -> Start {
    let answers = Answers {
        system: args.system.clone(),
        using: args.using.clone(),
        calls: args.calls,
        trusted: args.trusted.clone(),
        phones_use: args.phones_use.clone(),
        pbx: args.pbx,
        ..Answers::default()
    };
    let offices = practice::Group::ALL.into_iter().flat_map(|group| {
        group.scenarios().map(move |s| PracticeChoice {
            id: s.id.clone(),
            title_key: s.title_key.clone(),
            group_key: group.title_key().to_owned(),
        })
    });
    Start {
        answers,
        code: args.code.clone(),
        practice: args.practice.clone(),
        offices: offices.collect(),
        ..Start::default()
    }
}

/// A line of data.
fn print(line: &str) {
    writeln!(std::io::stdout(), "{line}").ok();
}

/// A line of talk.
fn tell(line: &str) {
    writeln!(std::io::stderr(), "{line}").ok();
}
