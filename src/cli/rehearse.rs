//! `rehearse`: plays a remote phone once, says how it sounded, and puts it into the report of the last check. The
//! password comes from a prompt without echo or from standard input, and is dropped as soon as it was used.

use std::io::{BufRead as _, IsTerminal as _, Read as _};
use std::process::ExitCode;

use clap::Args;

use super::guided::{Ended, Sitting};
use super::session::{Session, now};
use super::verbs::{last_report, note};
use super::{consent, data, read_line, talk, tell_problem, word, words};
use crate::domain::case::Case;
use crate::domain::dialling::{Password, RehearsalOrder, callable};
use crate::domain::judge::judge;
use crate::domain::message::{Command, InvitationView, Problem};
use crate::domain::office::Answers;
use crate::domain::rehearsal::{PRACTICE_PHONE, Rehearsal, RingRound, WAITS};
use crate::domain::report::{Finding, Report, SCHEMA, TopVerdict};
use crate::engine::Place;
use crate::text::{Text, explain::explain_report, rehearsal};
use crate::wizard::{Action, Rehearse};

/// `rehearse`. The password has no option, so that no list of processes and no history ever shows it.
#[derive(Debug, Args)]
#[expect(clippy::struct_excessive_bools, reason = "each is a switch of its own on the command line")]
pub struct RehearseArgs {
    /// The code of the office that asked for it; may be given in several words.
    #[arg(num_args = 0.., value_name = "CODE", conflicts_with = "practice")]
    pub code: Vec<String>,
    /// The phone system as typed into phones.
    #[arg(long, value_name = "NAME")]
    pub server: Option<String>,
    /// A spare extension.
    #[arg(long, value_name = "N")]
    pub user: Option<String>,
    /// What to call.
    #[arg(long, value_name = "N")]
    pub number: Option<String>,
    /// Wait quietly for calls too.
    #[arg(long)]
    pub ring: bool,
    /// Read the password from standard input.
    #[arg(long)]
    pub password_stdin: bool,
    /// A practice office instead of the real one.
    #[arg(long, value_name = "SCENARIO")]
    pub practice: Option<String>,
    /// Only this adapter.
    #[arg(long, value_name = "NAME")]
    pub interface: Option<String>,
    /// One JSON document on stdout.
    #[arg(long)]
    pub json: bool,
    /// Yes to what is shown.
    #[arg(long)]
    pub yes: bool,
    /// Other waits than the usual ones, for tests of the ring test itself.
    #[arg(long, hide = true, value_name = "SECONDS,…", value_delimiter = ',', value_parser = clap::value_parser!(u32).range(1..=600))]
    pub waits: Vec<u32>,
}

/// Longest line that can hold a password.
const LONGEST_PASSWORD: u64 = 1024;

pub(super) fn run(args: &RehearseArgs, text: &Text) -> Result<ExitCode, Problem> {
    // A call made for another office says nothing about this one.
    let is_own = args.practice.is_none() && args.code.is_empty();
    let last = if is_own { last_report(None, text)? } else { None };
    let fresh = || Case::new(now(), Answers::default());
    let case = last.as_ref().map_or_else(fresh, Case::of_report);
    let (begun, heard_at) = (now(), case.heard_at);
    let place = args.practice.clone().map_or(Place::Real, Place::Practice);
    let mut session = Session::start(place, case, text)?;
    let code = (!args.code.is_empty()).then(|| args.code.join(" "));
    if let Some(code) = &code {
        session.carry_out(Command::OpenInvitation { code: code.clone() })?;
    }
    let told = typed(args, last.as_ref(), session.invitation.as_ref())?;
    let what = [("server", told.server.clone()), ("user", told.user.clone()), ("number", told.number.clone())];
    talk(&words(text, "terminal-rehearse-what", what));
    if args.ring {
        talk(&word(text, "terminal-rehearse-ring"));
    }
    if !args.yes && !consent(&word(text, "terminal-ask-rehearse"), text)? {
        talk(&word(text, "terminal-nothing-sent"));
        return Ok(ExitCode::SUCCESS);
    }
    let password = if args.practice.is_some() {
        Password::new(PRACTICE_PHONE.password.to_owned())
    } else {
        password(args, &told.user, text)?
    };
    let order = RehearsalOrder { password, interface: args.interface.clone(), code, ..told };
    let is_stopped = session.stop_at_ctrl_c();
    let called = session.carry_out(Command::Rehearse(Box::new(order.clone())));
    let made = session.case.rehearsals.last().filter(|r| r.at >= begun).cloned();
    let Some(rehearsal) = made else {
        return Err(called.err().unwrap_or_else(|| Problem::new("engine-not-started").with("why", "")));
    };
    note(called, text);
    let mut result = session.code.take();
    let mut rings = Vec::new();
    // Where the phone was not taken in, it would not ring either.
    if args.ring && rehearsal.registered && !is_stopped() {
        session.case.rings.clear();
        let waits = if args.waits.is_empty() { WAITS.to_vec() } else { args.waits.clone() };
        note(session.carry_out(Command::RingTest { order: Box::new(order), waits }), text);
        rings.clone_from(&session.case.rings);
        result = session.code.take().or(result);
    }
    session.case.heard_at = session.case.heard_at.min(heard_at.max(session.case.started_at));
    let mut report = judge(&session.case);
    explain_report(text, &mut report);
    if last.is_some() {
        note(session.carry_out(Command::Keep(Box::new(report.clone()))), text);
    }
    let played = Played { heard: &rehearsal, rings: &rings, result_code: result.as_deref() };
    Ok(give_out(args, &played, &report, text))
}

