//! The window's way to the words: shorter calls, times and names. Sentences stand in `assets/text`, never here.

use std::collections::BTreeMap;
use std::fmt::Display;

use jiff::Timestamp;
use jiff::tz::TimeZone;

use crate::domain::message::{Doing, Problem};
use crate::domain::office::Control;
use crate::domain::probe::{Outcome, Vantage};
use crate::domain::report::{Listed, Report, Verdict};
use crate::domain::service::{Profile, Service, ServiceId};
use crate::domain::settled::Settled;
use crate::text::explain::explain_settled;
use crate::text::{Text, proof, street};

/// Words, as the screens ask for them.
#[derive(Debug)]
pub struct Words {
    text: Text,
}

impl Words {
    /// In this language.
    pub fn new(text: Text) -> Self {
        Self { text }
    }

    /// The room that has them.
    pub const fn text(&self) -> &Text {
        &self.text
    }

    /// Words without values.
    pub fn get(&self, key: &str) -> String {
        self.text.get(key, &BTreeMap::new())
    }

    /// Words with values.
    pub fn with<const N: usize>(&self, key: &str, values: [(&str, &dyn Display); N]) -> String {
        self.text.get(key, &values.into_iter().map(|(k, v)| (k.to_owned(), v.to_string())).collect())
    }

    /// Words that need not be there.
    pub fn maybe(&self, key: &str) -> Option<String> {
        self.text.has(key).then(|| self.get(key))
    }

    /// One or many: `<key>-one` and `<key>-many`, with `count`.
    pub fn count(&self, key: &str, count: usize) -> String {
        let form = if count == 1 { "one" } else { "many" };
        self.with(&format!("{key}-{form}"), [("count", &count)])
    }

    /// What did not work, and what to do.
    pub fn problem(&self, problem: &Problem) -> (String, Option<String>) {
        let key = format!("problem-{}", problem.code);
        let action = format!("{key}.action");
        let action = self.text.has(&action).then(|| self.text.get(&action, &problem.args));
        (self.text.get(&key, &problem.args), action)
    }

    /// Plain name for an entrance: what stands on its plate.
    pub fn plate(&self, service: &Service) -> String {
        street::plate(&self.text, service)
    }

    /// A row's technical name, or its id where the profile is not known.
    pub fn label(&self, profile: Option<&Profile>, id: &ServiceId) -> String {
        profile.and_then(|p| p.service(id)).map_or_else(|| id.to_string(), |s| self.text.said(&s.label).to_owned())
    }

    /// What is being done now.
    pub fn doing(&self, doing: &Doing, profile: Option<&Profile>) -> String {
        let label = doing.service().map(|id| self.label(profile, id));
        let seconds = doing.seconds().map(|s| ("seconds".to_owned(), s.to_string()));
        let args = label.map(|l| ("service".to_owned(), l)).into_iter().chain(seconds).collect();
        self.text.get(&format!("doing-{}", doing.id()), &args)
    }

    /// What became of a change in whose middle the program had ended.
    pub fn settled(&self, settled: &Settled, profile: Option<&Profile>) -> Option<String> {
        explain_settled(&self.text, profile, settled)
    }

    /// Verdict on a row, in words.
    pub fn verdict(&self, verdict: Verdict) -> String {
        self.get(&format!("verdict-{}", verdict.id()))
    }

    /// Outcome of a question, in words.
    pub fn outcome(&self, outcome: Outcome) -> String {
        self.get(&format!("outcome-{}", outcome.id()))
    }

    /// The router's word, in words.
    pub fn listed(&self, listed: Listed) -> String {
        self.get(&format!("listed-{}", listed.id()))
    }

    /// Where a question was asked from.
    pub fn vantage(&self, vantage: Vantage) -> String {
        self.get(&format!("window-vantage-{}", vantage.id()))
    }

    /// How a router takes requests.
    pub fn control(&self, control: Control) -> String {
        self.get(&format!("window-control-{}", control.takes()))
    }

    /// The one sentence over a report.
    pub fn top(&self, report: &Report) -> String {
        proof::top_line(&self.text, report, &TimeZone::system())
    }

    /// The sentence below it.
    pub fn proved(&self, report: &Report) -> String {
        proof::count_line(&self.text, report, &TimeZone::system())
    }
}

/// Day and minute on the owner's clock.
pub fn when(at: Timestamp) -> String {
    at.to_zoned(TimeZone::system()).strftime("%Y-%m-%d %H:%M").to_string()
}

/// A code in lines that are easy to read aloud: the groups as they came.
pub fn wrapped_code(code: &str, groups_a_line: usize) -> Vec<String> {
    let groups: Vec<&str> = code.split(['-', ' ']).filter(|g| !g.is_empty()).collect();
    groups.chunks(groups_a_line.max(1)).map(|line| line.join("-")).collect()
}
