//! The plan and the by-hand instructions as text: lines, a table of rules to copy, the router's own menu paths.

use std::process::ExitCode;

use comfy_table::{Table, presets};

use super::args::GuideArgs;
use super::session::Session;
use super::verbs::{begin, look};
use super::{data, talk, tell, word, words};
use crate::domain::case::Case;
use crate::domain::catalog::{self, RouterGuide};
use crate::domain::guide;
use crate::domain::message::Problem;
use crate::domain::plan::{ByHand, Intent, ManualRule, Plan, PlanLine, plan};
use crate::domain::service::{Confidence, ServiceId};
use crate::text::Text;
use crate::text::explain::open_to;

pub(super) fn run(args: &GuideArgs, text: &Text) -> Result<ExitCode, Problem> {
    let mut session: Session<'_> = begin(&args.office, text)?;
    let family = match &args.router_guide {
        Some(id) => Some(catalog::guide(id).ok_or_else(|| {
            let known = catalog::guides().iter().map(|g| g.id.clone()).collect::<Vec<_>>().join(", ");
            Problem::new("unknown-router-guide").with("word", id).with("known", known)
        })?),
        None => None,
    };
    look(&mut session, &args.office, text)?;
    let family = family
        .or_else(|| session.case.office.gateway().and_then(catalog::guide_for))
        .or_else(|| catalog::guide(guide::GENERAL));
    let Some(family) = family else {
        return Err(Problem::new("unknown-router-guide").with("word", guide::GENERAL).with("known", ""));
    };
    for line in guide_lines(family, &session.case, text) {
        data(&line);
    }
    let rules = plan(&session.case).rules;
    data(&rules_table(&rules, text));
    for line in command_lines(family, &session.case, &rules, text) {
        data(&line);
    }
    Ok(ExitCode::SUCCESS)
}

/// The steps for one router family, in order and numbered.
pub(super) fn guide_lines(family: &RouterGuide, case: &Case, text: &Text) -> Vec<String> {
    let mut lines = vec![words(text, "guide-for", [("router", family.brand.clone())])];
    if family.id == guide::GENERAL {
        lines.push(word(text, "guide-generic-hint"));
    }
    for (number, step) in (1u32..).zip(guide::steps(family, case.office.gateway())) {
        let said = text.get(step.key, &step.values.into_iter().map(|(k, v)| (k.to_owned(), v)).collect());
        let mark = if step.unconfirmed { format!(" {}", word(text, "guide-mark-unconfirmed")) } else { String::new() };
        lines.push(format!("{number}. {said}{mark}"));
    }
    lines.extend(family.notes.iter().map(|notes| words(text, "guide-notes", [("notes", notes.clone())])));
    lines
}

/// Commands to paste, each block as it stands, where the router has a command line.
pub(super) fn command_lines(family: &RouterGuide, case: &Case, rules: &[ManualRule], text: &Text) -> Vec<String> {
    let mut lines = Vec::new();
    for commands in guide::commands(family, case, rules) {
        let from = commands.from;
        lines.push(String::new());
        lines.push(words(text, "guide-commands", [("title", from.title.clone())]));
        lines.push(words(text, "guide-commands-into", [("place", from.paste_into.clone())]));
        lines.push(words(text, "guide-commands-source", [("source", commands.source.to_owned())]));
        if from.confidence != Confidence::High {
            lines.push(word(text, "guide-commands-unconfirmed"));
        }
        for replace in &from.replace {
            let values = [("word", replace.word.clone()), ("command", replace.shown_by.clone())];
            lines.push(words(text, "guide-commands-replace", values));
        }
        if commands.guests_left_out {
            lines.push(word(text, "guide-commands-guests-left-out"));
        }
        for rule in &commands.too_long {
            let values = [("name", rule.name.clone()), ("ports", rule.outside.to_string())];
            lines.push(words(text, "guide-commands-too-long", values));
        }
        for block in &commands.blocks {
            lines.push(String::new());
            lines.push(word(text, &format!("guide-block-{}", block.what.id())));
            lines.extend(block.lines.iter().map(|line| format!("    {line}")));
        }
    }
    lines.extend(family.no_commands.iter().map(|why| words(text, "guide-commands-none", [("reason", why.clone())])));
    lines
}