/// What was typed, with what the last check and the profile know. The password comes later.
fn typed(
    args: &RehearseArgs,
    last: Option<&Report>,
    asked: Option<&InvitationView>,
) -> Result<RehearsalOrder, Problem> {
    let is_practice = args.practice.is_some();
    let story = |value: &str| is_practice.then(|| value.to_owned());
    let server = args.server.clone().or_else(|| story(PRACTICE_PHONE.server));
    let server = server.or_else(|| asked.map(|view| view.address.to_string()));
    let server = server.or_else(|| last.and_then(|r| r.answers.phones_use.clone()));
    let server = server.ok_or_else(|| Problem::new("needs-server"))?;
    let user = args.user.clone().or_else(|| story(PRACTICE_PHONE.user)).ok_or_else(|| Problem::new("needs-user"))?;
    let system = asked.map(|view| &view.profile).or_else(|| last.and_then(|r| r.answers.system.as_ref()));
    let profile = system.and_then(crate::domain::catalog::profile);
    let number = args.number.clone().or_else(|| story(PRACTICE_PHONE.number));
    let number = number.or_else(|| profile.and_then(|p| p.echo.clone())).ok_or_else(|| Problem::new("needs-number"))?;
    let refused = |why: crate::domain::dialling::NotCalled| {
        Problem::new(&format!("not-called-{}", why.id())).with("number", &number)
    };
    let number = callable(&number).map_err(refused)?;
    Ok(RehearsalOrder { server, user, password: Password::new(String::new()), number, interface: None, code: None })
}

fn password(args: &RehearseArgs, user: &str, text: &Text) -> Result<Password, Problem> {
    let nobody = || Problem::new("needs-password");
    let typed = if args.password_stdin {
        let mut line = String::new();
        std::io::stdin().lock().take(LONGEST_PASSWORD).read_line(&mut line).map_err(|_| nobody())?;
        line.truncate(line.trim_end_matches(['\r', '\n']).len());
        line
    } else if std::io::stdin().is_terminal() {
        return prompt(user, text);
    } else {
        return Err(nobody());
    };
    let password = Password::new(typed);
    if password.is_empty() { Err(nobody()) } else { Ok(password) }
}

/// Asks for it without showing it.
fn prompt(user: &str, text: &Text) -> Result<Password, Problem> {
    let prompt = words(text, "terminal-password", [("user", user.to_owned())]);
    let typed = rpassword::prompt_password(format!("{prompt} ")).map_err(|_| Problem::new("needs-password"))?;
    Ok(Password::new(typed))
}

/// What came of it.
struct Played<'a> {
    heard: &'a Rehearsal,
    rings: &'a [RingRound],
    /// For the office that asked for it.
    result_code: Option<&'a str>,
}

/// The document of one rehearsal.
#[derive(serde::Serialize)]
struct Document<'a> {
    schema: u32,
    verdict: TopVerdict,
    rehearsal: &'a Rehearsal,
    grade: Option<crate::domain::rehearsal::Grade>,
    rings: &'a [RingRound],
    findings: Vec<&'a Finding>,
    #[serde(skip_serializing_if = "Option::is_none")]
    result_code: Option<&'a str>,
}

