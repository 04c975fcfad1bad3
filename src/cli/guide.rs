//! The plan and the by-hand instructions as text: lines, a table of rules to copy, the router's own menu paths.

use std::process::ExitCode;

use comfy_table::{Table, presets};

use super::args::GuideArgs;
use super::session::Session;
use super::verbs::{begin, look};
use super::{data, talk, tell, word, words};
use crate::domain::case::Case;
use crate::domain::catalog::{self, RouterGuide};
use crate::domain::message::Problem;
use crate::domain::plan::{Intent, ManualRule, Plan, plan};
use crate::domain::service::{Confidence, ServiceId};
use crate::text::Text;

pub(super) fn run(args: &GuideArgs, text: &Text) -> Result<ExitCode, Problem> {
    let mut session: Session<'_> = begin(&args.office, text)?;
    let guide = match &args.router_guide {
        Some(id) => Some(catalog::guide(id).ok_or_else(|| {
            let known = catalog::guides().iter().map(|g| g.id.clone()).collect::<Vec<_>>().join(", ");
            Problem::new("unknown-router-guide").with("word", id).with("known", known)
        })?),
        None => None,
    };
    look(&mut session, &args.office, text)?;
    let guide = guide
        .or_else(|| session.case.office.gateway().and_then(catalog::guide_for))
        .or_else(|| catalog::guide("generic"));
    let Some(guide) = guide else {
        return Err(Problem::new("unknown-router-guide").with("word", "generic").with("known", ""));
    };
    for line in guide_lines(guide, &session.case, text) {
        data(&line);
    }
    data(&rules_table(&plan(&session.case).rules, text));
    Ok(ExitCode::SUCCESS)
}

/// The steps for one router family, in order.
pub(super) fn guide_lines(guide: &RouterGuide, case: &Case, text: &Text) -> Vec<String> {
    let gateway = case.office.gateway().map(|g| format!("http://{}", g.address));
    let address = gateway.or_else(|| guide.admin_addresses.first().cloned()).unwrap_or_default();
    let mut lines = vec![words(text, "guide-for", [("router", guide.brand.clone())])];
    lines.push(words(text, "guide-open-settings", [("address", address)]));
    lines.push(words(text, "guide-go-to", [("path", guide.port_forward.clone())]));
    lines.push(word(text, "guide-add-rule"));
    lines.push(word(text, "guide-range-hint"));
    lines.push(words(text, "guide-reserve", [("path", guide.dhcp_reservation.clone())]));
    lines.push(words(
        text,
        "guide-alg-off",
        [("path", guide.sip_alg_off.clone()), ("name", guide.sip_alg_name.clone())],
    ));
    lines.push(word(text, "guide-never-dmz"));
    if guide.confidence_menus != Confidence::High {
        lines.push(word(text, "guide-not-confirmed"));
    }
    if let Some(notes) = &guide.notes {
        lines.push(notes.clone());
    }
    let mut numbered = Vec::new();
    for (number, line) in (0u32..).zip(lines) {
        numbered.push(if number == 0 { line } else { format!("{number}. {line}") });
    }
    numbered
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

/// What would be done, line by line, with why.
pub(super) fn print_plan(plan: &Plan, case: &Case, text: &Text) {
    for line in &plan.lines {
        let said = match line.intent {
            Intent::Open => word(text, "intent-open"),
            Intent::AlreadyThere => word(text, "intent-already-there"),
            Intent::HeldByAnother(client) => words(text, "intent-held-by-another", [("client", client.to_string())]),
            Intent::ListedWrong => word(text, "intent-listed-wrong"),
            Intent::ByHand(why) => {
                format!("{} {}", word(text, "intent-by-hand"), word(text, &format!("by-hand-{}", why.id())))
            }
            // Many, and no decision: named together below.
            Intent::StayShut | Intent::MustGetOut => continue,
        };
        tell(2, &format!("{} ({}): {said}", label(case, &line.service), line.ports));
        if let Some(service) = case.profile().and_then(|p| p.service(&line.service)) {
            tell(4, &service.purpose);
        }
    }
    for (intent, key) in [(Intent::StayShut, "terminal-stay-shut"), (Intent::MustGetOut, "terminal-must-get-out")] {
        let named = plan.lines.iter().filter(|l| l.intent == intent);
        let named: Vec<String> = named.map(|l| format!("{} ({})", label(case, &l.service), l.ports)).collect();
        if !named.is_empty() {
            tell(2, &words(text, key, [("services", named.join(", "))]));
        }
    }
}

/// A row's label, or its id where the profile is not known.
pub(super) fn label(case: &Case, id: &ServiceId) -> String {
    case.profile().and_then(|p| p.service(id)).map_or_else(|| id.to_string(), |s| s.label.clone())
}

/// What the owner of a practice office would answer.
pub(super) fn print_answers(case: &Case, text: &Text) {
    let answers = &case.answers;
    let system = answers.system.as_ref().map(ToString::to_string).unwrap_or_default();
    let pbx = answers.pbx.map(|a| a.to_string()).unwrap_or_default();
    talk(&words(text, "terminal-answers", [("system", system), ("pbx", pbx)]));
}
