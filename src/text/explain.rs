//! A finding in words. The judge knows codes and values, the files in `assets/text` know sentences, and here they
//! meet; window, terminal and saved report all show these words.

use std::collections::BTreeMap;

use jiff::Timestamp;

use crate::domain::news::News;
use crate::domain::office::Answers;
use crate::domain::plan::Plan;
use crate::domain::report::{Finding, MOMENT, Report, Words};
use crate::domain::service::{Profile, ServiceId};
use crate::domain::settled::Settled;
use crate::text::Text;

/// Key of the words for a finding that this version has no words for, for example of a newer version's report.
const NEWER: &str = "finding-of-newer-version";

/// The four parts of a finding in words. Headline, meaning and action are never empty.
pub fn explain(text: &Text, finding: &Finding) -> Words {
    explain_with(text, finding, &|id: &ServiceId| id.to_string())
}

/// Puts the words into every finding of a report, with the names of the report's own rows in this language.
pub fn explain_report(text: &Text, report: &mut Report) {
    for row in &mut report.services {
        row.label = text.said(&row.label).to_owned();
    }
    let labels: BTreeMap<ServiceId, String> = report.services.iter().map(|s| (s.id.clone(), s.label.clone())).collect();
    let label = |id: &ServiceId| labels.get(id).cloned().unwrap_or_else(|| id.to_string());
    for finding in &mut report.findings {
        finding.words = explain_with(text, finding, &label);
    }
}

/// What became of a change in whose middle the program had ended. Nothing where there is nothing to tell.
pub fn explain_settled(text: &Text, profile: Option<&Profile>, settled: &Settled) -> Option<String> {
    let service = label(text, profile, &settled.change.service);
    Some(text.get(settled.id()?, &BTreeMap::from([("service".to_owned(), service)])))
}

fn label(text: &Text, profile: Option<&Profile>, id: &ServiceId) -> String {
    profile.and_then(|p| p.service(id)).map_or_else(|| id.to_string(), |s| text.said(&s.label).to_owned())
}

/// One line about something that changed. Services are named by the phone system's profile.
pub fn explain_news(text: &Text, profile: Option<&Profile>, news: &News) -> String {
    let label = |id: &ServiceId| label(text, profile, id);
    let values: Vec<(&str, String)> = match news {
        News::NetworkAway | News::NetworkBack => Vec::new(),
        News::RouterAway { router } | News::RouterBack { router } | News::RouterForgot { router } => {
            vec![("router", router.to_string())]
        }
        News::RouterReplaced { was, now } => vec![("was", was.clone()), ("now", now.clone())],
        News::StreetChanged { was, now } | News::PhoneSystemMoved { was, now } => {
            vec![("was", was.to_string()), ("now", now.to_string())]
        }
        News::EntranceListed { service }
        | News::EntranceGone { service }
        | News::LeaseEnded { service }
        | News::EntranceChanged { service }
        | News::Renewed { service }
        | News::PutBack { service }
        | News::Stopped { service }
        | News::Answers { service }
        | News::Proved { service }
        | News::NoLongerProved { service }
        | News::Exposed { service }
        | News::LockedAgain { service } => vec![("service", label(service))],
        News::NotRenewed { service, why, code } => {
            let code = code.map(|c| c.to_string()).unwrap_or_default();
            let args = BTreeMap::from([("code".to_owned(), code)]);
            vec![("service", label(service)), ("why", text.get(&format!("renewal-{why}"), &args))]
        }
        News::PhoneSystemAway { address } | News::PhoneSystemBack { address } => vec![("address", address.to_string())],
        News::VisitorShutOut { visitor } => vec![("visitor", visitor.clone())],
        News::Solved { code } => {
            vec![("headline", text.find(code, &BTreeMap::new()).unwrap_or_else(|| code.clone()))]
        }
    };
    let values = values.into_iter().map(|(key, value)| (key.to_owned(), value)).collect();
    text.get(&format!("news-{}", news.id()), &values)
}