fn give_out(args: &RehearseArgs, played: &Played<'_>, report: &Report, text: &Text) -> ExitCode {
    let Played { heard, rings, result_code } = *played;
    let verdict = heard.verdict(rings);
    let is_about = |f: &&Finding| {
        f.code.starts_with("audio-") && f.code != "audio-not-proved" && f.code != "audio-partly-open"
            || ["incoming-call-lost", "phone-side-forgets", "other-voices-not-shown"].contains(&f.code.as_str())
    };
    let findings: Vec<&Finding> = report.findings.iter().filter(is_about).collect();
    if args.json {
        let grade = heard.grade();
        let document = Document { schema: SCHEMA, verdict, rehearsal: heard, grade, rings, findings, result_code };
        data(&serde_json::to_string_pretty(&document).unwrap_or_default());
    } else {
        for line in rehearsal::lines(text, heard, rings) {
            data(&line);
        }
        for finding in findings {
            data("");
            for line in [&finding.words.headline, &finding.words.meaning, &finding.words.action, &finding.words.detail]
            {
                data(line);
            }
        }
        if let Some(code) = result_code {
            talk(&word(text, "terminal-hand-back"));
            data(code);
        }
    }
    ExitCode::from(verdict.exit_code())
}

impl Sitting<'_> {
    /// The same as a step of the wizard as text.
    pub(super) fn rehearse(&mut self, stage: Rehearse) -> Result<(), Ended> {
        match stage {
            Rehearse::Ask => return self.ask_phone(),
            Rehearse::Calling | Rehearse::Waiting => self.drive(),
            Rehearse::Called => {
                if let Some(heard) = self.wizard.report().rehearsals.last() {
                    for line in rehearsal::lines(self.text, heard, &[]) {
                        data(&line);
                    }
                }
                self.after_call();
            }
            Rehearse::Waited => {
                for round in &self.wizard.report().rings {
                    let key = if round.rang { "ring-rang" } else { "ring-silent" };
                    data(&words(self.text, key, [("seconds", round.quiet_secs.to_string())]));
                }
                self.after_call();
            }
        }
        Ok(())
    }

    /// Hands the code over, where a colleague's office asked for the call.
    fn after_call(&mut self) {
        if let Some(code) = self.wizard.call_code() {
            talk(&self.w("terminal-hand-back"));
            data(code);
            self.act(Action::Back);
        } else {
            self.act(Action::Home);
        }
    }

    fn ask_phone(&mut self) -> Result<(), Ended> {
        let report = self.wizard.report();
        let in_practice = self.wizard.practice().is_some();
        let story = |value: &str| in_practice.then(|| value.to_owned());
        let asked = self.wizard.played_for().map(|view| view.address.to_string());
        let server = asked.or_else(|| story(PRACTICE_PHONE.server)).or_else(|| report.answers.phones_use.clone());
        let server = server.or_else(|| report.office.public_address.map(|ip| ip.to_string()));
        let echo = self.wizard.case().profile().and_then(|p| p.echo.clone());
        let line = |key: &str, default: Option<String>| {
            let typed = read_line(&format!("{} [{}]>", self.w(key), default.clone().unwrap_or_default()))?;
            Some(if typed.is_empty() { default.unwrap_or_default() } else { typed })
        };
        talk(&self.w("window-rehearse-spare"));
        let server = line("window-rehearse-server", server).ok_or(Ended)?;
        let user = line("window-rehearse-user", story(PRACTICE_PHONE.user)).ok_or(Ended)?;
        let number = line("window-rehearse-number", story(PRACTICE_PHONE.number).or(echo)).ok_or(Ended)?;
        let chosen = self.choose(&[
            ("c", self.w("window-rehearse-call")),
            ("r", self.w("window-rehearse-ring")),
            ("b", self.w("terminal-back")),
        ])?;
        if chosen == 2 {
            self.act(Action::Back);
            return Ok(());
        }
        let password =
            if in_practice { Ok(Password::new(PRACTICE_PHONE.password.to_owned())) } else { prompt(&user, self.text) };
        let password = match password {
            Ok(password) => password,
            Err(problem) => {
                tell_problem(&problem, self.text);
                return Ok(());
            }
        };
        let order = Box::new(RehearsalOrder { server, user, password, number, interface: None, code: None });
        let action = if chosen == 0 { Action::Call(order) } else { Action::RingTest(order) };
        if !self.wizard.can(&action) {
            talk(&self.w("terminal-rehearse-not-yet"));
        }
        self.act(action);
        Ok(())
    }
}
