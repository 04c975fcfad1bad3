//! `entrance watch`: rounds through the office until it is told to stop, and `entrance history`: what was found before.
//! A line when something changes, and only then.

use std::process::ExitCode;

use clap::Args;
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};

use super::args::Selectors;
use super::session::{Session, now, told_to_stop};
use super::verbs::{begin, find_phone_system, last_report, look};
use super::{data, talk, tell_set_aside, word, words};
use crate::domain::case::Case;
use crate::domain::catalog;
use crate::domain::message::{Command, Event, Problem};
use crate::domain::news::{Happened, News, Past, history};
use crate::domain::rounds::{EVERY, LONGEST, Rounds, SHORTEST};
use crate::domain::service::Profile;
use crate::store::Store;
use crate::text::Text;
use crate::text::explain::explain_news;

/// `watch`.
#[derive(Debug, Args)]
pub struct WatchArgs {
    /// Which office.
    #[command(flatten)]
    pub office: Selectors,
    /// Between two looks, such as 15m.
    #[arg(long, value_name = "TIME")]
    pub every: Option<String>,
    /// One JSON document a line.
    #[arg(long)]
    pub json: bool,
}

/// `history`.
#[derive(Debug, Args)]
pub struct HistoryArgs {
    /// One JSON document.
    #[arg(long)]
    pub json: bool,
}

pub(super) fn run(args: &WatchArgs, text: &Text) -> Result<ExitCode, Problem> {
    let every = args.every.as_deref().map_or(Ok(EVERY), read_every)?;
    let last = if args.office.practice.is_some() { None } else { last_report(args.office.pbx.as_deref(), text)? };
    let mut session = begin(&args.office, text)?;
    if args.office.find_phone_system {
        look(&mut session, &args.office, text)?;
        find_phone_system(&mut session, &args.office, text)?;
    }
    // What the last check knew is what the first look is compared with.
    let mut known = last.as_ref().map_or_else(|| session.case.clone(), Case::of_report);
    known.answer(session.case.answers.clone());
    known.journal.clone_from(&session.case.journal);
    if known.answers.pbx.is_none() {
        talk(&word(text, "terminal-watch-no-phone-system"));
    }
    let rounds = Rounds::new(every, &known, (args.office.router, args.office.interface.clone()));
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
    let runtime = runtime.map_err(|e| Problem::new("engine-not-started").with("why", e))?;
    let said = Said { text, profile: catalog_of(&known), json: args.json };
    let ended = runtime.block_on(go_round(&mut session, rounds, &said));
    // The engine's thread reads back what is on its way before it ends.
    drop(session);
    ended?;
    talk(&word(text, "terminal-watch-stopped"));
    Ok(ExitCode::SUCCESS)
}

fn catalog_of(case: &Case) -> Option<&'static Profile> {
    case.answers.system.as_ref().and_then(catalog::profile)
}

/// A time as people type it: 15m, 1h, 90s.
fn read_every(typed: &str) -> Result<SignedDuration, Problem> {
    let every = typed.trim().parse::<SignedDuration>().ok();
    every.filter(|e| (SHORTEST..=LONGEST).contains(e)).ok_or_else(|| Problem::new("not-a-time").with("word", typed))
}

async fn go_round(session: &mut Session<'_>, mut rounds: Rounds, said: &Said<'_>) -> Result<(), Problem> {
    let mut stop = std::pin::pin!(told_to_stop());
    session.order(Command::WakeAt(now()));
    let mut begun = false;
    loop {
        let event = tokio::select! {
            biased;
            () = &mut stop => return Ok(()),
            event = session.next_event() => event,
        };
        let Some(event) = event else { return Err(Problem::new("engine-not-started").with("why", "")) };
        if let Event::Woke { at, other } = &event {
            if let Some(owner) = other {
                return Err(Problem::new("watch-busy").with("pid", owner.pid).with("since", local(owner.since)));
            }
            if !begun {
                begun = true;
                talk(&word(said.text, "terminal-watch-runs"));
            }
            for command in rounds.ring(*at) {
                session.order(command);
            }
            continue;
        }
        let turn = rounds.receive(&event);
        for happened in &turn.happened {
            said.line(happened);
        }
        if !turn.happened.is_empty() {
            session.order(Command::Note(turn.happened));
        }
        for command in turn.commands {
            session.order(command);
        }
    }
}

/// How lines are written.
struct Said<'a> {
    text: &'a Text,
    profile: Option<&'static Profile>,
    json: bool,
}

impl Said<'_> {
    fn line(&self, happened: &Happened) {
        let words = explain_news(self.text, self.profile, &happened.news);
        if self.json {
            data(&news_json(happened, &words).to_string());
        } else {
            data(&format!("{}  {words}", local(happened.at)));
        }
    }
}

fn news_json(happened: &Happened, words: &str) -> serde_json::Value {
    let mut value = serde_json::to_value(happened).unwrap_or_default();
    if let Some(fields) = value.as_object_mut() {
        fields.insert("schema".to_owned(), 1.into());
        fields.insert("text".to_owned(), words.into());
    }
    value
}

/// In the owner's own time, and the same order everywhere.
fn local(at: Timestamp) -> String {
    at.to_zoned(TimeZone::system()).strftime("%Y-%m-%d %H:%M").to_string()
}

pub(super) fn tell_history(args: &HistoryArgs, text: &Text) -> Result<ExitCode, Problem> {
    let (store, set_aside) = Store::open(None).map_err(|e| e.problem())?;
    let reports = store.reports().map_err(|e| e.problem())?;
    let between = store.happened().map_err(|e| e.problem())?;
    for aside in set_aside.into_iter().chain(store.take_set_aside()) {
        tell_set_aside([&aside.file, &aside.kept_as, aside.why.id()], text);
    }
    let checks = history(&reports);
    if args.json {
        data(&serde_json::json!({ "schema": 1, "checks": checks, "between": between }).to_string());
        return Ok(ExitCode::SUCCESS);
    }
    if checks.is_empty() && between.is_empty() {
        talk(&word(text, "terminal-history-empty"));
    }
    let profile = checks.iter().rev().find_map(|c| c.system.as_ref()).and_then(catalog::profile);
    let mut lines: Vec<(Timestamp, String)> = checks.iter().flat_map(|check| lines_of(check, text)).collect();
    lines.extend(
        between.iter().map(|h| (h.at, format!("    {}", mark(&h.news, &explain_news(text, profile, &h.news))))),
    );
    lines.sort_by_key(|(at, _)| *at);
    for (at, line) in lines {
        data(&format!("{}  {line}", local(at)));
    }
    Ok(ExitCode::SUCCESS)
}

/// A check and what had changed since the one before.
fn lines_of(check: &Past, text: &Text) -> Vec<(Timestamp, String)> {
    let street = check.street.map_or_else(|| word(text, "terminal-unknown"), |s| s.to_string());
    let (proved, total) = check.proved;
    let values = [
        ("verdict", word(text, &format!("history-{}", check.verdict.id()))),
        ("proved", proved.to_string()),
        ("total", total.to_string()),
        ("street", street),
    ];
    let profile = check.system.as_ref().and_then(catalog::profile);
    let news = check.news.iter().map(|n| format!("    {}", mark(n, &explain_news(text, profile, n))));
    std::iter::once(words(text, "terminal-history-check", values)).chain(news).map(|line| (check.at, line)).collect()
}

/// A mark that says the same as the words beside it.
fn mark(news: &News, words: &str) -> String {
    format!("{} {words}", if news.is_bad() { "!" } else { "+" })
}