/// What is said before the yes to a plan: no request to a router takes a guest list along, so what it opens is open to
/// everyone.
pub fn open_to(text: &Text, plan: &Plan, answers: &Answers) -> Option<String> {
    let key = if answers.trusted.is_empty() { "window-offer-everyone" } else { "window-offer-guests" };
    (!plan.changes.is_empty()).then(|| text.plain(key))
}

/// What a finding that is folded under its cause says, in one line. Both are about the same things, so the cause's
/// values are its own too.
pub fn folded_headline(text: &Text, cause: &Finding, code: &str) -> String {
    if text.has(code) { text.get(code, &cause.args) } else { code.to_owned() }
}

fn explain_with(text: &Text, finding: &Finding, label: &dyn Fn(&ServiceId) -> String) -> Words {
    let args = values(finding, label);
    let part = |suffix: &str| {
        text.find(&format!("{}{suffix}", finding.code), &args)
            .filter(|words| !words.trim().is_empty())
            .unwrap_or_else(|| text.get(&format!("{NEWER}{suffix}"), &args))
    };
    Words { headline: part(""), meaning: part(".meaning"), action: part(".action"), detail: part(".detail") }
}

/// The judge's values, and what every finding has: its rows by name, how many they are, and its code.
fn values(finding: &Finding, label: &dyn Fn(&ServiceId) -> String) -> BTreeMap<String, String> {
    let names: Vec<String> = finding.services.iter().map(label).collect();
    let mut args = finding.args.clone();
    // An empty value is one that nobody knows; `Text` says so in words.
    args.retain(|_, value| !value.trim().is_empty());
    // Moments are kept to the nanosecond, and nobody reads them so.
    if let Some(until) = args.get_mut("until")
        && let Ok(at) = until.parse::<Timestamp>()
    {
        *until = at.strftime(MOMENT).to_string();
    }
    if !names.is_empty() {
        args.entry("services".to_owned()).or_insert_with(|| names.join(", "));
        args.entry("service".to_owned()).or_insert_with(|| names.join(", "));
    }
    args.entry("count".to_owned()).or_insert_with(|| finding.services.len().to_string());
    // Under a name of its own: `code` is the router's error code.
    args.entry("finding".to_owned()).or_insert_with(|| finding.code.clone());
    args
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::report::Severity;

    #[test]
    fn a_moment_is_told_to_the_minute() {
        let mut ending = finding("mapping-expires", &["sip-udp"]);
        ending.args.insert("until".to_owned(), "2026-11-30T07:57:03.394628687Z".to_owned());
        let words = explain(&Text::new("en"), &ending);
        assert!(words.detail.contains("on 2026-11-30 07:57 UTC."), "{}", words.detail);
    }

    fn finding(code: &str, services: &[&str]) -> Finding {
        Finding {
            code: code.to_owned(),
            severity: Severity::Problem,
            services: services.iter().map(|s| ServiceId((*s).to_owned())).collect(),
            words: Words::default(),
            evidence: Vec::new(),
            folded: Vec::new(),
            args: BTreeMap::new(),
        }
    }

    #[test]
    fn a_finding_of_a_newer_version_still_has_every_part() {
        let words = explain(&Text::new("en"), &finding("made-up-later", &["sip-udp"]));
        assert!(words.headline.len() <= 70 && !words.headline.contains('['), "{words:?}");
        assert!(!words.meaning.is_empty() && !words.action.is_empty(), "{words:?}");
        assert!(words.detail.contains("made-up-later"), "{words:?}");
    }

    #[test]
    fn rows_are_named_by_the_report() {
        let words = explain_with(&Text::new("en"), &finding("mapping-missing", &["sip-udp", "hud"]), &|id| {
            format!("the row {id}")
        });
        assert!(words.detail.contains("the row sip-udp, the row hud"), "{}", words.detail);
    }
}