/// The table of rules, ready to copy.
pub(super) fn rules_table(rules: &[ManualRule], text: &Text) -> String {
    let mut table = Table::new();
    table.load_style(presets::ASCII_MARKDOWN);
    table.set_header(
        [
            "rule-name",
            "rule-protocol",
            "rule-outside-ports",
            "rule-inside-address",
            "rule-inside-ports",
            "rule-sources",
        ]
        .map(|key| word(text, key)),
    );
    for rule in rules {
        let sources = rule.sources.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ");
        table.add_row([
            rule.name.clone(),
            rule.protocol.name().to_owned(),
            rule.outside.to_string(),
            rule.inside_address.map_or_else(|| "?".to_owned(), |a| a.to_string()),
            rule.inside.to_string(),
            if sources.is_empty() { word(text, "rule-everyone") } else { sources },
        ]);
    }
    table.to_string()
}

/// What would be done, line by line, with why, and for whom.
pub(super) fn print_plan(plan: &Plan, case: &Case, text: &Text) {
    print_lines(&plan.lines, case, text);
    for (intent, key) in [(Intent::StayShut, "terminal-stay-shut"), (Intent::MustGetOut, "terminal-must-get-out")] {
        let named = plan.lines.iter().filter(|l| l.intent == intent);
        let named: Vec<String> = named.map(|l| format!("{} ({})", label(case, text, &l.service), l.ports)).collect();
        if !named.is_empty() {
            tell(2, &words(text, key, [("services", named.join(", "))]));
        }
    }
    print_over_ipv6(plan, case, text);
    if let Some(open_to) = open_to(text, plan, &case.answers) {
        tell(0, &open_to);
    }
}

/// A part of its own: over IPv6 nothing is done that was not asked for.
fn print_over_ipv6(plan: &Plan, case: &Case, text: &Text) {
    let Some(over_ipv6) = &plan.over_ipv6 else { return };
    if !over_ipv6.wanted {
        tell(2, &word(text, "intent-over-ipv6-offered"));
        return;
    }
    tell(
        2,
        &match over_ipv6.address {
            Some(address) => words(text, "intent-over-ipv6", [("address", address.to_string())]),
            None => word(text, "intent-over-ipv6-unknown"),
        },
    );
    print_lines(&over_ipv6.lines, case, text);
    if let Some(command) = &over_ipv6.there {
        tell(2, &word(text, "intent-over-ipv6-there"));
        tell(4, command);
    }
}

fn print_lines(lines: &[PlanLine], case: &Case, text: &Text) {
    for line in lines {
        let said = match line.intent {
            Intent::Open => word(text, "intent-open"),
            Intent::AlreadyThere => word(text, "intent-already-there"),
            Intent::HeldByAnother(client) => words(text, "intent-held-by-another", [("client", client.to_string())]),
            Intent::ListedWrong => word(text, "intent-listed-wrong"),
            // Nothing to be done by hand either, as long as the wall outside is shut.
            Intent::ByHand(why @ ByHand::BehindAnotherWall) => word(text, &format!("by-hand-{}", why.id())),
            Intent::ByHand(why) => {
                format!("{} {}", word(text, "intent-by-hand"), word(text, &format!("by-hand-{}", why.id())))
            }
            // Many, and no decision: named together below.
            Intent::StayShut | Intent::MustGetOut => continue,
        };
        tell(2, &format!("{} ({}): {said}", label(case, text, &line.service), line.ports));
        if let Some(service) = case.profile().and_then(|p| p.service(&line.service)) {
            tell(4, text.said(&service.purpose));
        }
    }
}

/// A row's label, or its id where the profile is not known.
pub(super) fn label(case: &Case, text: &Text, id: &ServiceId) -> String {
    case.profile().and_then(|p| p.service(id)).map_or_else(|| id.to_string(), |s| text.said(&s.label).to_owned())
}

/// What the owner of a practice office would answer.
pub(super) fn print_answers(case: &Case, text: &Text) {
    let answers = &case.answers;
    let system = answers.system.as_ref().map(ToString::to_string).unwrap_or_default();
    let pbx = answers.pbx.map(|a| a.to_string()).unwrap_or_default();
    talk(&words(text, "terminal-answers", [("system", system), ("pbx", pbx)]));
}
